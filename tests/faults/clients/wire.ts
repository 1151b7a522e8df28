import { type IncomingMessage, request } from 'node:http';
import { WebSocket } from 'ws';
import type { AppEvent } from './member-view';
import { EVENT_PAGE, EVENTS } from './operations';
import type { StreamMessage } from './stream-checker';

export type AppMessage = StreamMessage<AppEvent>;

/** Who listens, where, and from which cursor on. */
export interface Listening {
  readonly url: string;
  readonly token: string;
  readonly after: string;
  readonly hears: (message: AppMessage) => void;
  /** Told once, however the connection ends; with the server's code or status, when it was the server that ended it. */
  readonly ended: (code?: number) => void;
}

/** A connection by which a client listens. */
export interface Wire {
  /** Asks whether anybody is there; ends the connection when nobody has been for long. Called once a second. */
  watch(): void;
  /** Ends the connection without a word. */
  cut(): void;
}

export type Way = 'socket' | 'sse' | 'pages';

/** After so long without a word a client asks, and after so long it gives up. Milliseconds. */
const ASKS_AFTER = 10_000;
const GIVES_UP_AFTER = 20_000;
/** Comments come every 12 seconds over server-sent events. */
const SSE_GIVES_UP_AFTER = 24_000;

/** Opens a connection of this kind. It reports what it hears, and its end, by the callbacks only. */
export function listen(way: Way, listening: Listening): Wire {
  return { socket: openSocket, sse: openEventStream, pages: readPages }[way](listening);
}

function openSocket({ url, token, after, hears, ended }: Listening): Wire {
  const ws = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
    perMessageDeflate: false,
    handshakeTimeout: GIVES_UP_AFTER,
  });
  const silence = new Silence();
  /** Whether the client has given up the connection by itself. */
  let given = false;
  const say = (message: object) => ws.send(JSON.stringify(message));
  ws.on('open', () => say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  ws.on('message', (data) => {
    silence.broken();
    const { type, payload }: { type: string; payload?: Answer } = JSON.parse(`${data}`);
    if (type === 'connection_ack')
      say({ id: '1', type: 'subscribe', payload: { query: EVENTS, variables: { after } } });
    else if (type === 'next' && payload?.data?.events && !payload.errors) hears(payload.data.events);
    else if (type === 'ping') say({ type: 'pong' });
    else if (type !== 'pong') {
      given = true;
      ws.close(4400, `${type}`);
    }
  });
  ws.on('error', () => {});
  ws.once('close', (code) => ended(given ? undefined : code));
  return {
    watch: () => {
      if (silence.lasted > GIVES_UP_AFTER) ws.terminate();
      else if (silence.lasted > ASKS_AFTER && ws.readyState === ws.OPEN && !silence.asked) {
        silence.asked = true;
        say({ type: 'ping' });
      }
    },
    cut: () => ws.terminate(),
  };
}

function openEventStream({ url, token, after, hears, ended }: Listening): Wire {
  const silence = new Silence();
  const call = post(`${url}/graphql/stream`, token, { query: EVENTS, variables: { after } }, (response) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (part: string) => {
      silence.broken();
      const blocks = (text + part).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^event: next\ndata: (.*)$/s.exec(block)?.[1];
        const { data: heard, errors }: Answer = data === undefined ? {} : JSON.parse(data);
        if (errors) call.destroy(new Error('An event could not be read.'));
        else if (heard?.events) hears(heard.events);
      }
    });
    response.on('error', () => {});
    response.once('close', () => ended(response.statusCode));
  });
  call.on('error', () => ended());
  return {
    watch: () => {
      if (silence.lasted > SSE_GIVES_UP_AFTER) call.destroy(new Error('silent'));
    },
    cut: () => call.destroy(),
  };
}

/** Reads pages until there is no more, then again a little later, as apps in the background do. */
function readPages({ url, token, after, hears, ended }: Listening): Wire {
  let timer: NodeJS.Timeout | undefined;
  let cursor = after;
  let over = false;
  let call: ReturnType<typeof post> | undefined;
  const finish = once(ended);
  const read = () => {
    call = post(`${url}/graphql`, token, { query: EVENT_PAGE, variables: { after: cursor } }, async (response) => {
      try {
        const { data, errors }: { data?: { eventPage?: EventPage }; errors?: unknown } = JSON.parse(
          await textOf(response),
        );
        // What could not be read is null in it: to apply it would be to pass it over.
        if (!data?.eventPage || errors) return finish();
        const { reset, ...page } = data.eventPage;
        hears(reset ?? page);
        cursor = page.cursor ?? cursor;
        if (!reset && !over) timer = setTimeout(read, page.head ? 1000 + Math.random() * 1000 : 0);
      } catch {
        finish();
      }
    });
    call.setTimeout(GIVES_UP_AFTER, () => call?.destroy(new Error('silent')));
    call.on('error', finish);
  };
  read();
  return {
    watch: () => {},
    cut: () => {
      over = true;
      clearTimeout(timer);
      call?.destroy();
      finish();
    },
  };
}

interface Answer {
  readonly data?: { readonly events?: AppMessage };
  readonly errors?: unknown;
}

type EventPage = AppMessage & { readonly reset: AppMessage | null };

class Silence {
  asked = false;
  private since = performance.now();

  get lasted(): number {
    return performance.now() - this.since;
  }

  broken(): void {
    this.asked = false;
    this.since = performance.now();
  }
}

function post(url: string, token: string, operation: object, answered: (response: IncomingMessage) => void) {
  const headers = {
    'content-type': 'application/json',
    accept: url.endsWith('/stream') ? 'text/event-stream' : 'application/json',
    authorization: `Bearer ${token}`,
  };
  const call = request(url, { method: 'POST', headers, agent: false }, answered);
  call.end(JSON.stringify(operation));
  return call;
}

async function textOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  return Buffer.concat(parts).toString();
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
