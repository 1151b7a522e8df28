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

export interface Observer {
  next(message: StreamMessage): void;
  /** The subscription is over, for whatever reason. */
  ended(): void;
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
}

/** Keeps the store up to date for ever: whatever ends the connection, it comes back with the cursor that was stored last. */
export async function follow(subscribe: Subscribe, store: Store, options: FollowOptions): Promise<void> {
  const { signal, longestPause = 30_000 } = options;
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      if (store.cursor === undefined) await store.begin();
      if (await listen(subscribe, store, options)) failures = 0;
    } catch {
      // Whatever it was: what is in store is good, and asking again is safe.
    }
    await sleep(Math.random() * Math.min(longestPause, 500 * 2 ** failures), signal);
  }
}

/** Listens for as long as the connection lasts. Resolves to whether anything was heard. */
function listen(subscribe: Subscribe, store: Store, { signal, silence = 45_000 }: FollowOptions): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let heard = false;
    let applied: Promise<void> = Promise.resolve();
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      clearTimeout(patience);
      signal.removeEventListener('abort', end);
      leave();
      applied.then(() => resolve(heard), reject);
    };
    let patience = setTimeout(end, silence);
    signal.addEventListener('abort', end);
    const next = (message: StreamMessage) => {
      if (over) return;
      heard = true;
      clearTimeout(patience);
      patience = setTimeout(end, silence);
      // One after the other; what cannot be applied ends the connection, and comes again with the next.
      applied = applied.then(() => take(message, store));
      applied.catch(end);
      if (message.__typename === 'StreamReset') end();
    };
    const leave = subscribe(store.cursor ?? '', { next, ended: () => queueMicrotask(end) });
  });
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
