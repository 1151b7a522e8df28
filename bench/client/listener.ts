import { WebSocket } from 'ws';
import { EVENTS } from './operations';

/** A member's open socket, subscribed to `events`. Whoever waits for a fact is told when its frame arrives. */
export class Listener {
  private readonly waiting = new Map<string, (id: string) => void>();

  private constructor(private readonly ws: WebSocket) {}

  /** Resolves once the subscription has sent its first checkpoint: from then on nothing is missed. */
  static open(url: string, token: string): Promise<Listener> {
    const ws = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
      perMessageDeflate: false,
    });
    const listener = new Listener(ws);
    return new Promise((resolve, reject) => {
      ws.on('open', () =>
        ws.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })),
      );
      ws.on('message', (data) => {
        const message: Message = JSON.parse(data.toString());
        if (message.type === 'connection_ack')
          ws.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: EVENTS } }));
        else if (message.type === 'next' && message.payload.data?.events)
          listener.heard(message.payload.data.events, resolve);
        else reject(new Error(data.toString()));
      });
      ws.on('error', reject);
      ws.on('close', (code) => reject(new Error(`A socket closed: ${code}`)));
    });
  }

  /** Resolves to the id that comes with the next fact of this kind about this person. */
  hears(kind: 'INVITATION_RECEIVED' | 'CONNECTION_CREATED', person: string): Promise<string> {
    return new Promise((resolve) => this.waiting.set(`${kind} ${person}`, resolve));
  }

  close(): void {
    this.ws.removeAllListeners('close');
    this.ws.terminate();
  }

  private heard(message: StreamMessage, ready: (listener: Listener) => void): void {
    if (message.__typename === 'Checkpoint') ready(this);
    for (const { kind, invitation, edge } of message.events ?? []) {
      const [person, id] = invitation ? [invitation.sender.id, invitation.id] : [edge?.node.id, edge?.node.id];
      const key = `${kind} ${person}`;
      this.waiting.get(key)?.(id ?? '');
      this.waiting.delete(key);
    }
  }
}

interface Message {
  readonly type: string;
  readonly payload: { readonly data?: { readonly events?: StreamMessage } };
}

interface StreamMessage {
  readonly __typename: string;
  readonly events?: readonly {
    readonly kind: string;
    readonly invitation?: { readonly id: string; readonly sender: { readonly id: string } };
    readonly edge?: { readonly node: { readonly id: string } };
  }[];
}
