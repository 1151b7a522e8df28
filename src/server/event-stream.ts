import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { RequestContext } from '../graphql/context';
import { Departure } from '../graphql/departure';
import type { Metrics } from '../metrics';
import type { Answer, OperationRequest, Prepared } from './answer';
import type { Audience, ListenerOptions } from './audience';
import { EventAnswers } from './event-answers';
import { EventResponse } from './event-response';
import { EventUnreadable, type Executor } from './executor';
import { statusOf } from './failures';
import { errorBody } from './http';

export interface EventStreamOptions {
  readonly path: string;
  readonly executor: Executor;
  readonly audience: Audience;
  readonly listener: ListenerOptions;
  readonly metrics: Metrics;
  /** Throws what a token that does not count deserves. */
  readonly context: (request: FastifyRequest, departure: Departure) => Promise<RequestContext>;
}

/**
 * GraphQL over server-sent events, by the "distinct connections mode" of the protocol `graphql-sse`: each operation is a
 * POST whose response tells of `next`, `next`, … and `complete`. Under the limits and the masking of every other transport.
 */
export function addEventStream(http: FastifyInstance, options: EventStreamOptions): void {
  http.post(options.path, (request, reply) => answer(request, reply, options));
  http.get(options.path, (_request, reply) =>
    reply
      .code(405)
      .header('allow', 'POST')
      .send(errorBody('Send the operation as JSON by POST.', 'METHOD_NOT_ALLOWED')),
  );
}

async function answer(request: FastifyRequest, reply: FastifyReply, options: EventStreamOptions) {
  const { executor, audience } = options;
  const operation = operationOf(request.body);
  if (!operation) return reply.code(400).send(errorBody('Send the operation as JSON.', 'BAD_REQUEST'));
  const departure = new Departure();
  const context = await options.context(request, departure).catch((error: unknown) => refuse(reply, error, options));
  if (!(context instanceof RequestContext)) return context;
  if (isGone(reply)) return hangUp(request, reply);
  if (audience.draining) return again(reply.code(503), 'The server is stopping.');
  const response = new EventResponse(reply.raw, context, options.listener);
  const prepared = executor.prepare(operation);
  if (!audience.admit(response)) return again(reply.code(429), 'You listen in too many places. Close one first.');
  audience.enter(response);
  options.metrics.eventResponses.inc();
  reply.hijack();
  reply.raw.once('close', () => {
    audience.forget(response);
    options.metrics.eventResponses.dec();
  });
  response.begin(headersOf(reply));
  if (prepared.errors) await tellOnce(response, { errors: prepared.errors });
  else await tell(prepared, context, response, reply, executor);
  return reply;
}

/**
 * Whether the response will never be told that it is over: its client has left meanwhile, or asked before another answer of the same
 * connection had come, and waits in line for it.
 */
function isGone({ raw }: FastifyReply): boolean {
  return raw.destroyed || raw.socket === null || raw.socket.destroyed;
}

function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.raw.socket.destroy();
  return reply.hijack();
}

/** Tells everything the operation gives. */
async function tell(
  prepared: Prepared,
  context: RequestContext,
  response: EventResponse,
  reply: FastifyReply,
  executor: Executor,
): Promise<void> {
  if (prepared.operation.node.operation !== 'subscription') {
    const done = context.departure.join(() => {});
    const { answer: whole } = await executor.execute(prepared, context, 'sse');
    await tellOnce(response, whole).finally(done);
    return;
  }
  const answers = await executor.subscribe(prepared, context, 'sse');
  if (!(answers instanceof EventAnswers)) return tellOnce(response, answers);
  reply.raw.once('close', () => void answers.return());
  if (!response.open) await answers.return();
  try {
    await answers.each((one) => response.send('next', JSON.stringify(one)));
    await finish(response);
  } catch (error) {
    if (error instanceof EventUnreadable) return response.close('overload');
    await tellOnce(response, { errors: executor.failure(error, context, 'sse') });
  }
}

async function tellOnce(response: EventResponse, whole: Answer): Promise<void> {
  await response.send('next', JSON.stringify(whole));
  await finish(response);
}

async function finish(response: EventResponse): Promise<void> {
  await response.send('complete');
  response.end();
}

function refuse(reply: FastifyReply, error: unknown, { executor }: EventStreamOptions): FastifyReply {
  // As for a socket: whoever the client is cannot be found out just now.
  if (!(error instanceof GraphQLError)) return again(reply.code(503), 'Try again later.');
  const status = statusOf([{ message: error.message, originalError: error }]) ?? 400;
  const errors: readonly GraphQLFormattedError[] = executor.refused(error);
  return reply.code(status).send({ errors });
}

function again(reply: FastifyReply, message: string): FastifyReply {
  return reply.header('retry-after', '1').send(errorBody(message, 'TRY_AGAIN'));
}

/** What the response was going to say of itself, had Fastify sent it: the request's id, and what CORS needs. */
function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));
}

/** The operation in a body, as far as its shape is right; undefined when it is not. */
function operationOf(body: unknown): OperationRequest | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { query, operationName, variables }: Record<string, unknown> = { ...body };
  const right =
    typeof query === 'string' &&
    (operationName === undefined || operationName === null || typeof operationName === 'string') &&
    (variables === undefined || variables === null || (typeof variables === 'object' && !Array.isArray(variables)));
  if (!right) return undefined;
  return { query, operationName, variables: variables ? { ...variables } : undefined };
}
