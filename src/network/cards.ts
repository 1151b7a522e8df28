import type { PageArguments } from '../graphql/page';
import type { Foresight } from '../members/member-reader';
import type { GraphReader } from './graph-reader';
import type { RelationshipReader } from './relationship-reader';

/**
 * A page of cards, which tell how each member stands to the viewer, whom they have in common and who leads to them. The index
 * says who these people are before anything is read of anybody: one statement reads them all, and all relationships.
 */
export const cards =
  (relationships: RelationshipReader, graph: GraphReader): Foresight =>
  async (members, ahead, context) => {
    const relationship = ahead.below('relationship');
    if (!relationship.isSelected) return;
    const mutual = relationship.below('mutualConnections');
    const faces = mutual.below('edges', 'node').isSelected ? mutual.arguments<PageArguments>() : [];
    const ways = relationship.below('paths').arguments<{ max: number }>();
    const beside = await Promise.all(
      members.flatMap((member) => [
        ...faces.map(async (page) => (await graph.mutualIds(member, page, context)).edges.map(({ id }) => id)),
        ...ways.map(async ({ max }) => (await graph.ways(member, max, context)).flat()),
      ]),
    );
    await context.loader(relationships.toPeer).loadMany([...members, ...beside.flat()]);
  };
