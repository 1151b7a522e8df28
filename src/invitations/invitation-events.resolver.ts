import { Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { TryAgain } from '../errors';
import type { ReadableEvent } from '../events/event.type';
import type { EventKind } from '../events/event-kinds';
import type { Redactor } from '../events/events.resolver';
import type { StoredEvent } from '../events/stream.queries';
import type { StreamsService } from '../events/streams.service';
import type { RequestContext } from '../graphql/context';
import { toGlobalId } from '../graphql/global-id';
import { type Source, WIRED_LATER } from '../graphql/schema';
import { ConnectionCreatedEvent } from '../network/network-events.type';
import type { InvitationView } from './invitation.rules';
import { Invitation } from './invitation.type';
import { InvitationEvent } from './invitation-events.type';
import type { InvitationReader } from './invitation-reader';

/**
 * Events whose content is the invitation itself. Those that remove one are never redacted: there is nothing left to hide. An
 * update may be the decline by which it left the reader's lists; that the sender has gone since is told to nobody who had declined.
 */
const SHOWING: ReadonlySet<EventKind> = new Set([
  ...(['INVITATION_SENT', 'INVITATION_RECEIVED', 'INVITATION_REMINDER'] as const),
]);

export function invitationRedactor(invitations: InvitationReader): Redactor {
  return async (events, context) => {
    const loader = context.loader(invitations.byId);
    const hidden = await Promise.all(
      events.map(async ({ seq, kind, subject }) =>
        SHOWING.has(kind) && subject !== null && (await loader.load(subject)) === null ? seq : null,
      ),
    );
    return new Set(hidden.filter((seq) => seq !== null));
  };
}

@Resolver(() => InvitationEvent)
export class InvitationEventResolver {
  constructor(private readonly invitations: InvitationReader) {}

  @FieldResolver(() => ID, { description: "The invitation's id." })
  invitationId(@Root() event: ReadableEvent): string {
    return toGlobalId('Invitation', event.subject ?? 0);
  }

  @FieldResolver(() => Invitation, {
    nullable: true,
    description: 'The invitation as you may see it now; null when it is gone from your side.',
  })
  invitation(@Root() event: ReadableEvent, @Ctx() context: RequestContext): Promise<InvitationView | null> {
    return context.loader(this.invitations.byId).load(event.subject ?? 0);
  }
}

@Resolver(() => ConnectionCreatedEvent)
export class ConnectionCreatedEventResolver {
  constructor(private readonly invitations: InvitationReader) {}

  @FieldResolver(() => Invitation, {
    nullable: true,
    description: 'The invitation whose acceptance connected the two of you.',
  })
  async invitation(@Root() event: ReadableEvent, @Ctx() context: RequestContext): Promise<InvitationView | null> {
    const id = acceptedInvitation(event);
    return id === null ? null : context.loader(this.invitations.byId).load(id);
  }
}

@Resolver()
export class InvitationSubscriptionsResolver {
  constructor(
    private readonly streams: StreamsService,
    private readonly invitations: InvitationReader,
  ) {}

  @Subscription(() => Invitation, {
    description:
      'Invitations as they reach you, from now on. To miss none while away, use `events`. Ends with `TRY_AGAIN` when the history it goes by is no more: read your lists, and subscribe again.',
    subscribe: WIRED_LATER,
  })
  invitationReceived(@Root() invitation: InvitationView): InvitationView {
    return invitation;
  }

  @Subscription(() => Invitation, {
    description:
      'Your invitations as they are accepted, from now on. To miss none while away, use `events`. Ends with `TRY_AGAIN` as `invitationReceived` does.',
    subscribe: WIRED_LATER,
  })
  invitationAnswered(@Root() invitation: InvitationView): InvitationView {
    return invitation;
  }

  readonly received: Source = (context) =>
    this.follow(context, ({ kind, subject }) => (kind === 'INVITATION_RECEIVED' ? subject : null));

  readonly answered: Source = (context) =>
    this.follow(
      context,
      (event) => (event.kind === 'CONNECTION_CREATED' ? acceptedInvitation(event) : null),
      'senderId',
    );

  /** The invitations that `pick` finds in the viewer's events, as far as they may see them; `role`: only where they have it. */
  private follow(
    context: RequestContext,
    pick: (event: StoredEvent) => number | null,
    role?: 'senderId',
  ): AsyncIterableIterator<InvitationView> {
    const viewer = context.viewerId;
    const messages = this.streams.follow(viewer, null, context.departure);
    const { invitations } = this;
    async function* shown() {
      for await (const message of messages) {
        // Nothing tells a client what they have missed: to ask again is to begin anew.
        if (message.kind === 'reset') throw new TryAgain();
        if (message.kind !== 'events') continue;
        const ids = message.events.map(pick).filter((id) => id !== null);
        const seen = await messages.patiently(() => {
          const loader = context.fresh().loader(invitations.byId);
          return Promise.all(ids.map((id) => loader.load(id)));
        });
        messages.answered();
        for (const view of seen ?? []) if (view && (!role || view[role] === viewer)) yield view;
      }
    }
    const views = shown();
    return {
      next: () => views.next(),
      return: async () => {
        // Ends the wait below first; the generator above cannot return while it is waiting.
        await messages.return?.();
        return views.return(undefined);
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}

function acceptedInvitation({ payload }: Pick<StoredEvent, 'payload'>): number | null {
  const about: { readonly invitation?: number } = payload === null ? {} : JSON.parse(payload);
  return about.invitation ?? null;
}
