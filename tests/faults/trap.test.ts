import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { TcpProxy } from '../kit/tcp-proxy';
import { waitFor } from '../kit/wait-for';
import { CHANGING_COMMIT } from './fault';

describe('A COMMIT is kept back', () => {
  let database: Server;
  let proxy: TcpProxy;
  let heard = '';
  const clients: Socket[] = [];

  beforeEach(async () => {
    heard = '';
    database = createServer((socket) => socket.on('error', () => {}).on('data', (piece) => (heard += piece)));
    await once(database.listen(0, '127.0.0.1'), 'listening');
    proxy = await new TcpProxy(`tcp://127.0.0.1:${(database.address() as AddressInfo).port}`).listen();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await proxy.close();
    database.close();
  });

  const arrives = (words: string) => waitFor(words, () => heard.endsWith(words));
  const transaction = async (...statements: string[]) => {
    const client = connect(proxy.port, '127.0.0.1').on('error', () => {});
    clients.push(client);
    for (const statement of statements) {
      client.write(statement);
      await arrives(statement);
    }
    return client;
  };

  test('only of a transaction that changes something, and does not arrive', async () => {
    let caught = false;
    const trap = proxy.catches(...CHANGING_COMMIT).then((held) => {
      caught = true;
      return held;
    });
    await transaction('UPDATE id_block', 'COMMIT');
    await transaction('INSERT INTO lane_batch', 'ROLLBACK', 'INSERT INTO idempotency_key', 'COMMIT');
    const changing = await transaction('INSERT INTO lane_batch', 'UPDATE lane');
    await transaction('UPDATE id_block', 'COMMIT');
    expect(caught).toBe(false);
    changing.write('COMMIT;');
    const held = await trap;
    expect(heard).not.toContain('COMMIT;');
    held.passOn();
    await arrives('COMMIT;');
  });
});
