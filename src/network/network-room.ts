import type { Logger } from 'pino';
import type { ClassType } from 'type-graphql';
import type { Config } from '../config';
import type { Database } from '../database/database';
import type { Redactor } from '../events/events.resolver';
import type { Follower } from '../events/follower';
import type { StreamsService } from '../events/streams.service';
import type { NodeSource } from '../graphql/node.resolver';
import type { ResolverObject } from '../graphql/schema';
import type { MemberReader } from '../members/member-reader';
import { SnapshotResolver } from '../members/snapshot.resolver';
import type { Door } from '../relationships/door';
import { BlockReader } from './block-reader';
import { cards } from './cards';
import { ConnectionReader } from './connection-reader';
import { MemberConnectionsResolver, NetworkEdgeResolver, ViewerConnectionsResolver } from './connections.resolver';
import { LiveGraph } from './graph/live-graph';
import { GraphReader } from './graph-reader';
import { NetworkResolver, ViewerBlocksResolver } from './network.resolver';
import { NetworkService } from './network.service';
import {
  BlockCreatedResolver,
  BlockRemovedResolver,
  ConnectionCreatedResolver,
  ConnectionRemovedResolver,
  connectionRedactor,
} from './network-events.resolver';
import { NETWORK_EVENTS } from './network-events.type';
import { NetworkStatisticsResolver, ViewerStatisticsResolver } from './network-statistics.resolver';
import { MemberRelationshipResolver, RelationshipResolver, relationshipSource } from './relationship.resolver';
import { RelationshipReader } from './relationship-reader';
import {
  EdgeLabelResolver,
  RelationshipRemarkResolver,
  RelationshipUpdatedEvent,
  RelationshipUpdatedResolver,
} from './remarks.resolver';
import { RemarksService } from './remarks.service';
import { openSuggestions } from './suggestions/open-suggestions';
import { SuggestionDismissedEvent } from './suggestions/suggestion.type';

export interface NetworkOptions {
  readonly config: Config;
  readonly database: Database;
  readonly door: Door;
  readonly members: MemberReader;
  readonly streams: StreamsService;
  readonly follower: Follower;
  readonly logger: Logger;
}

/** The room, furnished. */
export interface NetworkRoom {
  readonly resolvers: readonly ResolverObject[];
  readonly types: readonly ClassType<object>[];
  readonly sources: ReadonlyMap<'Relationship', NodeSource>;
  readonly redactor: Redactor;
  readonly connections: ConnectionReader;
  readonly relationships: RelationshipReader;
  /** Who knows whom. */
  readonly graph: LiveGraph;
  close(): Promise<void>;
}

export function openNetwork(options: NetworkOptions): NetworkRoom {
  const { config, database, door, members, streams, follower, logger } = options;
  const { policy, limits } = config;
  const graph = new LiveGraph({ database, follower, logger, memory: limits.graphMemory });
  const who = new GraphReader(graph, members, limits.page);
  graph.start();
  const connections = new ConnectionReader(database, limits.page);
  const relationships = new RelationshipReader(database, policy, members);
  members.foreseeBy(cards(relationships, who));
  return {
    resolvers: [
      new NetworkResolver(new NetworkService(door), relationships, members),
      ...[new NetworkEdgeResolver(members), new ViewerConnectionsResolver(connections, members)],
      new MemberConnectionsResolver(connections),
      new ViewerBlocksResolver(new BlockReader(database, members, limits.page)),
      ...[new RelationshipResolver(relationships, who), new MemberRelationshipResolver(relationships)],
      ...[new ConnectionCreatedResolver(connections), new ConnectionRemovedResolver(members)],
      ...[new BlockCreatedResolver(members), new BlockRemovedResolver(members)],
      new SnapshotResolver(streams),
      new RelationshipRemarkResolver(new RemarksService(database, door), relationships),
      ...[new EdgeLabelResolver(relationships), new RelationshipUpdatedResolver(relationships)],
      ...[new ViewerStatisticsResolver(), new NetworkStatisticsResolver(database, who)],
      ...openSuggestions({
        ...{ config, database, door, members },
        ...{ mutualCount: who.mutualCount, index: () => graph.indexNow() },
      }),
    ],
    types: [...NETWORK_EVENTS, RelationshipUpdatedEvent, SuggestionDismissedEvent],
    sources: new Map([['Relationship', relationshipSource(relationships)]]),
    redactor: connectionRedactor(connections, relationships),
    connections,
    relationships,
    graph,
    close: () => graph.stop(),
  };
}
