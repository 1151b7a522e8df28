import type { Logger } from 'pino';
import type { ClassType } from 'type-graphql';
import type { Config } from '../config';
import type { Database } from '../database/database';
import type { Redactor } from '../events/events.resolver';
import type { StreamsService } from '../events/streams.service';
import type { NodeSource } from '../graphql/node.resolver';
import type { ResolverObject, Source } from '../graphql/schema';
import type { MemberReader } from '../members/member-reader';
import type { ConnectionReader } from '../network/connection-reader';
import type { Door } from '../relationships/door';
import { AnsweringResolver } from './answering.resolver';
import { AnsweringService } from './answering.service';
import { BatchesResolver } from './batches.resolver';
import { BatchesService } from './batches.service';
import { InvitationResolver, ViewerInvitationsResolver } from './invitation.resolver';
import {
  ConnectionCreatedEventResolver,
  InvitationEventResolver,
  InvitationSubscriptionsResolver,
  invitationRedactor,
} from './invitation-events.resolver';
import { INVITATION_EVENTS } from './invitation-events.type';
import { NotificationInvitationResolver, RelationshipInvitationResolver } from './invitation-links.resolver';
import { InvitationReader } from './invitation-reader';
import { InvitationsResolver } from './invitations.resolver';
import { InvitationsService } from './invitations.service';
import { Scheduler } from './scheduler';
import { StandingChangedEvent } from './standing/standing.type';
import { StandingAppealResolver, StandingChangedResolver, ViewerStandingResolver } from './standing/standings.resolver';
import { StandingsService } from './standing/standings.service';

export interface InvitationsOptions {
  readonly config: Config;
  readonly database: Database;
  readonly logger: Logger;
  readonly door: Door;
  /** For what time does, and nobody waits for. */
  readonly sideDoor: Door;
  readonly streams: StreamsService;
  readonly members: MemberReader;
  readonly connections: ConnectionReader;
}

/** The room, furnished. */
export interface InvitationsRoom {
  readonly resolvers: readonly ResolverObject[];
  readonly types: readonly ClassType<object>[];
  readonly subscriptions: Readonly<Record<string, Source>>;
  readonly source: NodeSource;
  readonly redactor: Redactor;
  readonly scheduler: Scheduler;
}

export function openInvitations(options: InvitationsOptions): InvitationsRoom {
  const { config, database, logger, door, sideDoor, streams, members, connections } = options;
  const reader = new InvitationReader(database, config.policy, config.limits.page);
  const { answerHold: hold } = config.limits;
  const service = new InvitationsService(door, config.policy, database, hold);
  const standings = new StandingsService(database, door, config.policy);
  const live = new InvitationSubscriptionsResolver(streams, reader);
  return {
    resolvers: [
      new InvitationsResolver(service, reader, connections),
      new AnsweringResolver(new AnsweringService(door, config.policy, database, hold), reader, members),
      new BatchesResolver(new BatchesService(door, service, reader, hold), reader),
      new InvitationResolver(members),
      new ViewerInvitationsResolver(reader, members),
      new InvitationEventResolver(reader),
      new ConnectionCreatedEventResolver(reader),
      new RelationshipInvitationResolver(reader),
      new NotificationInvitationResolver(reader),
      live,
      ...[new ViewerStandingResolver(standings), new StandingAppealResolver(standings)],
      new StandingChangedResolver(standings),
    ],
    types: [...INVITATION_EVENTS, StandingChangedEvent],
    subscriptions: { invitationReceived: live.received, invitationAnswered: live.answered },
    source: async (id, context) => context.loader(reader.byId).load(id),
    redactor: invitationRedactor(reader),
    scheduler: new Scheduler(database, sideDoor, logger),
  };
}
