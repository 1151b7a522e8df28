import type { AddressInfo } from 'node:net';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config';
import { RequestContext } from '../graphql/context';
import type { Departure } from '../graphql/departure';
import type { Metrics } from '../metrics';
import { createApollo } from './apollo';
import { Audience, type CloseReason } from './audience';
import type { Authentication } from './authentication';
import { clientAddress } from './client-address';
import { Documents } from './documents';
import { addEventStream } from './event-stream';
import { Executor } from './executor';
import { Failures, outOfReach } from './failures';
import { addHealth, type Readiness } from './health';
import { createHttp, errorBody } from './http';
import { addPlayground, type Playground } from './playground';
import { SocketProtocol } from './socket-protocol';
import { Sockets } from './sockets';

export interface ServerOptions {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  readonly authentication: Authentication;
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** What keeps this process from serving, in words; empty when nothing does. */
  readonly readiness: Readiness;
  /** The product's time. */
  readonly time: () => number;
  /** Whether an error is nobody's fault and will soon be over. */
  readonly passing?: (error: unknown) => boolean;
  readonly playground: Playground;
}

export interface Server {
  readonly url: string;
  readonly port: number;
  /** Those who listen. */
  readonly audience: Audience;
  /** Says goodbye to everyone, waits for requests under way, and ends within 25 seconds. */
  stop(): Promise<void>;
}

const PATH = '/graphql';
/** By then everything has ended, requests under way too. Milliseconds. */
const STOPPED_WITHIN = 23_000;
/** Connections that may wait to be accepted: after a restart everybody comes at once. */
const BACKLOG = 4096;
/** What requests under way get at least, after everybody who listens has gone. */
const LAST_REQUESTS = 1000;
/** Bytes of an answer above which a page of events is told in parts. */
const BATCH_BYTES = 32 * 1024;

/** Serves the schema on one port: HTTP and WebSocket at `/graphql`, SSE at `/graphql/stream`, health, metrics, and the playground where it is on. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { config, schema, authentication, metrics, logger, time } = options;
  const { limits, introspection, corsOrigins } = config;
  const documents = new Documents(schema, { ...limits, introspection });
  const passing = options.passing ?? (() => false);
  const failures = new Failures(logger, metrics, introspection, passing);
  const executor = new Executor(
    ...([schema, documents, failures, metrics] as const),
    { cost: limits.cost, batchBytes: BATCH_BYTES },
    passing,
  );
  const audience = new Audience({ mostPerMember: limits.socketsPerMember, authentication });
  const listener = {
    pace: { unsent: limits.unsent, patience: limits.slowConsumer },
    time,
    ended: (reason: CloseReason) => metrics.socketsEnding.inc({ reason }),
  };
  const sockets = new Sockets({
    path: PATH,
    origins: corsOrigins,
    largestFrame: limits.body,
    rateLimits: config.rateLimits,
    trustedProxies: config.trustedProxies,
    mostPerAddress: limits.socketsPerAddress,
    ...{ audience, listener, metrics },
  });
  sockets.speak(new SocketProtocol({ ...limits, executor, authentication, admit: (socket) => audience.admit(socket) }));

  const http = await createHttp({ logger, metrics, bodyLimit: limits.body, corsOrigins });
  const apollo = createApollo(schema, executor, logger);
  await apollo.start();
  http.post(
    PATH,
    fastifyApolloHandler(apollo, {
      context: (request) =>
        contextOf(request, authentication, config.trustedProxies).catch((error: unknown) => {
          throw passing(error) ? outOfReach(request.id) : error;
        }),
    }),
  );
  addEventStream(http, {
    ...{ path: `${PATH}/stream`, executor, audience, listener, metrics },
    context: (request, departure) => contextOf(request, authentication, config.trustedProxies, departure),
  });
  http.get(PATH, (_request, reply) =>
    reply
      .code(405)
      .header('allow', 'POST')
      .send(errorBody(usePost(config.playground), 'METHOD_NOT_ALLOWED')),
  );
  let stopping = false;
  // Connections that are kept alive wind down with the next answer, so that no request meets one just as it closes.
  http.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
  addHealth(http, metrics, async () => (stopping ? ['the server is stopping'] : options.readiness()));
  if (config.playground) await addPlayground(http, options.playground);
  http.server.on('upgrade', (request, stream, head) => sockets.upgrade(request, stream, head));
  try {
    await http.listen({ host: config.host, port: config.port, backlog: BACKLOG });
  } catch (error) {
    await audience.drain(0);
    await http.close();
    await apollo.stop();
    throw error;
  }

  const { port } = addressOf(http);
  return {
    url: `http://${hostInUrl(config.host)}:${port}`,
    port,
    audience,
    stop: async () => {
      stopping = true;
      const end = performance.now() + STOPPED_WITHIN;
      await audience.drain(limits.drain);
      const rest = Math.max(LAST_REQUESTS, end - performance.now());
      const last = setTimeout(() => http.server.closeAllConnections(), rest);
      await http.close();
      clearTimeout(last);
      await apollo.stop();
    },
  };
}

const usePost = (playground: boolean): string =>
  `Send GraphQL as JSON by POST; GET is only for WebSocket upgrades.${playground ? ' The playground is at /.' : ''}`;

async function contextOf(
  request: FastifyRequest,
  authentication: Authentication,
  proxies: number,
  departure?: Departure,
): Promise<RequestContext> {
  const viewer = await authentication.authenticate(request.headers.authorization);
  return new RequestContext(viewer, clientAddress(request.raw, proxies), request.id, departure);
}

function addressOf(http: FastifyInstance): AddressInfo {
  const address = http.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address;
}

/** All addresses at once are no address to go to. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
