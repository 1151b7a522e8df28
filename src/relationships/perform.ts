import { createHash } from 'node:crypto';
import { DomainError, InvalidInput } from '../errors';
import { type Command, type Done, type Idempotency, isRefusal, type Refusal } from './command';
import type { Door } from './door';

const KEY_MAX_LENGTH = 100;

/** Sends one command through the door. Throws its refusal, which names the `subject` field of the input where there is one. */
export async function perform(door: Door, command: Command, subject?: string): Promise<Done> {
  const [outcome] = await door.submit([command]);
  if (!outcome) throw new Error('The door gave no answer.');
  if (isRefusal(outcome)) throw asError(outcome, subject ? ['input', subject] : undefined);
  return outcome;
}

/** The field that a refusal is about when that is another than its subject, beside it. */
const OTHER_FIELDS: Readonly<Record<string, string>> = {
  NOTE_REQUIRED: 'note',
  REASON_REQUIRED: 'reason',
  TOO_MANY_ATTEMPTS: 'recipientEmail',
};

/** A refusal as the client hears of it: `subject` is the field of the input it is about, if it is about one, `keyed` the part that has the key. */
export function asError(
  { refused, ...details }: Refusal,
  subject?: readonly string[],
  keyed: readonly string[] = ['input'],
): DomainError {
  const other = OTHER_FIELDS[refused];
  const field = subject && other ? [...subject.slice(0, -1), other] : subject;
  const path = refused === 'IDEMPOTENCY_KEY_REUSED' ? [...keyed, 'idempotencyKey'] : field;
  return new DomainError(refused, { ...details, ...(path && { path }) });
}

/** The idempotency of each item of a list, from that of the whole: a repetition finds every item done. */
export function itemIdempotency(whole: Idempotency | undefined, item: string): Idempotency | undefined {
  if (!whole) return undefined;
  return {
    key: createHash('sha256')
      .update(JSON.stringify([whole.key, item]))
      .digest('hex'),
    hash: whole.hash,
  };
}

/** The command's idempotency from a mutation's name and the part of the request at `place`; undefined when the client sent no key. */
export function idempotencyOf(
  mutation: string,
  input: Readonly<Record<string, unknown>> & { readonly idempotencyKey?: string | undefined },
  place: readonly string[] = ['input'],
): Idempotency | undefined {
  const { idempotencyKey: key, ...rest } = input;
  if (key === undefined || key === null) return undefined;
  // Databases differ in whether blanks at the end count.
  if (key.length === 0 || key.length > KEY_MAX_LENGTH || key !== key.trim())
    throw new InvalidInput(
      [...place, 'idempotencyKey'],
      `Use 1 to ${KEY_MAX_LENGTH} characters without blanks around them, a UUID for example.`,
    );
  // An absent field and null mean the same.
  const given = Object.entries(rest).filter(([, value]) => value !== undefined && value !== null);
  const sorted = given.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    key,
    hash: createHash('sha256')
      .update(JSON.stringify([mutation, sorted]))
      .digest('hex'),
  };
}
