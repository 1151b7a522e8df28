import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, type Server as Protocol } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Metrics } from '../metrics';
import type { Authentication } from './authentication';
import { clientAddress } from './client-address';
import { originAllowed } from './origin';
import { Socket } from './socket';

export interface SocketsOptions {
  readonly path: string;
  readonly origins: readonly string[];
  readonly largestFrame: number;
  readonly socketsPerMember: number;
  /** Whether a flood of messages ends a socket. */
  readonly rateLimits: boolean;
  readonly trustedProxies: number;
  readonly authentication: Authentication;
  readonly metrics: Metrics;
  /** The product's time, by which tokens expire. */
  readonly time: () => number;
}

/** How often expired tokens are looked for, and dead connections. Milliseconds. */
const EXPIRY_ROUND = 250;
const PING_ROUND = 15_000;
/** What a client gets to answer our goodbye. */
const FAREWELL = 2000;

/** All WebSockets of this process. */
export class Sockets {
  private readonly server: WebSocketServer;
  private readonly all = new Set<Socket>();
  private readonly ofMember = new Map<number, Set<Socket>>();
  private readonly rounds: NodeJS.Timeout[];
  private readonly name = randomBytes(6).toString('base64url');
  private opened = 0;
  private draining = false;
  private protocol: Protocol<Socket> | undefined;

  constructor(private readonly options: SocketsOptions) {
    this.server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: options.largestFrame,
      handleProtocols: (protocols) => handleProtocols(protocols),
    });
    this.rounds = [
      setInterval(() => this.each((socket) => socket.expired && socket.close('tokenExpired')), EXPIRY_ROUND),
      setInterval(() => this.each((socket) => socket.ping()), PING_ROUND),
    ];
  }

  /** Begins to accept sockets that speak `protocol`. */
  speak(protocol: Protocol<Socket>): void {
    this.protocol = protocol;
  }

  get count(): number {
    return this.all.size;
  }

  /** Answers an HTTP upgrade: with a socket, or with a status before there is one. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const refused = this.refusal(request);
    stream.on('error', () => stream.destroy());
    if (refused) stream.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    else
      this.server.handleUpgrade(request, stream, head, (ws) => {
        const address = clientAddress(request, this.options.trustedProxies);
        const socket = new Socket(ws, address, `${this.name}-${this.opened++}`, this.options.time);
        this.open(socket, ws);
      });
  }

  /** Gives a member's socket its place; false when the member has as many as are allowed. */
  admit(socket: Socket): boolean {
    if (!socket.viewer) return true;
    const { memberId } = socket.viewer;
    const others = this.ofMember.get(memberId) ?? new Set();
    if (others.size >= this.options.socketsPerMember) return false;
    this.ofMember.set(memberId, others.add(socket));
    return true;
  }

  /** Asks again whether a member's sessions go on, and ends the sockets of those that do not. */
  async recheck(memberId: number): Promise<void> {
    await Promise.all(
      [...(this.ofMember.get(memberId) ?? [])].map(async (socket) => {
        const { viewer } = socket;
        if (viewer && !(await this.options.authentication.isSessionAlive(viewer.sessionId)))
          socket.close('sessionEnded');
      }),
    );
  }

  /** Ends all sockets; clients come again, to another process. */
  async drain(): Promise<void> {
    this.draining = true;
    this.each((socket) => socket.close('restart'));
    const end = Date.now() + FAREWELL;
    while (this.all.size > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    this.each((socket) => socket.terminate());
    for (const round of this.rounds) clearInterval(round);
  }

  private refusal(request: IncomingMessage): string | undefined {
    if (this.draining || !this.protocol) return '503 Service Unavailable';
    if (request.url?.split('?', 1)[0] !== this.options.path) return '404 Not Found';
    if (!originAllowed(request, this.options.origins)) return '403 Forbidden';
    return undefined;
  }

  private open(socket: Socket, ws: WebSocket): void {
    const { metrics, rateLimits } = this.options;
    this.all.add(socket);
    metrics.sockets.inc();
    const closed = this.protocol?.opened(
      {
        protocol: ws.protocol,
        send: (message) => socket.send(message),
        close: (code, reason) => socket.closeWith(code, reason),
        onMessage: (handle) =>
          // Text and binary frames alike: some mobile clients send JSON as bytes.
          ws.on('message', (data) => {
            if (socket.expired) return socket.close('tokenExpired');
            if (rateLimits && !socket.admitMessage()) return socket.close('flood');
            handle(data.toString()).catch(() => socket.close('invalidMessage'));
          }),
      },
      socket,
    );
    ws.once('close', (code, reason) => {
      this.forget(socket);
      metrics.sockets.dec();
      metrics.socketsClosed.inc({ code });
      closed?.(code, reason.toString()).catch(() => {});
    });
  }

  private forget(socket: Socket): void {
    this.all.delete(socket);
    const memberId = socket.viewer?.memberId;
    const others = memberId === undefined ? undefined : this.ofMember.get(memberId);
    if (memberId === undefined || !others) return;
    others.delete(socket);
    if (others.size === 0) this.ofMember.delete(memberId);
  }

  private each(act: (socket: Socket) => void): void {
    for (const socket of this.all) act(socket);
  }
}
