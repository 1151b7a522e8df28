import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { Departure } from './departure';

/** Who is asking: proven by an access token. `expiresAt` is epoch milliseconds. */
export interface Viewer {
  readonly memberId: number;
  readonly sessionId: number;
  readonly expiresAt: number;
}

type Batch<Key, Value> = (keys: readonly Key[], context: RequestContext) => Promise<readonly (Value | Error)[]>;

/** Names one kind of loader; made once per room, used as the key of the loaders of every request. */
export interface LoaderKind<Key, Value> {
  readonly batch: Batch<Key, Value>;
  readonly cacheKey?: (key: Key) => string;
}

/** What one operation knows: who asks, and what it has loaded already. Never shared between requests, nor between events. */
export class RequestContext {
  /** Made when the first is asked for: a subscription that waits has none. */
  private loaders: Map<object, unknown> | undefined;

  constructor(
    private whoAsks: Viewer | null,
    /** The client's network address, for limits. */
    readonly address: string,
    /** Found in the logs and in `extensions.requestId` of masked errors. */
    readonly requestId: string,
    /** When the connection that the operation came over is about to end. */
    readonly departure: Departure = new Departure(),
  ) {}

  get viewer(): Viewer | null {
    return this.whoAsks;
  }

  /** Someone has just signed in: the rest of the answer, and of the operation, is theirs. */
  signedIn(viewer: Viewer): void {
    this.whoAsks = viewer;
    this.forget();
  }

  /** Who asked is gone: the rest of the operation is nobody's. */
  erased(): void {
    this.whoAsks = null;
    this.forget();
  }

  /** The asking member's id. Throws UNAUTHENTICATED for anyone without a valid token. */
  get viewerId(): number {
    return this.requireViewer().memberId;
  }

  requireViewer(): Viewer {
    if (this.viewer) return this.viewer;
    throw new GraphQLError(
      'Sign in first: send the header "Authorization: Bearer <accessToken>", or over WebSocket { "authorization": "Bearer <accessToken>" } in the payload of connection_init.',
      {
        extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
      },
    );
  }

  /** The same request with nothing loaded yet: each event of a subscription is a fresh reading. */
  fresh(): RequestContext {
    return new RequestContext(this.viewer, this.address, this.requestId, this.departure);
  }

  /** Whatever is loaded from now on is read anew: after a change, and after a snapshot has noted its cursor. */
  forget(): void {
    this.loaders?.clear();
  }

  /** This request's loader of a kind: equal keys are read once, keys asked for together are read together. */
  loader<Key, Value>(kind: LoaderKind<Key, Value>): DataLoader<Key, Value, unknown> {
    const known = this.loaders?.get(kind);
    // The map holds under each kind only the loader made for it below.
    if (known) return known as DataLoader<Key, Value, unknown>;
    const loader = new DataLoader<Key, Value, unknown>((keys) => kind.batch(keys, this), {
      ...(kind.cacheKey ? { cacheKeyFn: kind.cacheKey } : {}),
      maxBatchSize: 500,
    });
    this.loaders ??= new Map();
    this.loaders.set(kind, loader);
    return loader;
  }
}
