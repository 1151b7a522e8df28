import type { Graph } from '../../src/network/graph/graph';

/** Everything that can be asked about these members, with each of them as the viewer. */
export async function allAnswers(graph: Graph, members: readonly number[]): Promise<object[]> {
  return Promise.all(
    members.map(async (viewer) => ({
      viewer,
      hidden: [...(await graph.hidden(viewer))].sort((a, b) => a - b),
      neighbours: [...(await graph.neighbours(viewer))],
      counts: await graph.mutualCounts(viewer, members),
      first: await graph.mutuals(
        viewer,
        members.map((member) => ({ member, most: 3, after: 0 })),
      ),
      later: await graph.mutuals(
        viewer,
        members.map((member) => ({ member, most: 2, after: members[5] ?? 0 })),
      ),
      degrees: await graph.degrees(viewer, members),
      // One by one as well: how a question is answered depends on how much is asked.
      alone: (await Promise.all(members.map((member) => graph.degrees(viewer, [member])))).flat(),
      paths: await graph.paths(
        viewer,
        members.map((member) => ({ member, most: 3 })),
      ),
      reach: await graph.reach(viewer),
    })),
  );
}
