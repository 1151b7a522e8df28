import type { GraphQLSchema } from 'graphql';
import type { Person } from '../kit/person';
import { SocketClient } from '../kit/socket-client';
import type { Dice } from './dice';
import { Memory } from './memory';
import type { Ask, Requests } from './requests';
import { draw, type Resources } from './values';

/** What one of those who must not learn of a no has seen, as it compares with another world. */
export interface Seen {
  readonly who: string;
  readonly asked: string;
  readonly saw: string;
}

type Variables = Readonly<Record<string, unknown>>;
type Json = Readonly<Record<string, unknown>>;

/** Somebody who looks at everything, over HTTP and a socket, and writes down what they see. */
export class Watcher {
  readonly memory: Memory;
  private readonly written: Seen[] = [];
  private socket: SocketClient | undefined;
  private cursor = '';
  private readonly unread: Json[] = [];

  constructor(
    readonly person: Person,
    private readonly url: string,
    private readonly schema: GraphQLSchema,
    private readonly requests: Requests,
    private readonly surroundings: () => Omit<Resources, 'memory'>,
  ) {
    this.memory = new Memory(schema);
  }

  /** Takes the notes that were made since the last time. */
  notes(): Seen[] {
    return this.written.splice(0);
  }

  async sitsDown(): Promise<void> {
    const { snapshot } = await this.asks(this.reading('snapshot'), {});
    this.cursor = String(Object(snapshot).cursor);
    this.socket = await SocketClient.connect(this.url, this.person.token);
    for (const name of ['events', 'invitationReceived', 'invitationAnswered'])
      this.socket.subscribe(name, this.requests.subscription(this.schema, name), {
        ...(name === 'events' ? { after: this.cursor } : {}),
      });
    await this.live();
    for (const query of this.surroundings().words) await this.reads(this.reading('searchMembers'), { query });
  }

  async leaves(): Promise<void> {
    await this.socket?.close();
  }

  private reading(wanted: string): Ask {
    const found = this.requests.readings.find(({ name }) => name === wanted);
    if (!found) throw new Error(`There is no ${wanted} to read.`);
    return found;
  }

  /** Asks for one thing, and writes down what is answered. */
  async asks(ask: Ask, variables: Variables): Promise<Json> {
    const { status, data, errors, extensions } = await this.person.answer<Json>(ask.document, variables);
    const { cost } = extensions;
    this.write(`${ask.name} ${JSON.stringify(this.memory.spoken(variables))}`, { status, data, errors, cost });
    return data ?? {};
  }

  /** Looks at so many things drawn by lot, whatever their arguments; lists are read page by page. */
  async looks(dice: Dice, count: number): Promise<void> {
    for (let n = 0; n < count; n++) {
      const reading = dice.of(this.requests.readings);
      if (reading) await this.reads(reading, this.drawn(reading, dice));
    }
  }

  /** Looks at everything there is, and at everything that was ever seen. */
  async looksAtAll(dice: Dice): Promise<void> {
    for (const reading of this.requests.readings) await this.reads(reading, this.drawn(reading, dice, true));
    const { ids } = this.memory;
    for (let from = 0; from < ids.length; from += MOST_NODES)
      await this.asks(this.reading('nodes'), { ids: ids.slice(from, from + MOST_NODES) });
  }

  /** Does something; `known` are the parts of the input that are not left to chance. */
  async does(mutation: string, dice: Dice, known: Variables = {}): Promise<void> {
    const ask = this.requests.mutations.find(({ name }) => name === mutation);
    if (!ask) throw new Error(`No mutation ${mutation}.`);
    const { input } = this.drawn(ask, dice, true);
    await this.asks(ask, { input: { ...Object(input), ...known } });
  }

  doesAnything(dice: Dice): Promise<void> {
    return this.does(dice.of(this.requests.mutations)?.name ?? '', dice);
  }

  /** Reads the news twice: as a page, and as it came over the socket. */
  async catchesUp(): Promise<void> {
    for (let head = false; !head; ) {
      const { eventPage } = await this.asks(this.reading('eventPage'), { after: this.cursor, first: 100 });
      const { events, cursor, head: last } = Object(eventPage);
      this.cursor = cursor ?? this.cursor;
      head = last !== false;
      await this.hears(events ?? []);
    }
  }

  private async hears(events: readonly Json[]): Promise<void> {
    while (this.unread.length < events.length) await this.message();
    for (const event of this.unread.splice(0, events.length)) this.write('heard', event);
    for (const event of events) {
      const received = event.__typename === 'InvitationReceivedEvent' && event.invitation__ofInvitationReceivedEvent;
      const accepted = event.__typename === 'ConnectionCreatedEvent' && event.invitation__ofConnectionCreatedEvent;
      const mine = Object(Object(accepted).sender).id === this.person.id;
      for (const name of [...(received ? ['invitationReceived'] : []), ...(mine ? ['invitationAnswered'] : [])])
        this.write(name, (await this.socket?.hears('next', name))?.payload);
    }
  }

  /** Takes one message of the stream; the one that says that all was sent holds nothing else. */
  private async message(): Promise<boolean> {
    const { payload } = (await this.socket?.hears('next', 'events')) ?? {};
    const { events } = Object(Object(payload).data);
    if (events?.__typename === 'Checkpoint') return events.head__ofCheckpoint;
    if (!events?.events__ofEventBatch) throw new Error(`${this.person.name} heard ${JSON.stringify(payload)}`);
    this.unread.push(...events.events__ofEventBatch);
    return false;
  }

  private async live(): Promise<void> {
    while (!(await this.message()));
  }

  private async reads(reading: Ask, variables: Variables): Promise<void> {
    const answer = await this.asks(reading, variables);
    if (!reading.args.some(({ name }) => name === 'after') || reading.name === 'eventPage') return;
    let after = nextPage(answer, reading.name);
    for (let page = 0; after && page < MOST_PAGES; page++)
      after = nextPage(
        await this.asks(reading, { ...variables, last: undefined, before: undefined, after }),
        reading.name,
      );
  }

  private drawn(ask: Ask, dice: Dice, requiredOnly = false): Variables {
    const from = { ...this.surroundings(), memory: this.memory };
    const args = requiredOnly ? ask.args.filter(({ type }) => String(type).endsWith('!')) : ask.args;
    return Object.fromEntries(args.map(({ name, type }) => [name, draw(dice, type, name, from)]));
  }

  private write(asked: string, answer: unknown): void {
    this.written.push({ who: this.person.name, asked, saw: JSON.stringify(this.memory.comparable(answer)) });
  }
}

const MOST_PAGES = 4;
const MOST_NODES = 20;

function nextPage(answer: Json, list: string): string | undefined {
  const { pageInfo } = Object(Object(answer.viewer)[list] ?? answer[list]);
  return pageInfo?.hasNextPage ? pageInfo.endCursor : undefined;
}
