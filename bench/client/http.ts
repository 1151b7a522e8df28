import { Agent, request } from 'node:http';

/** Sends JSON by POST over connections that are kept, and reads JSON. Lean, so that the client costs little of the machine. */
export class Http {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The `data` of the answer. Throws when it holds errors. */
  async ask<Data>(token: string, body: string): Promise<Data> {
    const text = await this.post(token, body);
    const answer: { readonly data: Data; readonly errors?: unknown } = JSON.parse(text);
    if (answer.errors) throw new Error(text);
    return answer.data;
  }

  post(token: string, body: string): Promise<string> {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${token}`,
    };
    return new Promise((resolve, reject) => {
      const call = request(`${this.url}/graphql`, { method: 'POST', agent: this.agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve(Buffer.concat(parts).toString()));
        response.on('error', reject);
      });
      call.on('error', reject);
      call.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
