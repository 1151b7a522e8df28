import { EventEmitter, on } from 'node:events';
import { buildSchema, GraphQLError, type GraphQLSchema } from 'graphql';
import { type Config, loadConfig } from '../../src/config';
import { DomainError } from '../../src/errors';
import type { RequestContext, Viewer } from '../../src/graphql/context';
import { createLogger } from '../../src/logger';
import { Metrics } from '../../src/metrics';
import type { Authentication } from '../../src/server/authentication';
import { type Server, startServer } from '../../src/server/server';
import { TestClock } from './clock';
import { HttpClient } from './http-client';

const SDL = /* GraphQL */ `
  type Query {
    me: Person!
    people(first: Int, after: String): PersonPage!
    crowd(first: Int = 50): PersonPage!
    byIds(ids: [ID!]!): [Person]!
    echo(text: String, number: Int): String
    refused: String
    broken: String
  }
  type Person {
    id: ID!
    name: String!
    skills: [Skill!]!
    "A promise without a resolver."
    later: String
    friend: Person
    friends(first: Int, after: String): PersonPage!
  }
  type Skill {
    name: String!
  }
  type PersonPage {
    edges: [PersonEdge!]!
    total: Int!
  }
  type PersonEdge {
    node: Person!
  }
  input TouchInput {
    key: ID!
    text: String
  }
  type Mutation {
    touch(input: TouchInput!): Int!
  }
  type Subscription {
    ticks: Tick!
    failing: Tick!
  }
  type Tick {
    count: Int!
    reading: Int!
  }
`;

/** A server with a small schema of its own, for tests of what the server promises whatever the schema. */
export interface Toy {
  readonly server: Server;
  readonly http: HttpClient;
  readonly clock: TestClock;
  readonly metrics: Metrics;
  readonly authentication: Authentication;
  /** Lines of the log. */
  readonly log: string[];
  /** How often `touch` was run. */
  readonly touches: () => number;
  /** How many subscriptions to `ticks` are open. */
  readonly listeners: () => number;
  tick(count: number): void;
  /** A token, good for the milliseconds that are given. */
  token(memberId: number, lifetime?: number): string;
  endSession(sessionId: number): void;
}

export async function startToy(env: Readonly<Record<string, string>> = {}): Promise<Toy> {
  const clock = new TestClock();
  const log: string[] = [];
  const metrics = new Metrics();
  const bus = new EventEmitter().setMaxListeners(0);
  const ended = new Set<number>();
  let touches = 0;
  const schema = toySchema(bus, () => ++touches);
  const authentication = toyAuthentication(clock, ended);
  const server = await startServer({
    config: toyConfig(env),
    schema,
    authentication,
    metrics,
    logger: createLogger({ level: 'debug', destination: { write: (line) => void log.push(line) } }),
    readiness: async () => [],
    time: () => clock.now,
    playground: { people: [] },
  });
  return {
    server,
    http: new HttpClient(server.url),
    clock,
    metrics,
    authentication,
    log,
    touches: () => touches,
    listeners: () => bus.listenerCount('tick'),
    tick: (count) => bus.emit('tick', count),
    token: (memberId, lifetime = 60_000) => tokenOf({ memberId, sessionId: memberId, expiresAt: clock.now + lifetime }),
    endSession: (sessionId) => ended.add(sessionId),
  };
}

function toyConfig(env: Readonly<Record<string, string>>): Config {
  return loadConfig({ PORT: '0', NODE_ENV: 'test', PLAYGROUND: 'off', ...env });
}

function toySchema(bus: EventEmitter, touched: () => number): GraphQLSchema {
  const schema = buildSchema(SDL);
  const person = (id: string): object => ({
    id,
    name: `Person ${id}`,
    skills: [{ name: 'listening' }],
    later: Promise.resolve('later'),
  });
  const page = (first: number) => ({
    total: first,
    edges: Array.from({ length: first }, (_, n) => ({ node: person(String(n)) })),
  });
  const resolvers: Record<string, Record<string, (root: unknown, args: never, context: RequestContext) => unknown>> = {
    Query: {
      me: (_root, _args, context) => person(String(context.viewerId)),
      people: (_root, { first = 20 }: { first?: number }) => page(first),
      crowd: (_root, { first }: { first: number }) => page(first),
      byIds: (_root, { ids }: { ids: string[] }) => ids.map(person),
      echo: (_root, { text }: { text?: string }) => text ?? null,
      refused: () => {
        throw new DomainError('NOT_FOUND', { path: ['id'] });
      },
      broken: () => {
        throw new Error('the password of the database is hunter2');
      },
    },
    Person: {
      friend: (friendless: unknown) => friendless,
      friends: (_root, { first = 2 }: { first?: number }) => page(first),
    },
    Mutation: { touch: touched },
    Tick: { count: (count: unknown) => count, reading: (_root, _args, context) => context.loader(READINGS).load(1) },
  };
  for (const [type, fields] of Object.entries(resolvers)) {
    const object = schema.getType(type);
    if (!object || !('getFields' in object)) throw new Error(`No type ${type}.`);
    for (const [name, resolve] of Object.entries(fields)) Object.assign(object.getFields()[name] ?? {}, { resolve });
  }
  const { ticks, failing } = schema.getSubscriptionType()?.getFields() ?? {};
  Object.assign(ticks ?? {}, { subscribe: () => source(bus), resolve: (count: unknown) => count });
  Object.assign(failing ?? {}, { subscribe: failingSource, resolve: (count: unknown) => count });
  return schema;
}

/** Counts how often it was asked in one reading: an event that shared its loaders with the one before would not ask. */
let readings = 0;
const READINGS = { batch: async (keys: readonly number[]) => keys.map(() => ++readings) };

function source(bus: EventEmitter): AsyncIterable<unknown> {
  const events = on(bus, 'tick');
  return {
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        const { value, done } = await events.next();
        return done ? { done, value } : { done: false, value: value[0] };
      },
      return: async () => {
        await events.return?.();
        return { done: true, value: undefined };
      },
    }),
  };
}

async function* failingSource(): AsyncGenerator<number> {
  yield 1;
  throw new Error('the database at 10.0.0.7 went away');
}

function tokenOf(viewer: Viewer): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${encode({ alg: 'toy' })}.${encode({ ...viewer, exp: viewer.expiresAt })}.toy`;
}

function toyAuthentication(clock: TestClock, ended: ReadonlySet<number>): Authentication {
  return {
    authenticate: async (authorization) => {
      if (authorization === undefined) return null;
      const claims = /^Bearer [\w-]+\.([\w-]+)\.toy$/.exec(authorization)?.[1];
      const viewer: Viewer | undefined = claims && JSON.parse(Buffer.from(claims, 'base64url').toString());
      if (viewer && viewer.expiresAt > clock.now && !ended.has(viewer.sessionId)) return viewer;
      throw new GraphQLError('No.', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
    },
    isSessionAlive: async (sessionId) => !ended.has(sessionId),
  };
}
