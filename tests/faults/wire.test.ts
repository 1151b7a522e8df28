import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { StreamCursors } from '../../src/events/stream-cursor';
import { StreamChecker } from './clients/stream-checker';
import { listen, type Way } from './clients/wire';

describe('How a connection ends', () => {
  let server: Server;

  beforeEach(async () => {
    // Says that something broke, over HTTP and over WebSocket.
    server = createServer((_request, response) => response.writeHead(500).end());
    new WebSocketServer({ server }).on('connection', (socket) => socket.close(4500));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => server.close());

  const ends = (way: Way) =>
    new Promise<number | undefined>((ended) => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      listen(way, { url, token: '', after: '', hears: () => {}, ended });
    });

  test.each([
    ['socket', 4500],
    ['sse', 500],
  ] as const)('is told by the server’s word: %s', async (way, code) => {
    expect(await ends(way)).toBe(code);
  });

  const found = (code: number) => {
    const checker = new StreamChecker(new StreamCursors(Buffer.from('a key')).encode(7, { epoch: 1, seq: 4, tag: 5 }));
    checker.ends(code);
    return checker.anomalies.map(({ what, seq, detail }) => `${what} ${seq} ${detail}`);
  };

  test.each([1000, 1001, 1011, 4401, 4403, 4500, 500])('is a broken promise: %i', (code) => {
    expect(found(code)).toEqual([`bad close 4 ${code}`]);
  });

  test.each([1006, 1012, 1013, 4508, 200, 503])('is nothing to complain of: %i', (code) => {
    expect(found(code)).toEqual([]);
  });
});
