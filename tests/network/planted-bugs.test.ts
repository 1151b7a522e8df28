import { GraphIndex } from '../../src/network/graph/graph-index';
import { IndexGraph } from '../../src/network/graph/index-graph';
import { allAnswers } from './compare-graphs';
import { NaiveGraph } from './naive-graph';

const [GRACE, ALAN, ADA, EDSGER, BARBARA, EVE] = [1, 2, 3, 4, 5, 6] as const;
const PEOPLE = [GRACE, ALAN, ADA, EDSGER, BARBARA, EVE];
const FRIENDS = [
  [GRACE, ALAN],
  [GRACE, EDSGER],
  [ALAN, ADA],
  [EDSGER, ADA],
  [ADA, BARBARA],
  [ALAN, EVE],
] as const;

const naive = new NaiveGraph({
  connections: FRIENDS.flatMap(([a, b]) => [
    { member: a, peer: b },
    { member: b, peer: a },
  ]),
  blocks: [{ member: GRACE, peer: EVE }],
  settings: PEOPLE.map((member) => ({ member, shown: member === ALAN ? 'ONLY_ME' : 'EVERYONE' })),
});

/** The same in an index, with something forgotten. */
function index({ blocks = true, settings = true } = {}): GraphIndex {
  const built = new GraphIndex();
  for (const [a, b] of FRIENDS) built.connect(a, b, true);
  if (blocks) built.block(GRACE, EVE, true);
  if (settings) built.show(ALAN, 2);
  return built;
}

class CountsOneTooMany extends IndexGraph {
  override async mutualCounts(viewer: number, members: readonly number[]): Promise<number[]> {
    const counts = await super.mutualCounts(viewer, members);
    return viewer === BARBARA ? counts.map((count, n) => (members[n] === ALAN ? count + 1 : count)) : counts;
  }
}

class LosesSomebody extends IndexGraph {
  override async mutuals(viewer: number, wanted: Parameters<IndexGraph['mutuals']>[1]) {
    const lists = await super.mutuals(viewer, wanted);
    return lists.map((list) => list.filter((id) => viewer !== GRACE || id !== EDSGER));
  }
}

class MistakesTheDistance extends IndexGraph {
  override async degrees(viewer: number, members: readonly number[]) {
    const degrees = await super.degrees(viewer, members);
    return degrees.map((degree, n) => (viewer === GRACE && members[n] === BARBARA ? 2 : degree));
  }
}

function stale(): GraphIndex {
  const built = index();
  built.connect(BARBARA, EDSGER, true);
  return built;
}

function missing(): GraphIndex {
  const built = index();
  built.connect(ADA, BARBARA, false);
  return built;
}

test('the checker finds nothing wrong with an index that knows everything', async () => {
  expect(await allAnswers(new IndexGraph(index()), PEOPLE)).toEqual(await allAnswers(naive, PEOPLE));
});

test.each([
  ['a count that is wrong for one pair', () => new CountsOneTooMany(index())],
  ['somebody missing from one list', () => new LosesSomebody(index())],
  ['a connection that is no longer there', () => new IndexGraph(stale())],
  ['a connection that was never heard of', () => new IndexGraph(missing())],
  ['somebody shown to who has blocked them', () => new IndexGraph(index({ blocks: false }))],
  ['a closed list that leads on', () => new IndexGraph(index({ settings: false }))],
  ['a wrong distance', () => new MistakesTheDistance(index())],
])('the checker catches %s', async (_, planted) => {
  expect(await allAnswers(planted(), PEOPLE)).not.toEqual(await allAnswers(naive, PEOPLE));
});
