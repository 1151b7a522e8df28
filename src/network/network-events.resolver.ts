import { type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ReadableEvent } from '../events/event.type';
import type { Redactor } from '../events/events.resolver';
import type { StoredEvent } from '../events/stream.queries';
import type { RequestContext } from '../graphql/context';
import { Member } from '../members/member.type';
import type { MemberReader } from '../members/member-reader';
import type { ConnectionReader, NetworkEdgeView } from './connection-reader';
import { NetworkEdge } from './network.type';
import {
  BlockCreatedEvent,
  BlockRemovedEvent,
  ConnectionCreatedEvent,
  ConnectionRemovedEvent,
} from './network-events.type';
import type { RelationshipReader } from './relationship-reader';

@Resolver(() => ConnectionCreatedEvent)
export class ConnectionCreatedResolver {
  constructor(private readonly connections: ConnectionReader) {}

  @FieldResolver(() => NetworkEdge, { nullable: true })
  edge(@Root() event: ReadableEvent, @Ctx() context: RequestContext): Promise<NetworkEdgeView | null> {
    return context.loader(this.connections.toPeer).load(event.subject ?? 0);
  }
}

function aboutMember(type: ClassType<object>) {
  @Resolver(() => type)
  class AboutMemberResolver {
    constructor(readonly members: MemberReader) {}

    @FieldResolver(() => Member, { description: 'The other member, as they are to you now.' })
    member(@Root() event: ReadableEvent, @Ctx() context: RequestContext): Promise<Member> {
      return context.loader(this.members.byId).load(event.subject ?? 0);
    }
  }
  return AboutMemberResolver;
}

export const ConnectionRemovedResolver = aboutMember(ConnectionRemovedEvent);
export const BlockCreatedResolver = aboutMember(BlockCreatedEvent);
export const BlockRemovedResolver = aboutMember(BlockRemovedEvent);

/**
 * A new connection is hidden once the other member is gone for the reader. While it stands nobody has blocked anybody, so the
 * relationship is only looked up where the connection has ended. What removes something is never redacted.
 */
export function connectionRedactor(connections: ConnectionReader, relationships: RelationshipReader): Redactor {
  return async (events, context) => {
    const created = events.filter(({ kind }) => kind === 'CONNECTION_CREATED');
    const isHidden = async ({ subject }: StoredEvent): Promise<boolean> => {
      if (subject === null || (await context.loader(connections.toPeer).load(subject))) return false;
      return (await context.loader(relationships.toPeer).load(subject)) === null;
    };
    const hidden = await Promise.all(created.map(async (event) => ((await isHidden(event)) ? event.seq : null)));
    return new Set(hidden.filter((seq) => seq !== null));
  };
}
