import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** One direction of a connection. */
interface Flow {
  readonly from: Socket;
  readonly to: Socket;
}

/** Stands between a client and a server, passes on what they say, and misbehaves like a network when it is told to. */
export class TcpProxy {
  private readonly server = createServer((client) => this.accept(client));
  private readonly flows = new Set<Flow>();
  private silent = false;
  private lastWords: readonly string[] = [];

  /** `target` is the server, as a URL with host and port. */
  constructor(readonly target: string) {}

  async listen(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The target's URL by way of this proxy. `path` replaces the URL's own. */
  url(path = new URL(this.target).pathname): string {
    const url = new URL(path, this.target);
    url.host = `127.0.0.1:${this.port}`;
    return url.href;
  }

  /** From now on nothing arrives anywhere and nobody is told, not even of an end. What was said is kept. */
  blackHole(): void {
    this.silent = true;
    for (const { from, to } of this.flows) from.unpipe(to).pause();
  }

  /** Falls silent once a client has said these one after the other; the last is heard, its answer is not. */
  blackHoleAfter(...words: string[]): void {
    this.lastWords = words;
  }

  /** Everything passes again, what was held back first. */
  pass(): void {
    this.silent = false;
    for (const { from, to } of this.flows) from.pipe(to);
  }

  /** Breaks every connection there is, at both ends. What was held back is lost. */
  reset(): void {
    for (const { from } of this.flows) from.resetAndDestroy();
  }

  async close(): Promise<void> {
    this.server.close();
    this.reset();
    if (this.server.listening) await once(this.server, 'close');
  }

  private accept(client: Socket): void {
    let said = 0;
    client.on('data', (words) => {
      const next = this.lastWords[said];
      if (next === undefined || !words.includes(next)) return;
      if (++said < this.lastWords.length) return;
      said = 0;
      this.lastWords = [];
      setImmediate(() => this.blackHole());
    });
    const { hostname, port } = new URL(this.target);
    const server = connect(Number(port), hostname);
    this.begin({ from: client, to: server });
    this.begin({ from: server, to: client });
  }

  private begin(flow: Flow): void {
    const { from, to } = flow;
    this.flows.add(flow);
    if (!this.silent) from.pipe(to);
    // A reset closes too.
    from.on('error', () => {});
    from.once('close', () => {
      this.flows.delete(flow);
      to.destroy();
    });
  }
}
