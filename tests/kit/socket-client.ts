import { WebSocket } from 'ws';

export interface SocketMessage {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

export interface SocketOptions {
  readonly origin?: string;
  readonly protocol?: string;
  readonly path?: string;
  /** Whether pings are answered; default: yes. */
  readonly pongs?: boolean;
}

/**
 * Speaks the wire of `graphql-transport-ws`, rightly or wrongly, and keeps what it hears in a queue: a test takes messages
 * from it in order, each once.
 */
export class SocketClient {
  private readonly heard: SocketMessage[] = [];
  private waiting: (() => void) | undefined;
  private ended: { code: number; reason: string } | undefined;

  private constructor(private readonly ws: WebSocket) {
    ws.on('message', (data) => {
      this.heard.push(JSON.parse(data.toString()));
      this.waiting?.();
    });
    ws.on('close', (code, reason) => {
      this.ended = { code, reason: reason.toString() };
      this.waiting?.();
    });
    ws.on('error', () => {});
  }

  /** Opens a socket. Rejects with the HTTP status when there is none. */
  static open(
    url: string,
    { origin, protocol = 'graphql-transport-ws', path = '/graphql', pongs = true }: SocketOptions = {},
  ): Promise<SocketClient> {
    const options = { autoPong: pongs, ...(origin === undefined ? {} : { origin }) };
    const ws = new WebSocket(url.replace(/^http/, 'ws') + path, protocol, options);
    const client = new SocketClient(ws);
    return new Promise((resolve, reject) => {
      ws.once('open', () => resolve(client));
      ws.once('error', reject);
      ws.once('unexpected-response', (_request, response) => {
        ws.terminate();
        reject(new Error(`No socket: ${response.statusCode}`));
      });
    });
  }

  /** Opens a socket and introduces itself. */
  static async connect(url: string, token?: string): Promise<SocketClient> {
    const client = await SocketClient.open(url);
    await client.introduce(token);
    return client;
  }

  async introduce(token?: string): Promise<void> {
    this.send({ type: 'connection_init', payload: token === undefined ? {} : { authorization: `Bearer ${token}` } });
    await this.hears('connection_ack');
  }

  send(message: object): void {
    this.ws.send(JSON.stringify(message));
  }

  sendRaw(data: string | Buffer): void {
    this.ws.send(data);
  }

  /** Stops taking what the server sends, until `resume`. */
  pause(): void {
    this.ws.pause();
  }

  resume(): void {
    this.ws.resume();
  }

  subscribe(id: string, query: string, variables: Readonly<Record<string, unknown>> = {}): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** Sends an operation, and takes its one answer. */
  async ask(id: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<SocketMessage> {
    this.subscribe(id, query, variables);
    return this.take(`an answer to ${id}`, (message) => message.id === id && message.type !== 'complete');
  }

  /** Takes the next message of a kind, and of an operation if one is named. */
  hears(type: string, id?: string): Promise<SocketMessage> {
    return this.take(type, (message) => message.type === type && (id === undefined || message.id === id));
  }

  /** All that was heard and not taken. */
  get unread(): readonly SocketMessage[] {
    return this.heard;
  }

  /** Resolves when the server has ended the socket. */
  async closed(): Promise<{ code: number; reason: string }> {
    while (!this.ended) await this.news('the end of the socket');
    return this.ended;
  }

  /** Closes, and waits for the server to agree. */
  async close(): Promise<void> {
    this.ws.close();
    await this.closed();
  }

  private async take(what: string, wanted: (message: SocketMessage) => boolean): Promise<SocketMessage> {
    for (;;) {
      const index = this.heard.findIndex(wanted);
      const [message] = index < 0 ? [] : this.heard.splice(index, 1);
      if (message) return message;
      if (this.ended)
        throw new Error(`Waited for ${what}, but the socket closed: ${this.ended.code} ${this.ended.reason}`);
      await this.news(what);
    }
  }

  private news(what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => {
        reject(new Error(`Waited in vain for ${what}; unread: ${JSON.stringify(this.heard).slice(0, 500)}`));
      }, 10_000);
      this.waiting = () => {
        clearTimeout(patience);
        this.waiting = undefined;
        resolve();
      };
    });
  }
}
