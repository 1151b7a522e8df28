import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

/** Inside the program a time is a number of epoch milliseconds; outside it is ISO 8601 in UTC. */
export const DateTime = new GraphQLScalarType<number, string>({
  name: 'DateTime',
  description: 'A moment in UTC with milliseconds, ISO 8601: `2026-05-04T09:30:00.000Z`.',
  serialize(value) {
    if (typeof value !== 'number') throw new TypeError('A DateTime is a number of milliseconds.');
    return new Date(value).toISOString();
  },
  parseValue: parseDateTime,
  parseLiteral: (node) => parseDateTime(textOf(node, 'DateTime')),
});

export const PartialDate = new GraphQLScalarType<string, string>({
  name: 'PartialDate',
  description: 'A date of a career as exactly as it is known: `2019`, `2019-04` or `2019-04-01`.',
  serialize: String,
  parseValue: parsePartialDate,
  parseLiteral: (node) => parsePartialDate(textOf(node, 'PartialDate')),
});

export const Cursor = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description:
    'A position in your event stream. Opaque: store it after applying what came with it, and pass it as `after` to go on from there. It is yours alone and of no use to anybody else.',
  serialize: String,
  parseValue: parseCursor,
  parseLiteral: (node) => parseCursor(textOf(node, 'Cursor')),
});

const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

function parseDateTime(value: unknown): number {
  const time = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw badInput('A DateTime is text in ISO 8601, such as "2026-05-04T09:30:00.000Z".');
  return time;
}

function parsePartialDate(value: unknown): string {
  const matches = typeof value === 'string' && PARTIAL_DATE.test(value);
  if (matches && (value.length < 10 || new Date(value).toISOString().startsWith(value))) return value;
  throw badInput('A PartialDate is "YYYY", "YYYY-MM" or "YYYY-MM-DD", and a day that exists.');
}

function parseCursor(value: unknown): string {
  if (typeof value === 'string' && value.length <= 200) return value;
  throw badInput('A Cursor is text that this server gave you.');
}

function textOf(node: ValueNode, scalar: string): string {
  if (node.kind === Kind.STRING) return node.value;
  throw badInput(`A ${scalar} is written as text.`);
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
