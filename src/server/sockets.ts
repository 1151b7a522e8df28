import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Metrics } from '../metrics';
import type { Audience, ListenerOptions } from './audience';
import { clientAddress } from './client-address';
import { originAllowed } from './origin';
import { Socket } from './socket';
import type { SocketProtocol } from './socket-protocol';

export interface SocketsOptions {
  readonly path: string;
  readonly origins: readonly string[];
  readonly largestFrame: number;
  /** Whether a flood of messages ends a socket. */
  readonly rateLimits: boolean;
  readonly trustedProxies: number;
  readonly mostPerAddress: number;
  readonly audience: Audience;
  readonly listener: ListenerOptions;
  readonly metrics: Metrics;
}

/** How long the answer to an upgrade that is refused may take to leave. Milliseconds. */
const REFUSAL = 2000;

/** All WebSockets of this process. */
export class Sockets {
  private readonly server: WebSocketServer;
  private readonly name = randomBytes(6).toString('base64url');
  private readonly ofAddress = new Map<string, number>();
  private opened = 0;
  private protocol: SocketProtocol | undefined;

  constructor(private readonly options: SocketsOptions) {
    this.server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: options.largestFrame,
      handleProtocols: (protocols) => handleProtocols(protocols),
    });
  }

  /** Begins to accept sockets that speak `protocol`. */
  speak(protocol: SocketProtocol): void {
    this.protocol = protocol;
  }

  /** Answers an HTTP upgrade: with a socket, or with a status before there is one. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const address = clientAddress(request, this.options.trustedProxies);
    const refused = this.refusal(request, address);
    stream.on('error', hangUp);
    if (refused) refuse(stream, refused);
    else this.server.handleUpgrade(request, stream, head, (ws) => this.accept(ws, address));
  }

  /** What lives as long as the socket must not see the request: its headers would live as long. */
  private accept(ws: WebSocket, address: string): void {
    this.open(new Socket(ws, address, `${this.name}-${this.opened++}`, this.options.listener), ws);
  }

  private refusal(request: IncomingMessage, address: string): string | undefined {
    if (this.options.audience.draining || !this.protocol) return '503 Service Unavailable';
    if (request.url?.split('?', 1)[0] !== this.options.path) return '404 Not Found';
    if (!originAllowed(request, this.options.origins)) return '403 Forbidden';
    if ((this.ofAddress.get(address) ?? 0) >= this.options.mostPerAddress) return '429 Too Many Requests';
    return undefined;
  }

  private count(address: string, change: 1 | -1): void {
    const count = (this.ofAddress.get(address) ?? 0) + change;
    if (count > 0) this.ofAddress.set(address, count);
    else this.ofAddress.delete(address);
  }

  private open(socket: Socket, ws: WebSocket): void {
    const { metrics, rateLimits, audience } = this.options;
    audience.enter(socket);
    this.count(socket.address, 1);
    metrics.sockets.inc();
    this.protocol?.opened(socket, ws.protocol);
    // Text and binary frames alike: some mobile clients send JSON as bytes.
    ws.on('message', (data) => {
      // Who was told that it is over can go on for half a minute.
      if (!socket.open) return;
      if (socket.expired) socket.close('tokenExpired');
      else if (rateLimits && !socket.admitMessage()) socket.close('flood');
      else this.protocol?.heard(socket, data.toString());
    });
    ws.once('close', (code) => {
      audience.forget(socket);
      this.count(socket.address, -1);
      socket.ended();
      metrics.sockets.dec();
      metrics.socketsClosed.inc({ code: socket.endedBy ?? code });
    });
  }
}

/** Answers and hangs up. A client that never does would keep its connection, and this process, for good. */
function refuse(stream: Duplex, status: string): void {
  const patience = setTimeout(() => stream.destroy(), REFUSAL);
  stream.once('close', () => clearTimeout(patience));
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => stream.destroy());
}

function hangUp(this: Duplex): void {
  this.destroy();
}
