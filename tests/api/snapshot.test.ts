import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';

let app: TestApp;
beforeAll(async () => {
  app = await startApp(STEADY);
});
afterAll(() => app.stop());

interface Taken {
  readonly snapshot: {
    readonly cursor: string;
    readonly viewer: {
      readonly connections: {
        readonly totalCount: number;
        readonly edges: readonly { readonly node: { readonly relationship: { readonly asOfSeq: string } } }[];
      };
    };
  };
}

const SNAPSHOT = `{ snapshot { cursor viewer { connections { totalCount edges { node { relationship { asOfSeq } } } } } } }`;
const AFTER = 'query ($after: Cursor!) { eventPage(after: $after) { head events { kind seq } } }';

test('Grace takes a snapshot, and the events behind its cursor are what came after', async () => {
  const [grace, alan, ada] = await app.people.trio();
  await alan.connectsWith(grace);
  const { snapshot } = await grace.asks<Taken>(SNAPSHOT);
  expect(snapshot.viewer.connections).toMatchObject({
    totalCount: 1,
    edges: [{ node: { relationship: { asOfSeq: '2' } } }],
  });
  expect(await grace.asks(AFTER, { after: snapshot.cursor })).toEqual({ eventPage: { head: true, events: [] } });
  await ada.sends(grace);
  expect(await grace.asks(AFTER, { after: snapshot.cursor })).toEqual({
    eventPage: { head: true, events: [{ kind: 'INVITATION_RECEIVED', seq: '3' }] },
  });
});

test('the cursor is read before anything that the snapshot shows', async () => {
  const [grace, alan] = await app.people.trio();
  await alan.connectsWith(grace);
  const asked = await app.queries.during(() => grace.asks(SNAPSHOT));
  const place = (text: RegExp) => asked.findIndex((statement) => text.test(statement));
  expect(place(/stream_lineage/)).toBeLessThan(place(/FROM connection/));
  expect(place(/FROM connection/)).toBeLessThan(place(/LEFT JOIN pair/));
});

test('what another part of the request had loaded before is read anew for the snapshot', async () => {
  const [grace, alan] = await app.people.trio();
  await alan.connectsWith(grace);
  const asked = await app.queries.during(() =>
    grace.asks(
      `query ($id: ID!) {
         node(id: $id) { ... on Member { relationship { asOfSeq } } }
         snapshot { cursor viewer { connections { edges { node { relationship { asOfSeq } } } } } }
       }`,
      { id: alan.id },
    ),
  );
  const head = asked.findIndex((statement) => statement.includes('stream_lineage'));
  const reads = asked.flatMap((statement, place) => (statement.includes('LEFT JOIN pair') ? [place] : []));
  expect(head).toBeGreaterThanOrEqual(0);
  expect(reads.some((place) => place > head)).toBe(true);
});

test('nobody takes a snapshot without signing in', async () => {
  const { errors } = await app.http.query('{ snapshot { cursor } }');
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test("Grace's cursor is of no use to Alan", async () => {
  const [grace, alan] = await app.people.trio();
  const { snapshot } = await grace.asks<Taken>(SNAPSHOT);
  const foreign = await alan.answer(AFTER, { after: snapshot.cursor });
  const garbage = await alan.answer(AFTER, { after: 'garbage' });
  expect(foreign.errors).toHaveLength(1);
  expect(foreign.errors.map(({ message }) => message)).toEqual(garbage.errors.map(({ message }) => message));
});
