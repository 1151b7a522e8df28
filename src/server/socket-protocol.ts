import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { type Context, makeServer, type Server, type SubscribePayload } from 'graphql-ws';
import { RequestContext } from '../graphql/context';
import { type Authentication, mayHaveExpired } from './authentication';
import { type Answer, EventUnreadable, type Executor, type Prepared } from './executor';
import { limitExceeded } from './failures';
import type { Socket } from './socket';

export interface ProtocolOptions {
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly authentication: Authentication;
  /** Milliseconds until a client must have introduced itself. */
  readonly connectionInit: number;
  readonly subscriptionsPerSocket: number;
  /** Gives a member's socket its place; false when the member has too many. */
  readonly admit: (socket: Socket) => boolean;
}

type SocketContext = Context<Record<string, unknown>, Socket>;

/**
 * The protocol `graphql-transport-ws`, with our own parsing, validation, execution and masking in the place of its
 * defaults. No hook throws: an error in one operation never ends a socket, and with it the client's other subscriptions.
 */
export function socketProtocol(options: ProtocolOptions): Server<Socket> {
  return makeServer<Record<string, unknown>, Socket>({
    connectionInitWaitTimeout: options.connectionInit,
    onConnect: (context) => introduce(context, options),
    onSubscribe: (context, id, payload) => begin(context, id, payload, options),
    execute: async ({ contextValue }) => {
      const { prepared, context } = running(contextValue);
      return reported((await options.executor.execute(prepared, context, 'websocket')).answer);
    },
    subscribe: async ({ contextValue }) => {
      const { prepared, context, id, socket } = running(contextValue);
      const answers = await options.executor.subscribe(prepared, context, 'websocket', reported);
      return Symbol.asyncIterator in answers ? socket.operations.follow(id, answers) : answers;
    },
    onError: ({ extra }, _id, _payload, errors) =>
      errors.flatMap((error) => {
        if (error instanceof ShownError) return error.toJSON();
        if (!(error.originalError instanceof EventUnreadable))
          return options.executor.failure(error, contextOf(extra), 'websocket');
        extra.close('overload');
        return [];
      }),
    onComplete: ({ extra }, id) => extra.operations.complete(id),
  });
}

/** An operation under way, which graphql-ws carries from one hook to the next as the context. */
class Running {
  constructor(
    readonly prepared: Prepared,
    readonly context: RequestContext,
    readonly id: string,
    readonly socket: Socket,
  ) {}
}

/** An error as clients may read it, in the shape that graphql-ws wants. */
class ShownError extends GraphQLError {
  constructor(private readonly shown: GraphQLFormattedError) {
    super(shown.message);
  }

  override toJSON(): GraphQLFormattedError {
    return this.shown;
  }
}

async function introduce(
  { connectionParams, extra: socket }: SocketContext,
  { authentication, admit }: ProtocolOptions,
): Promise<boolean> {
  const given = connectionParams?.authorization ?? connectionParams?.Authorization;
  const authorization = typeof given === 'string' && given !== '' ? given : undefined;
  try {
    const viewer = await authentication.authenticate(authorization);
    if (!socket.open) return false;
    socket.viewer = viewer;
    if (admit(socket)) return true;
    socket.close('overload');
  } catch (error) {
    if (!(error instanceof GraphQLError)) socket.close('overload');
    else socket.close(authorization !== undefined && mayHaveExpired(authorization) ? 'tokenExpired' : 'neverValid');
  }
  return false;
}

function begin({ extra: socket }: SocketContext, id: string, payload: SubscribePayload, options: ProtocolOptions) {
  const { executor, schema, subscriptionsPerSocket } = options;
  const { operations } = socket;
  const context = contextOf(socket);
  try {
    if (operations.has(id)) {
      socket.close('duplicate');
      return shown(executor.refused(new GraphQLError('An operation with this id has not ended.')));
    }
    const prepared = executor.prepare(payload);
    if (prepared.errors) return shown(prepared.errors);
    const { document, node } = prepared.operation;
    if (node.operation === 'subscription') {
      if (operations.subscriptions >= subscriptionsPerSocket) return shown([tooMany(subscriptionsPerSocket)]);
      operations.beginSubscription(id);
    } else
      operations.beginAnswer(
        id,
        socket.departure.join(() => {}),
      );
    return {
      schema,
      document,
      operationName: node.name?.value,
      contextValue: new Running(prepared, context, id, socket),
    };
  } catch (error) {
    return shown(executor.failure(error, context, 'websocket'));
  }
}

function contextOf(socket: Socket): RequestContext {
  return new RequestContext(socket.viewer, socket.address, socket.nextRequestId(), socket.departure);
}

function tooMany(most: number): GraphQLFormattedError {
  const message = `A socket carries at most ${most} subscriptions. Complete one first, or open another socket.`;
  return limitExceeded('subscriptions', message).toJSON();
}

function running(contextValue: unknown): Running {
  if (contextValue instanceof Running) return contextValue;
  throw new Error('An operation has begun without being prepared.');
}

function shown(errors: readonly GraphQLFormattedError[]): ShownError[] {
  return errors.map((error) => new ShownError(error));
}

function reported({ errors, ...rest }: Answer) {
  return errors ? { ...rest, errors: shown(errors) } : rest;
}
