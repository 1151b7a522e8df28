import type { Engine } from '../services/engine';

/** A bug to be planted in a copy of the sources, and the test that must then fail. */
export interface Mutant {
  readonly bug: string;
  /** Name of a file in `patches/`, without its end. */
  readonly patch: string;
  readonly caughtBy: Guard;
}

interface Guard {
  /** The test file. */
  readonly file: string;
  /** Words of its title. */
  readonly title: string;
  /** Default: embedded. */
  readonly on?: Engine;
}

const RACES = 'tests/races/four-processes.test.ts';
const TRANSACTIONS = 'tests/model/broken-transactions.test.ts';
const RULES = 'tests/unit/stream.rules.test.ts';
const EVENTS = 'tests/realtime/events.test.ts';
const HISTORY = 'tests/realtime/shaky-history.test.ts';
const SOCKETS = 'tests/security/sockets.test.ts';

/** Every bug that was met, here or elsewhere, and must never go unnoticed. */
export const MUTANTS: readonly Mutant[] = [
  {
    bug: 'no member lock',
    patch: 'no-member-lock',
    caughtBy: { file: RACES, title: 'with one invitation left for today' },
  },
  { bug: 'locks unsorted', patch: 'locks-unsorted', caughtBy: { file: RACES, title: 'do things by the hundreds' } },
  {
    bug: 'insert-then-catch',
    patch: 'insert-then-catch',
    caughtBy: { file: RACES, title: 'do things by the hundreds' },
  },
  {
    bug: 'FOR UPDATE re-read that scans',
    patch: 'for-update-re-read-that-scans',
    caughtBy: { file: RACES, title: 'do things by the hundreds' },
  },
  {
    bug: 'lock-wait error without rollback',
    patch: 'lock-wait-error-without-rollback',
    caughtBy: { file: TRANSACTIONS, title: 'Of what Ada could not finish', on: 'mariadb' },
  },
  {
    bug: 'a doubtful COMMIT forgotten during its retry',
    patch: 'a-doubtful-commit-forgotten-during-its-retry',
    caughtBy: { file: TRANSACTIONS, title: 'whatever fails while that is found out' },
  },
  {
    bug: 'auto-increment cursor',
    patch: 'auto-increment-cursor',
    caughtBy: { file: EVENTS, title: 'sent while she was offline' },
  },
  {
    bug: 'bell before commit',
    patch: 'bell-before-commit',
    caughtBy: { file: 'tests/model/door.test.ts', title: 'whose connection broke before the COMMIT arrived' },
  },
  {
    bug: 'bell’s event without its previous tag',
    patch: 'bells-event-without-its-previous-tag',
    caughtBy: { file: RULES, title: 'events that come with the bell' },
  },
  {
    bug: 'no tag check',
    patch: 'no-tag-check',
    caughtBy: { file: RULES, title: 'another event has taken the number' },
  },
  {
    bug: 'tag checked only at subscribe',
    patch: 'tag-checked-only-at-subscribe',
    caughtBy: { file: HISTORY, title: 'another past takes the place of that which Grace knows' },
  },
  {
    bug: 'wake-up before register',
    patch: 'wake-up-before-register',
    caughtBy: { file: HISTORY, title: 'between Grace’s first reading and her waiting' },
  },
  {
    bug: 'partial recovery',
    patch: 'partial-recovery',
    caughtBy: { file: 'tests/realtime/retention.test.ts', title: 'is told to start again when she asks for more' },
  },
  {
    bug: 'stream read from a replica',
    patch: 'stream-read-from-a-replica',
    caughtBy: { file: HISTORY, title: 'is on the next page, however soon she asks', on: 'mariadb' },
  },
  {
    bug: 'block checked only at write',
    patch: 'block-checked-only-at-write',
    caughtBy: { file: EVENTS, title: 'after a block an old cursor gives redacted events' },
  },
  {
    bug: 'removal redacted',
    patch: 'removal-redacted',
    caughtBy: { file: EVENTS, title: 'removals say what was removed' },
  },
  {
    bug: 'pair version exposed',
    patch: 'pair-version-exposed',
    caughtBy: { file: 'tests/privacy/privacy-of-no.test.ts', title: 'in which way Grace has said no' },
  },
  {
    bug: 'token checked only at connect',
    patch: 'token-checked-only-at-connect',
    caughtBy: { file: SOCKETS, title: 'when a session ends its sockets end' },
  },
  {
    bug: 'idempotency key ignored',
    patch: 'idempotency-key-ignored',
    caughtBy: { file: 'tests/api/invitations.test.ts', title: 'with the same idempotency key sends once' },
  },
  {
    bug: 'loader kept across events',
    patch: 'loader-kept-across-events',
    caughtBy: { file: SOCKETS, title: 'each event is read afresh' },
  },
];
