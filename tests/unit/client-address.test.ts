import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { clientAddress } from '../../src/server/client-address';

function request(forwardedFor: string | undefined, remoteAddress: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
  const message = new IncomingMessage(socket);
  if (forwardedFor !== undefined) message.headers['x-forwarded-for'] = forwardedFor;
  return message;
}

test.each([
  ['without a proxy the neighbour is the client', undefined, 0, '10.0.0.1'],
  ['without a proxy a client cannot choose its address', '6.6.6.6', 0, '10.0.0.1'],
  ['behind one proxy its entry counts, not what the client wrote before it', '6.6.6.6, 203.0.113.7', 1, '203.0.113.7'],
  ['behind two proxies the second entry from the end counts', '6.6.6.6, 203.0.113.7, 10.0.0.9', 2, '203.0.113.7'],
  ['a request that did not pass the proxies comes from its neighbour', undefined, 2, '10.0.0.1'],
])('%s', (_what, forwardedFor, proxies, expected) => {
  expect(clientAddress(request(forwardedFor, '10.0.0.1'), proxies)).toBe(expected);
});
