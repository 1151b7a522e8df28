import type { GraphQLFormattedError } from 'graphql';
import type { EventsSubscription } from '../../schema/operations';

export type StreamMessage = EventsSubscription['events'];
export type EventBatch = Extract<StreamMessage, { readonly __typename: 'EventBatch' }>;

/** What this device knows, and up to where. */
export interface Store {
  /** Everything up to here has been applied; undefined: nothing is known yet. */
  readonly cursor: string | undefined;
  /** Takes a snapshot, and its cursor, in the place of whatever is there. */
  begin(): Promise<void>;
  /** Applies the events in their order, then keeps the cursor: in one local transaction, if there is such a thing. */
  apply(events: EventBatch['events'], cursor: string): Promise<void>;
  /** Throws everything away. */
  forget(): Promise<void>;
}

/** What a message of the subscription holds, in GraphQL's own words. */
export interface Answer {
  readonly data?: EventsSubscription | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

export interface Observer {
  next(answer: Answer): void;
  /** The subscription is over, for whatever reason: an error, how a socket was closed, or nothing when it has just ended. */
  ended(why?: unknown): void;
}

/** Begins the subscription `Events` after a cursor, on a connection that need not be open yet. The result ends it. */
export type Subscribe = (after: string, observer: Observer) => () => void;

export interface FollowOptions {
  /** Ends it all. */
  readonly signal: AbortSignal;
  /** Milliseconds of silence after which a connection is dead. Checkpoints come every 25 seconds or so. */
  readonly silence?: number;
  /** Milliseconds between two attempts at most. */
  readonly longestPause?: number;
  /** Is told of whatever went wrong, for a log: what ended a connection, what was refused, what the store threw. */
  readonly troubled?: (why: unknown) => void;
}

/** Keeps the store up to date for ever: whatever ends the connection, it comes back with the cursor that was stored last. */
export async function follow(subscribe: Subscribe, store: Store, options: FollowOptions): Promise<void> {
  const { signal, longestPause = 30_000, troubled } = options;
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      if (store.cursor === undefined) await store.begin();
      failures = (await listen(subscribe, store, options)) ?? failures;
    } catch (error) {
      // Whatever it was: what is in store is good, and asking again is safe.
      troubled?.(error);
    }
    await sleep(Math.random() * Math.min(longestPause, 500 * 2 ** failures), signal);
  }
}

/** A new epoch is told to everybody at once: they come back as if so many attempts had failed, over eight seconds. */
const CROWD = 4;

/** Listens for as long as the connection lasts. Resolves to how many failures the next pause is after; undefined: this was one more. */
function listen(subscribe: Subscribe, store: Store, options: FollowOptions): Promise<number | undefined> {
  const { signal, silence = 45_000, troubled } = options;
  return new Promise((resolve, reject) => {
    let failures: number | undefined;
    let applied: Promise<void> = Promise.resolve();
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      clearTimeout(patience);
      signal.removeEventListener('abort', end);
      // `subscribe` may not have returned yet.
      queueMicrotask(() => {
        leave();
        applied.then(() => resolve(failures), reject);
      });
    };
    let patience = setTimeout(end, silence);
    signal.addEventListener('abort', end);
    const ended = (why?: unknown) => {
      if (!over && why !== undefined) troubled?.(why);
      end();
    };
    const next = ({ data, errors }: Answer) => {
      if (over) return;
      failures = errors?.length ? undefined : 0;
      // With errors nothing is applied: what could not be read is null in it.
      if (errors?.length && isRefused(errors)) applied = applied.then(() => store.forget());
      if (errors?.length || !data) return ended(errors);
      const message = data.events;
      clearTimeout(patience);
      patience = setTimeout(end, silence);
      // One after the other; what cannot be applied ends the connection, and comes again with the next.
      applied = applied.then(() => take(message, store));
      applied.catch(end);
      if (message.__typename !== 'StreamReset') return;
      if (message.reason === 'EPOCH') failures = CROWD;
      end();
    };
    const leave = subscribe(store.cursor ?? '', { next, ended });
  });
}

/** The cursor is all that the operation is given: whatever was wrong with it, another comes with a new snapshot. */
function isRefused(errors: readonly GraphQLFormattedError[]): boolean {
  return errors.some(({ extensions }) => extensions?.code === 'BAD_USER_INPUT');
}

async function take(message: StreamMessage, store: Store): Promise<void> {
  if (message.__typename === 'StreamReset') await store.forget();
  else await store.apply(message.__typename === 'EventBatch' ? message.events : [], message.cursor);
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}
