import { print } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { EventsDocument, type EventsSubscription } from '../../schema/operations';
import type { Subscribe } from './follow';

export interface SocketOptions {
  /** `wss://…/graphql` */
  readonly url: string;
  /** An access token that counts now; asked for at each connection. */
  readonly token: () => Promise<string>;
  /** Milliseconds between pings, and how long an answer may take. */
  readonly keepAlive?: number;
  readonly patience?: number;
}

/** The client under Apollo Client, urql and Relay too. */
export function socketClient({ url, token, keepAlive = 10_000, patience = 5000 }: SocketOptions): Client {
  let answer: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url,
    keepAlive,
    connectionParams: async () => ({ authorization: `Bearer ${await token()}` }),
    // `follow` comes back itself, with the cursor in store; the library would send the first one again.
    retryAttempts: 0,
    on: {
      // The library sends pings, but does not mind when nobody answers.
      ping: (received) => {
        if (!received) answer = setTimeout(() => client.terminate(), patience);
      },
      pong: (received) => {
        if (received) clearTimeout(answer);
      },
      closed: () => clearTimeout(answer),
    },
  });
  return client;
}

export function overGraphqlWs(client: Client): Subscribe {
  return (after, { next, ended }) =>
    client.subscribe<EventsSubscription>(
      { query: print(EventsDocument), operationName: 'Events', variables: { after } },
      { next, error: ended, complete: ended },
    );
}
