import { connect, type Socket } from 'node:net';

export interface FrameEvents {
  readonly opened: (socket: FrameSocket) => void;
  readonly heard: (socket: FrameSocket, text: string) => void;
  readonly closed: () => void;
}

const END_OF_HEAD = '\r\n\r\n';
const [TEXT, CLOSE, PING, PONG] = [1, 8, 9, 10];

/** Just enough of a WebSocket client: a tenth of the cost of a whole one, so that the machine is left to the server. */
export class FrameSocket {
  private readonly socket: Socket;
  private bytes: Buffer = Buffer.alloc(0);
  private open = false;

  constructor(
    url: string,
    private readonly events: FrameEvents,
  ) {
    const { hostname, port } = new URL(url);
    this.socket = connect(Number(port), hostname, () => this.socket.write(request(hostname, port)));
    this.socket.setNoDelay(true);
    this.socket.on('data', (data) => this.take(data));
    this.socket.on('error', () => {});
    this.socket.on('close', () => events.closed());
  }

  send(text: string): void {
    this.write(TEXT, Buffer.from(text));
  }

  /** Reads nothing any more: what is sent waits in the kernels, as far as they let it. */
  pause(): void {
    this.socket.pause();
  }

  destroy(): void {
    this.socket.destroy();
  }

  /** Masked, as the protocol demands, with a mask of zeros. */
  private write(opcode: number, payload: Buffer): void {
    const head = payload.length < 126 ? Buffer.alloc(6) : Buffer.alloc(8);
    head[0] = 0x80 | opcode;
    head[1] = 0x80 | Math.min(payload.length, 126);
    if (payload.length >= 126) head.writeUInt16BE(payload.length, 2);
    this.socket.write(Buffer.concat([head, payload]));
  }

  private take(data: Buffer): void {
    this.bytes = this.bytes.length === 0 ? data : Buffer.concat([this.bytes, data]);
    if (!this.open && !this.takeHead()) return;
    while (this.takeFrame());
  }

  private takeHead(): boolean {
    const end = this.bytes.indexOf(END_OF_HEAD);
    if (end < 0) return false;
    if (!this.bytes.toString('latin1', 0, 12).endsWith('101')) return this.socket.destroy().destroyed && false;
    this.bytes = this.bytes.subarray(end + END_OF_HEAD.length);
    this.open = true;
    this.events.opened(this);
    return true;
  }

  private takeFrame(): boolean {
    const { bytes } = this;
    if (bytes.length < 2) return false;
    const short = (bytes[1] ?? 0) & 127;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (bytes.length < head) return false;
    const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? bytes.readUInt32BE(6) : short;
    if (bytes.length < head + length) return false;
    const payload = bytes.subarray(head, head + length);
    this.bytes = bytes.length === head + length ? Buffer.alloc(0) : bytes.subarray(head + length);
    const opcode = (bytes[0] ?? 0) & 15;
    if (opcode === TEXT) this.events.heard(this, payload.toString());
    if (opcode === PING) this.write(PONG, payload);
    if (opcode === CLOSE) this.socket.destroy();
    return true;
  }
}

function request(hostname: string, port: string): string {
  return [
    `GET /graphql HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol: graphql-transport-ws',
    END_OF_HEAD,
  ]
    .join('\r\n')
    .replace(/(\r\n)+$/, END_OF_HEAD);
}
