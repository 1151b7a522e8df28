import { connect, createServer, type Server, type Socket } from 'node:net';

/** A telephone line to a server, which a test can cut, make silent, or lay to another server. */
export class Line {
  private readonly calls = new Set<readonly [Socket, Socket]>();

  private constructor(
    private readonly server: Server,
    private target: string,
  ) {}

  static async to(target: string): Promise<Line> {
    const server = createServer((near) => line.call(near));
    const line = new Line(server, target);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('The line has been closed.');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Later calls go there. */
  layTo(target: string): void {
    this.target = target;
  }

  /** Ends all calls with a reset. */
  cut(): void {
    for (const call of this.calls) for (const socket of call) socket.resetAndDestroy();
  }

  /** Nothing goes through the calls under way any longer, and nobody is told. Later calls are as good as new. */
  hush(): void {
    for (const [near, far] of this.calls) {
      near.unpipe(far).pause();
      far.unpipe(near).pause();
    }
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private call(near: Socket): void {
    const { hostname, port } = new URL(this.target);
    const far = connect(Number(port), hostname);
    const call = [near, far] as const;
    this.calls.add(call);
    for (const [one, other] of [call, [far, near] as const]) {
      one.on('error', () => other.resetAndDestroy());
      one.on('close', () => {
        other.destroy();
        this.calls.delete(call);
      });
      one.pipe(other);
    }
  }
}
