import { Arg, Ctx, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { toGlobalId } from '../graphql/global-id';
import { badArgument } from '../graphql/page';
import { Cursor } from '../graphql/scalars';
import { type Named, type Source, WIRED_LATER } from '../graphql/schema';
import {
  type Checkpoint,
  EVENT_TYPES,
  type EventBatch,
  EventPage,
  type ReadableEvent,
  StreamMessage,
  type StreamReset,
} from './event.type';
import type { EventKind } from './event-kinds';
import type { Message } from './message';
import type { StoredEvent } from './stream.queries';
import type { Position } from './stream-cursor';
import type { StreamsService } from './streams.service';

/** Tells which of the events (by `seq`) are about something the viewer may no longer see. A higher room knows. */
export type Redactor = (events: readonly StoredEvent[], context: RequestContext) => Promise<ReadonlySet<number>>;

const MOST = 100;

@Resolver()
export class EventsResolver {
  constructor(
    private readonly streams: StreamsService,
    private readonly redactors: readonly Redactor[],
    private readonly time: () => number,
  ) {}

  @Query(() => EventPage, {
    description:
      'Your events after a cursor, for clients that cannot keep a connection open. The cursors are those of `events`.',
  })
  async eventPage(
    @Arg('after', () => Cursor, { description: 'A cursor of `snapshot`, an event, a checkpoint or an earlier page.' })
    after: string,
    @Arg('first', () => Int, { defaultValue: MOST, description: 'How many at most, 1 to 100.' }) first: number,
    @Ctx() context: RequestContext,
  ): Promise<EventPage> {
    const member = context.viewerId;
    if (first < 1 || first > MOST) throw badArgument('first', `Ask for 1 to ${MOST} at once.`);
    const page = await this.streams.page(member, this.streams.cursors.decode(member, after), first);
    if (page.reset !== null) return { events: [], cursor: after, head: false, reset: { reason: page.reset } };
    const cursor = this.streams.cursors.encode(member, page.position);
    return { events: await this.dress(page.events, page.position, context), cursor, head: page.head, reset: null };
  }

  @Subscription(() => StreamMessage, {
    description:
      'Everything that concerns you: first what happened after `after`, then a checkpoint, then whatever happens. Without `after`, from now on. Within the 30 days that events are kept, a client that comes back with its last cursor misses nothing and gets nothing twice, on any server.',
    subscribe: WIRED_LATER,
  })
  async events(
    @Arg('after', () => Cursor, { nullable: true, description: 'Go on behind this position.' }) _after:
      | string
      | undefined,
    @Root() message: Message,
    @Ctx() context: RequestContext,
  ): Promise<(EventBatch | Checkpoint | StreamReset) & Named> {
    const member = context.viewerId;
    if (message.kind === 'reset') return { __typename: 'StreamReset', reason: message.reason };
    const cursor = this.streams.cursors.encode(member, message.position);
    if (message.kind === 'checkpoint')
      return { __typename: 'Checkpoint', cursor, head: message.head, serverTime: this.time() };
    const events = await this.dress(message.events, message.position, context);
    return { __typename: 'EventBatch', events, cursor, replay: message.replay };
  }

  /** Follows the viewer's stream; a cursor that is not theirs is refused before anything is sent. */
  readonly source: Source = (context, { after }) => {
    const member = context.viewerId;
    const from = typeof after === 'string' ? this.streams.cursors.decode(member, after) : null;
    return this.streams.follow(member, from, context.departure);
  };

  private async dress(
    events: readonly StoredEvent[],
    end: Position,
    context: RequestContext,
  ): Promise<ReadableEvent[]> {
    const redacted = await Promise.all(this.redactors.map((redactor) => redactor(events, context)));
    const { cursors } = this.streams;
    const member = context.viewerId;
    return events.map(({ seq, tag, kind, subject, payload, at }) => {
      const type = redacted.some((some) => some.has(seq)) ? 'RedactedEvent' : (EVENT_TYPES.get(kind) ?? kind);
      const sign = () => cursors.encode(member, { epoch: end.epoch, seq, tag });
      return new DressedEvent(type, kind, String(seq), at, subject, payload, sign);
    });
  }
}

class DressedEvent implements ReadableEvent {
  constructor(
    readonly __typename: string,
    readonly kind: EventKind,
    readonly seq: string,
    readonly occurredAt: number,
    readonly subject: number | null,
    readonly payload: string | null,
    private readonly sign: () => string,
  ) {}

  get subjectId(): string {
    return toGlobalId(this.kind.startsWith('INVITATION_') ? 'Invitation' : 'Member', this.subject ?? 0);
  }

  /** Signed when it is asked for: most clients store that of the batch. */
  get cursor(): string {
    return this.sign();
  }
}
