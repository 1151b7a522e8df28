import { randomBytes } from 'node:crypto';
import fastifyCors from '@fastify/cors';
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics';

export interface HttpOptions {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly bodyLimit: number;
  readonly corsOrigins: readonly string[];
}

/** A client that has not sent its whole request by then is not going to. */
const REQUEST_TIMEOUT = 20_000;
/** Longer than the idle time of common proxies, so that a proxy never reuses a connection that we are closing. */
const KEEP_ALIVE = 75_000;

/** An HTTP server that reads JSON and refuses what it would have to guess at; routes are added by the caller. */
export async function createHttp({ logger, metrics, bodyLimit, corsOrigins }: HttpOptions): Promise<FastifyInstance> {
  const http = fastify({
    bodyLimit,
    requestTimeout: REQUEST_TIMEOUT,
    keepAliveTimeout: KEEP_ALIVE,
    forceCloseConnections: 'idle',
    genReqId: requestIds(),
    requestIdHeader: false,
    exposeHeadRoutes: false,
    // Whoever asks while we stop is answered as ever; see the server.
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true },
  });
  if (corsOrigins.length > 0)
    await http.register(fastifyCors, { origin: [...corsOrigins], methods: ['POST', 'GET'], maxAge: 86_400 });

  http.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    const refused = unreadable(request);
    if (refused) await reply.code(415).send(errorBody(refused, 'UNSUPPORTED_MEDIA_TYPE'));
  });
  http.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const route = request.routeOptions.url ?? 'unknown';
    metrics.httpSeconds.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    logger.debug({ requestId: request.id, method, route, status: reply.statusCode, ms: reply.elapsedTime }, 'answered');
  });
  acceptBodies(http);
  http.setNotFoundHandler((_request, reply) => reply.code(404).send(errorBody('There is nothing here.', 'NOT_FOUND')));
  http.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply, logger));
  return http;
}

export function errorBody(message: string, code: string, requestId?: string): object {
  return { errors: [{ message, extensions: { code, ...(requestId === undefined ? {} : { requestId }) } }] };
}

/** Ids for requests that name none of their own: unlike any other process's, and cheap. */
function requestIds(): (request: { headers: Record<string, unknown> }) => string {
  const process = randomBytes(6).toString('base64url');
  let count = 0;
  return ({ headers }) => {
    const given = headers['x-request-id'];
    return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : `${process}-${(count++).toString(36)}`;
  };
}

/** A compressed body could be a bomb, and another charset than UTF-8 would be misread. */
function unreadable({ headers }: FastifyRequest): string | undefined {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return 'Send the body without compression.';
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(headers['content-type'] ?? '')?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset) ? undefined : 'Send the body in UTF-8.';
}

const ESCAPED_SURROGATE = /\\u[dD][89a-fA-F]/;

function acceptBodies(http: FastifyInstance): void {
  http.removeAllContentTypeParsers();
  const parseJson = http.getDefaultJsonParser('error', 'error');
  http.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (!ESCAPED_SURROGATE.test(text)) return parseJson(request, text, done);
    parseJson(request, text, (error, body) => (error || isWellFormed(body) ? done(error, body) : done(malformed())));
  });
  // Anything else is read, within the limit, and ignored: Apollo then answers 400, as it must to a form of a foreign page.
  http.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null, undefined));
}

/** Half a surrogate pair is no character: databases refuse it or store something else. */
export function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, part]) => name.isWellFormed() && isWellFormed(part));
}

function malformed(): Error {
  return Object.assign(new Error('The body holds half of a surrogate pair.'), { statusCode: 400 });
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply, logger: Logger): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status === 413) return reply.code(413).send(errorBody('The body is too large.', 'PAYLOAD_TOO_LARGE'));
  if (status < 500) return reply.code(status).send(errorBody(error.message, 'BAD_REQUEST'));
  logger.error({ err: error, requestId: request.id }, 'a request failed');
  return reply.code(status).send(errorBody('Something went wrong on our side.', 'INTERNAL_SERVER_ERROR', request.id));
}
