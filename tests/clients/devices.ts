import { ApolloClient, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { Client as UrqlClient } from '@urql/core';
import type { Client as SseClient } from 'graphql-sse';
import type { Client as SocketClient } from 'graphql-ws';
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
  /** Where a device goes on that has been here before. */
  readonly cursor?: string;
}

/** What the libraries' files are given. */
export interface Parts {
  readonly socket: () => SocketClient;
  readonly stream: SseClient;
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
  /** Whatever went wrong, in JSON. */
  readonly troubles: string[] = [];
  /** How often it has come, the first time included. */
  visits = 0;
  private readonly leaving = new AbortController();
  private following: Promise<void> | undefined;

  constructor(read: Settings['read'], cursor?: string) {
    super(read);
    this.cursor = cursor;
  }

  start(subscribe: Subscribe): this {
    const counted: Subscribe = (after, observer) => {
      this.visits++;
      return subscribe(after, observer);
    };
    this.following = follow(counted, this, {
      ...{ signal: this.leaving.signal, ...IMPATIENCE },
      troubled: (why) => this.troubles.push(JSON.stringify(why)),
    });
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
export function devices({ url, token, read, compiled, cursor }: Settings): ReadonlyMap<string, Device> {
  const socket = () => socketClient({ url: `${url.replace(/^http/, 'ws')}/graphql`, token, ...HASTE });
  const stream = sseClient({ url: `${url}/graphql/stream`, token });
  return devicesOver({ socket, stream, compiled }, read, cursor);
}

export function devicesOver(
  { socket, stream, compiled }: Parts,
  read: Settings['read'],
  cursor?: string,
): ReadonlyMap<string, Device> {
  const apollo = new ApolloClient({ link: new GraphQLWsLink(socket()), cache: new InMemoryCache() });
  const urql = new UrqlClient({ url: 'http://unused', exchanges: [socketExchange(socket())], preferGetMethod: false });
  const ways: readonly (readonly [string, Subscribe])[] = [
    ['graphql-ws', overGraphqlWs(socket())],
    ['graphql-sse', overGraphqlSse(stream)],
    ['Apollo Client', overApollo(apollo)],
    ['urql', overUrql(urql)],
    ['Relay', overRelay(relayEnvironment(socket()), compiled.load('GraceEventsSubscription'))],
  ];
  return new Map(ways.map(([name, subscribe]) => [name, new Device(read, cursor).start(subscribe)]));
}

function relayEnvironment(client: SocketClient): Environment {
  const nothingElse = () => Promise.reject(new Error('This device only listens.'));
  return new Environment({
    network: Network.create(nothingElse, relaySubscriptions(client)),
    store: new RelayStore(new RecordSource()),
  });
}
