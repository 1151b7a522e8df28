import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import {
  CloseCode,
  type ConnectionInitMessage,
  GRAPHQL_TRANSPORT_WS_PROTOCOL,
  type Message,
  MessageType,
  parseMessage,
  type SubscribeMessage,
} from 'graphql-ws';
import { RequestContext } from '../graphql/context';
import type { Answer, Prepared, Refused } from './answer';
import { type Authentication, mayHaveExpired } from './authentication';
import { EventAnswers } from './event-answers';
import { EventUnreadable, type Executor } from './executor';
import { limitExceeded } from './failures';
import type { Socket } from './socket';
import type { Operation } from './socket-operations';

export interface ProtocolOptions {
  readonly executor: Executor;
  readonly authentication: Authentication;
  /** Milliseconds until a client must have introduced itself. */
  readonly connectionInit: number;
  readonly subscriptionsPerSocket: number;
  /** Gives a member's socket its place; false when the member has too many. */
  readonly admit: (socket: Socket) => boolean;
}

/**
 * The protocol `graphql-transport-ws`, in the words of its library, which reads and checks the messages. What its server would
 * keep for each subscription weighs more than a subscription does. An error in one operation never ends a socket, and with it
 * the client's other subscriptions.
 */
export class SocketProtocol {
  constructor(private readonly options: ProtocolOptions) {}

  opened(socket: Socket, protocol: string): void {
    if (protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL)
      socket.closeWith(CloseCode.SubprotocolNotAcceptable, 'Subprotocol not acceptable');
    socket.awaitIntroduction(this.options.connectionInit, () =>
      socket.closeWith(CloseCode.ConnectionInitialisationTimeout, 'Connection initialisation timeout'),
    );
  }

  heard(socket: Socket, text: string): void {
    const message = read(text);
    if (message?.type === MessageType.ConnectionInit) void this.introduce(socket, message);
    else if (message?.type === MessageType.Ping) void say(socket, { ...message, type: MessageType.Pong });
    else if (message?.type === MessageType.Subscribe) this.subscribe(socket, message);
    else if (message?.type === MessageType.Complete) socket.complete(message.id);
    else if (message?.type !== MessageType.Pong) socket.close('invalidMessage');
  }

  private async introduce(socket: Socket, { payload }: ConnectionInitMessage): Promise<void> {
    if (!socket.introduce())
      return socket.closeWith(CloseCode.TooManyInitialisationRequests, 'Too many initialisation requests');
    const given = payload?.authorization ?? payload?.Authorization;
    const authorization = typeof given === 'string' && given !== '' ? given : undefined;
    try {
      const viewer = await this.options.authentication.authenticate(authorization);
      if (!socket.open) return;
      socket.viewer = viewer;
      if (!this.options.admit(socket)) return socket.close('overload');
    } catch (error) {
      if (!(error instanceof GraphQLError)) return socket.close('overload');
      return socket.close(authorization !== undefined && mayHaveExpired(authorization) ? 'tokenExpired' : 'neverValid');
    }
    socket.acknowledged = true;
    void say(socket, { type: MessageType.ConnectionAck });
  }

  private subscribe(socket: Socket, { id, payload }: SubscribeMessage): void {
    if (!socket.acknowledged) socket.closeWith(CloseCode.Unauthorized, 'Unauthorized');
    else if (socket.operations.has(id)) socket.close('duplicate');
    else {
      const context = new RequestContext(socket.viewer, socket.address, socket.nextRequestId(), socket.departure);
      const prepared = this.prepare(socket, payload, context);
      if (prepared.errors) void say(socket, { id, type: MessageType.Error, payload: prepared.errors });
      else void this.run(socket, id, prepared, context);
    }
  }

  private run(socket: Socket, id: string, prepared: Prepared, context: RequestContext): Promise<void> {
    const subscription = prepared.operation.node.operation === 'subscription';
    const operation = socket.operations.begin(id, subscription);
    if (subscription) return this.follow(socket, operation, prepared, context);
    return this.answer(socket, operation, prepared, context);
  }

  private prepare(socket: Socket, payload: SubscribeMessage['payload'], context: RequestContext): Prepared | Refused {
    const { executor, subscriptionsPerSocket: most } = this.options;
    try {
      const prepared = executor.prepare(payload);
      const over = prepared.operation?.node.operation === 'subscription' && socket.operations.subscriptions >= most;
      return over ? { errors: [tooMany(most)] } : prepared;
    } catch (error) {
      return { errors: executor.failure(error, context, 'websocket') };
    }
  }

  private async answer(
    socket: Socket,
    operation: Operation,
    prepared: Prepared,
    context: RequestContext,
  ): Promise<void> {
    const done = socket.departure.join(() => {});
    const { answer } = await this.options.executor.execute(prepared, context, 'websocket');
    await tellOnce(socket, operation, answer).finally(done);
  }

  private async follow(
    socket: Socket,
    operation: Operation,
    prepared: Prepared,
    context: RequestContext,
  ): Promise<void> {
    const { executor } = this.options;
    const answers = await executor.subscribe(prepared, context, 'websocket');
    if (!(answers instanceof EventAnswers)) return tellOnce(socket, operation, answers);
    socket.operations.follow(operation, answers);
    // Not waited for: what has opened the source is forgotten, and not kept for as long as it lasts.
    tellAll(socket, operation, answers).catch((error: unknown) => {
      if (error instanceof EventUnreadable) return socket.close('overload');
      const payload = executor.failure(error, context, 'websocket');
      if (!operation.completed) void say(socket, { id: operation.id, type: MessageType.Error, payload });
    });
  }
}

async function tellAll(socket: Socket, operation: Operation, answers: EventAnswers<unknown, Answer>): Promise<void> {
  const { id } = operation;
  try {
    await answers.each((payload) => socket.sendOne(JSON.stringify({ id, type: MessageType.Next, payload })));
  } finally {
    socket.operations.forget(operation);
  }
  if (!operation.completed) void say(socket, { id, type: MessageType.Complete });
}

async function tellOnce(socket: Socket, operation: Operation, payload: Answer): Promise<void> {
  const { id } = operation;
  socket.operations.forget(operation);
  if (operation.completed) return;
  await say(socket, { id, type: MessageType.Next, payload });
  void say(socket, { id, type: MessageType.Complete });
}

function say(socket: Socket, message: Said): Promise<void> {
  return socket.send(JSON.stringify(message));
}

interface Said {
  readonly type: MessageType;
  readonly id?: string;
  readonly payload?: Answer | readonly GraphQLFormattedError[] | Record<string, unknown> | undefined;
}

/** Undefined: this is no message of the protocol. */
function read(text: string): Message | undefined {
  try {
    return parseMessage(text);
  } catch {
    return undefined;
  }
}

function tooMany(most: number): GraphQLFormattedError {
  const message = `A socket carries at most ${most} subscriptions. Complete one first, or open another socket.`;
  return limitExceeded('subscriptions', message).toJSON();
}
