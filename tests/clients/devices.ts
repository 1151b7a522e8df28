import { ApolloClient, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { Client as UrqlClient } from '@urql/core';
import { Environment, Network, RecordSource, Store as RelayStore } from 'relay-runtime';
import { WebSocket } from 'ws';
import { overApollo } from '../../examples/web-client/apollo';
import { Book, type Snapshot } from '../../examples/web-client/book';
import { type EventBatch, follow, type Subscribe } from '../../examples/web-client/follow';
import { overGraphqlSse, sseClient } from '../../examples/web-client/graphql-sse';
import { overGraphqlWs, socketClient } from '../../examples/web-client/graphql-ws';
import { overRelay, relaySubscriptions } from '../../examples/web-client/relay';
import { overUrql, socketExchange } from '../../examples/web-client/urql';
import type { Compiled } from './relay/compiled';

export interface Settings {
  readonly url: string;
  readonly token: () => Promise<string>;
  readonly read: () => Promise<Snapshot>;
  readonly compiled: Compiled;
}

// Browsers have it, and Node from version 22 on.
Object.assign(globalThis, { WebSocket });

/** The example's settings, with its seconds made short. */
const HASTE = { keepAlive: 1000, patience: 1000 };
const IMPATIENCE = { silence: 4000, longestPause: 1000 };

/** A device of the example, which remembers what it was told. */
export class Device extends Book {
  /** Numbers of all events, in the order in which they were applied. */
  readonly seqs: number[] = [];
  /** How often it has come, the first time included. */
  visits = 0;
  private readonly leaving = new AbortController();
  private following: Promise<void> | undefined;

  start(subscribe: Subscribe): this {
    const counted: Subscribe = (after, observer) => {
      this.visits++;
      return subscribe(after, observer);
    };
    this.following = follow(counted, this, { signal: this.leaving.signal, ...IMPATIENCE });
    return this;
  }

  override async apply(events: EventBatch['events'], cursor: string): Promise<void> {
    this.seqs.push(...events.map(({ seq }) => Number(seq)));
    await super.apply(events, cursor);
  }

  async stop(): Promise<void> {
    this.leaving.abort();
    await this.following;
  }
}

/** One device for each library, by the library's name. */
export function devices(settings: Settings): ReadonlyMap<string, Device> {
  const url = `${settings.url.replace(/^http/, 'ws')}/graphql`;
  const socket = () => socketClient({ url, token: settings.token, ...HASTE });
  const ways: readonly (readonly [string, Subscribe])[] = [
    ['graphql-ws', overGraphqlWs(socket())],
    ['graphql-sse', overGraphqlSse(sseClient({ url: `${settings.url}/graphql/stream`, token: settings.token }))],
    ['Apollo Client', overApollo(new ApolloClient({ link: new GraphQLWsLink(socket()), cache: new InMemoryCache() }))],
    [
      'urql',
      overUrql(new UrqlClient({ url: settings.url, exchanges: [socketExchange(socket())], preferGetMethod: false })),
    ],
    ['Relay', overRelay(relayEnvironment(socket()), settings.compiled.load('GraceEventsSubscription'))],
  ];
  return new Map(ways.map(([name, subscribe]) => [name, new Device(settings.read).start(subscribe)]));
}

function relayEnvironment(client: ReturnType<typeof socketClient>): Environment {
  const nothingElse = () => Promise.reject(new Error('This device only listens.'));
  return new Environment({
    network: Network.create(nothingElse, relaySubscriptions(client)),
    store: new RelayStore(new RecordSource()),
  });
}
