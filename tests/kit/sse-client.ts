import { waitFor } from './wait-for';

/** One event of a response: its name, and its data read as JSON. */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: unknown;
}

/** Speaks `graphql-sse` in its distinct connections mode, and keeps what it hears in a queue. */
export class SseClient {
  private readonly heard: ServerSentEvent[] = [];
  private ended = false;

  private constructor(
    readonly response: Response,
    private readonly abort: AbortController,
  ) {
    void this.read();
  }

  /** Sends an operation. The response may be an answer of another kind: look at its status. */
  static async ask(
    url: string,
    token: string | undefined,
    operation: object | string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<SseClient> {
    const abort = new AbortController();
    const response = await fetch(`${url}/graphql/stream`, {
      method: 'POST',
      signal: abort.signal,
      body: typeof operation === 'string' ? operation : JSON.stringify(operation),
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
    });
    return new SseClient(response, abort);
  }

  /** Takes the next event, which must have this name. */
  async hears<Data>(event: 'next' | 'complete'): Promise<Data> {
    await waitFor(`an event "${event}"`, () => this.heard.length > 0 || this.ended);
    const first = this.heard.shift();
    if (first?.event !== event) throw new Error(`Waited for "${event}", heard ${JSON.stringify(first)}.`);
    return first.data as Data;
  }

  /** All that was heard and not taken. */
  get unread(): readonly ServerSentEvent[] {
    return this.heard;
  }

  /** Resolves when the server has ended the response. */
  async closed(): Promise<void> {
    await waitFor('the end of the response', () => this.ended);
  }

  /** Goes away without a word, as clients do. */
  leave(): void {
    this.abort.abort();
  }

  private async read(): Promise<void> {
    let text = '';
    try {
      const decoder = new TextDecoder();
      for await (const chunk of this.response.body ?? []) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        this.heard.push(...blocks.flatMap(parsed));
      }
    } catch {
      // Cut off, by us or by the server.
    }
    this.ended = true;
  }
}

/** A block between empty lines; comments are no events. */
function parsed(block: string): ServerSentEvent[] {
  const fields = Object.fromEntries(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  return fields.event === undefined
    ? []
    : [{ event: fields.event, data: fields.data ? JSON.parse(fields.data) : null }];
}
