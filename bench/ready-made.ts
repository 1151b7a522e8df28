/** The limit of what Node can do: a bare `node:http` server that reads the request and answers the JSON it was given. */
import { createServer } from 'node:http';

const answer = process.env.READY_MADE ?? '{}';
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) };

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => response.writeHead(200, headers).end(answer));
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(`http://127.0.0.1:${address?.port}`);
});
