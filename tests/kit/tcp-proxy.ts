import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises';

/** How a network carries what is said over it. Times are milliseconds. */
export type Weather =
  | { readonly kind: 'fair' }
  /** Nothing arrives anywhere and nobody is told, not even of an end. */
  | { readonly kind: 'silent' }
  /** Each piece takes `latency`, more or less by up to `spread`. */
  | { readonly kind: 'slow'; readonly latency: number; readonly spread: number }
  /** One byte at a time. */
  | { readonly kind: 'sliced' }
  | { readonly kind: 'narrow'; readonly bytesPerSecond: number };

/** Something a client said that has not been passed on yet. */
export interface Held {
  passOn(): void;
  /** Breaks this connection. */
  reset(): void;
  /** Passes the piece on, and never anything that the server says from now on. */
  passOnUnanswered(): void;
}

interface Trap {
  /** Pieces that hold these follow on one connection; what has been taken back does not count. */
  readonly words: readonly string[];
  readonly caught: (held: Held) => void;
}

/** A client's connection, and the one to the server that goes with it. */
interface Link {
  readonly client: Socket;
  readonly server: Socket;
  unanswered: boolean;
  /** How many of the trap's words were said, and the trap that is meant. */
  said: number;
  trap?: Trap | undefined;
}

const TAKEN_BACK = 'ROLLBACK';

/** Stands between a client and a server, passes on what they say, and misbehaves like a network when it is told to. */
export class TcpProxy {
  private readonly server = createServer((client) => this.accept(client));
  private readonly sockets = new Set<Socket>();
  port = 0;
  private weather: Weather = { kind: 'fair' };
  private cleared: Promise<void> = Promise.resolve();
  private clear = () => {};
  private trap: Trap | undefined;

  /** `target` is the server, as a URL with host and port; connections to come go to whatever it is by then. */
  constructor(public target: string) {}

  async listen(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    // Kept, since whoever comes later than the end still asks where to go.
    this.port = (this.server.address() as AddressInfo).port;
    return this;
  }

  /** The target's URL by way of this proxy. `path` replaces the URL's own. */
  url(path = new URL(this.target).pathname): string {
    const url = new URL(path, this.target);
    url.host = `127.0.0.1:${this.port}`;
    return url.href;
  }

  /** How everything passes from now on, on the connections there are and on those to come. */
  become(weather: Weather): void {
    this.weather = weather;
    if (weather.kind !== 'silent') this.clear();
    else
      this.cleared = new Promise((resolve) => {
        this.clear = resolve;
      });
  }

  /** From now on nothing arrives anywhere and nobody is told, not even of an end. What was said is kept. */
  blackHole(): void {
    this.become({ kind: 'silent' });
  }

  /** Falls silent once a client has said these one after the other; the last is heard, its answer is not. */
  blackHoleAfter(...words: string[]): void {
    void this.catches(...words).then((held) => {
      held.passOn();
      setImmediate(() => this.blackHole());
    });
  }

  /** Everything passes again, what was held back first. */
  pass(): void {
    this.become({ kind: 'fair' });
  }

  /** Breaks every connection there is, at both ends. What was held back is lost. */
  reset(): void {
    for (const socket of this.sockets) breakOff(socket);
  }

  /**
   * Resolves with the piece in which a client says the last of these, the others having been said before it, one after the other, on
   * the same connection, and none of it rolled back. It is kept back until something is done with it.
   */
  catches(...words: string[]): Promise<Held> {
    return new Promise((caught) => {
      this.trap = { words, caught };
    });
  }

  async close(): Promise<void> {
    this.pass();
    this.server.close();
    this.reset();
    if (this.server.listening) await once(this.server, 'close');
  }

  private accept(client: Socket): void {
    const { hostname, port } = new URL(this.target);
    const server = connect(Number(port), hostname);
    const link: Link = { client, server, unanswered: false, said: 0 };
    this.join(client, server, (piece) => this.trapped(piece, link));
    this.join(server, client, async () => !link.unanswered);
  }

  /** Whether a piece is to be passed on; not before that is known. */
  private trapped(piece: Buffer, link: Link): Promise<boolean> {
    const { trap } = this;
    if (trap !== link.trap || piece.includes(TAKEN_BACK)) link.said = 0;
    link.trap = trap;
    if (!trap || !piece.includes(trap.words[link.said] ?? '')) return Promise.resolve(true);
    if (++link.said < trap.words.length) return Promise.resolve(true);
    this.trap = undefined;
    return new Promise((resolve) => {
      const reset = () => {
        resolve(false);
        breakOff(link.client);
        breakOff(link.server);
      };
      const passOnUnanswered = () => {
        link.unanswered = true;
        resolve(true);
      };
      trap.caught({ passOn: () => resolve(true), passOnUnanswered, reset });
    });
  }

  private join(from: Socket, to: Socket, passes: (piece: Buffer) => Promise<boolean>): void {
    this.sockets.add(from);
    from.setNoDelay();
    from.on('data', (piece) => {
      // One piece at a time: order is kept, and a slow reader slows its writer.
      from.pause();
      void passes(piece)
        .then((passed) => (passed ? this.carry(piece, to) : undefined))
        .then(() => from.resume());
    });
    from.on('error', () => {});
    from.once('end', () => void this.cleared.then(() => to.end()));
    from.once('close', () => {
      this.sockets.delete(from);
      void this.cleared.then(() => to.destroy());
    });
  }

  private async carry(piece: Buffer, to: Socket): Promise<void> {
    const { weather } = this;
    await this.cleared;
    if (weather.kind === 'slow') await delay(weather.latency + (2 * Math.random() - 1) * weather.spread);
    if (weather.kind === 'narrow') await delay((1000 * piece.length) / weather.bytesPerSecond);
    if (weather.kind === 'sliced')
      for (const byte of piece) {
        to.write(Buffer.of(byte));
        await turn();
      }
    else if (!to.write(piece) && !to.destroyed)
      await Promise.race([once(to, 'drain'), once(to, 'close')]).catch(() => {});
  }
}

/** Node leaks a socket that is reset while it says goodbye. */
function breakOff(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
