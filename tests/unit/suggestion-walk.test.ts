import fc from 'fast-check';
import { GraphIndex } from '../../src/network/graph/graph-index';
import { indexedNetwork } from '../../src/network/suggestions/network-by-index';
import { type Adjacency, TwoSteps, WALK_BUDGET } from '../../src/network/suggestions/two-steps.rules';

const NOBODY: ReadonlySet<number> = new Set();

function networkOf(people: number, edges: readonly (readonly [number, number])[]) {
  const index = new GraphIndex(people);
  for (let person = 0; person < people; person++) index.numberFor(person + 1);
  for (const [one, other] of edges) if (one !== other) index.connect(one + 1, other + 1, true);
  return indexedNetwork(index);
}

function friendsOf(network: Adjacency, place: number): number[] {
  const room = new Uint32Array(network.degree(place));
  network.neighbours([place], room);
  return [...room];
}

const PEOPLE = 12;
const person = fc.nat(PEOPLE - 1);
const acquaintances = fc.record({
  edges: fc.array(fc.tuple(person, person), { maxLength: 40 }),
  absent: fc.uniqueArray(person, { maxLength: 3 }),
  from: person,
  most: fc.integer({ min: 1, max: PEOPLE }),
});

test('a walk finds exactly those whom a naive search finds, for anybody in any network, again and again', () => {
  const twoSteps = new TwoSteps();
  fc.assert(
    fc.property(acquaintances, ({ edges, absent, from, most }) => {
      const network = networkOf(PEOPLE, edges);
      const gone = new Set(absent);
      const friends = friendsOf(network, from);
      const expected = new Set(
        friends.filter((friend) => !gone.has(friend)).flatMap((friend) => friendsOf(network, friend)),
      );
      for (const known of [from, ...friends, ...absent]) expected.delete(known);
      const all = twoSteps.find(network, { from, absent: gone, recent: NOBODY, most: PEOPLE });
      expect(new Set(all.map(({ place }) => place))).toEqual(expected);
      expect(all).toEqual(all.toSorted((a, b) => b.near - a.near || a.place - b.place));
      expect(twoSteps.find(network, { from, absent: gone, recent: NOBODY, most })).toEqual(all.slice(0, most));
    }),
    { numRuns: 500 },
  );
});

test('a mutual connection who knows few tells more than one who knows everybody, and a recent one more than an old one', () => {
  const [me, quiet, loud, viaQuiet, viaLoud] = [0, 1, 2, 3, 4];
  const crowd = Array.from({ length: 30 }, (_, n) => [loud, n + 5] as const);
  const network = networkOf(40, [[me, quiet], [me, loud], [quiet, viaQuiet], [loud, viaLoud], ...crowd]);
  const twoSteps = new TwoSteps();
  const nearest = (recent: ReadonlySet<number>) =>
    twoSteps.find(network, { from: me, absent: NOBODY, recent, most: 40 });
  expect(nearest(NOBODY)[0]?.place).toBe(viaQuiet);
  const before = nearest(NOBODY).find(({ place }) => place === viaLoud)?.near ?? 0;
  expect(nearest(new Set([loud])).find(({ place }) => place === viaLoud)?.near).toBeGreaterThan(before);
});

test("a hub's walk keeps to the budget and begins with the smallest networks", () => {
  const friends = 300;
  const people = 1 + friends + 2 * WALK_BUDGET;
  const edges: [number, number][] = [];
  let stranger = 1 + friends;
  for (let friend = 1; friend <= friends; friend++) {
    edges.push([0, friend]);
    for (let n = 0; n < friend && stranger < people; n++) edges.push([friend, stranger++]);
  }
  const looked: number[] = [];
  const network = networkOf(people, edges);
  const watched = {
    ...network,
    neighbours: (places: ArrayLike<number>, into: Uint32Array) => {
      looked.push(...Array.from(places).flatMap((place) => (place === 0 ? [] : [network.degree(place)])));
      return network.neighbours(places, into);
    },
  };
  const found = new TwoSteps().find(watched, { from: 0, absent: NOBODY, recent: NOBODY, most: 10 });
  expect(found).toHaveLength(10);
  expect(looked.reduce((sum, degree) => sum + degree, 0)).toBeLessThanOrEqual(WALK_BUDGET);
  expect(looked.length).toBeGreaterThan(150);
  expect(Math.max(...looked)).toBeLessThan(friends);
});

test('Grace, who knows nobody but a hub beyond the budget, leaves nothing behind for the next walk', () => {
  const [grace, hub, alan, friend, stranger] = [0, 1, 2, 3, WALK_BUDGET + 100];
  const crowd = Array.from({ length: WALK_BUDGET + 200 }, (_, n) => [hub, n + 4] as const);
  const network = networkOf(WALK_BUDGET + 300, [[grace, hub], [alan, friend], [friend, stranger], ...crowd]);
  const twoSteps = new TwoSteps();
  const walk = { absent: NOBODY, recent: NOBODY, most: WALK_BUDGET + 300 };
  expect(twoSteps.find(network, { ...walk, from: grace })).toHaveLength(WALK_BUDGET - 1);
  for (const _ of [1, 2])
    expect(twoSteps.find(network, { ...walk, from: alan })).toEqual(
      new TwoSteps().find(network, { ...walk, from: alan }),
    );
});
