import { print } from 'graphql';
import { type Client, createClient } from 'graphql-sse';
import { EventsDocument, type EventsSubscription } from '../../schema/operations';
import type { Subscribe } from './follow';

export interface SseOptions {
  /** `https://…/graphql/stream` */
  readonly url: string;
  /** An access token that counts now; asked for at each connection. */
  readonly token: () => Promise<string>;
}

/** Distinct connections. Nothing here notices a dead one: that is `follow`'s patience with silence. */
export function sseClient({ url, token }: SseOptions): Client {
  return createClient({
    url,
    headers: async () => ({ authorization: `Bearer ${await token()}` }),
    // `follow` comes back itself, with the cursor in store; the library would send the first one again.
    retryAttempts: 0,
  });
}

export function overGraphqlSse(client: Client): Subscribe {
  return (after, { next, ended }) =>
    client.subscribe<EventsSubscription>(
      { query: print(EventsDocument), operationName: 'Events', variables: { after } },
      { next, error: ended, complete: ended },
    );
}
