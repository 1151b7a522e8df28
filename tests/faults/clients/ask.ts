import { Agent, request } from 'node:http';

/** No definite answer came: the server could not be reached, did not answer in time, or said that something broke. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/** How long a client waits for an answer, if nothing else is said. Milliseconds. */
const PATIENCE = 5000;

const agent = new Agent({ keepAlive: true, maxSockets: 512 });

/** Sends an operation, and resolves to the `data` of its answer. Throws `Unanswered`. */
export function ask<Data>(
  url: string,
  token: string,
  query: string,
  variables: object = {},
  patience = PATIENCE,
): Promise<Data> {
  const body = JSON.stringify({ query, variables });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    authorization: `Bearer ${token}`,
  };
  return new Promise((resolve, reject) => {
    const failed = (error: unknown) => {
      clearTimeout(timer);
      reject(new Unanswered(String(error)));
    };
    const call = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', failed);
      response.on('end', () => {
        clearTimeout(timer);
        const text = Buffer.concat(parts).toString();
        try {
          const answer: { data?: Data; errors?: unknown } = JSON.parse(text);
          if (answer.errors || !answer.data) reject(new Unanswered(`${response.statusCode} ${text}`));
          else resolve(answer.data);
        } catch (error) {
          failed(error);
        }
      });
    });
    const timer = setTimeout(() => call.destroy(new Error('No answer in time.')), patience);
    call.on('error', failed);
    call.end(body);
  });
}
