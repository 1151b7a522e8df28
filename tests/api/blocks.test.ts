import { toGlobalId } from '../../src/graphql/global-id';
import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY, statements } from '../kit/steady';

let app: TestApp;
beforeAll(async () => {
  app = await startApp(STEADY);
});
afterAll(() => app.stop());

const HOUR = 3_600_000;

interface Blocked {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly name: string } }[];
}

async function blockedBy(person: Person, args = ''): Promise<Blocked> {
  const { viewer } = await person.asks<{ viewer: { blockedMembers: Blocked } }>(
    `{ viewer { blockedMembers${args} { totalCount edges { cursor node { name } } } } }`,
  );
  return viewer.blockedMembers;
}

const names = ({ edges }: Blocked) => edges.map(({ node }) => node.name);

async function cursorOf(person: Person): Promise<string> {
  return (await person.asks<{ snapshot: { cursor: string } }>('{ snapshot { cursor } }')).snapshot.cursor;
}

interface Told {
  readonly __typename: string;
  readonly kind: string;
  readonly edge?: { readonly node: { readonly name: string } } | null;
  readonly member?: { readonly name: string; readonly available: boolean };
}

async function toldAfter(person: Person, after: string): Promise<readonly Told[]> {
  const { eventPage } = await person.asks<{ eventPage: { events: Told[] } }>(
    `query ($after: Cursor!) { eventPage(after: $after) { events { __typename kind
       ... on ConnectionCreatedEvent { edge { node { name } } }
       ... on ConnectionRemovedEvent { member { name available } }
       ... on BlockCreatedEvent { member { name available } }
       ... on BlockRemovedEvent { member { name available } } } } }`,
    { after },
  );
  return eventPage.events;
}

test('Grace blocks and unblocks Alan: her devices hear of it, her list shows it, the relationship goes along', async () => {
  const [grace, alan] = await app.people.trio();
  const before = await cursorOf(grace);
  const selection = 'member { name } relationship { state cannotInviteBecause }';
  expect(await grace.does('blockMember', { memberId: alan.id }, selection)).toEqual({
    member: { name: 'Alan Turing' },
    relationship: { state: 'BLOCKED', cannotInviteBecause: 'MEMBER_BLOCKED' },
    errors: [],
  });
  expect(names(await blockedBy(grace))).toEqual(['Alan Turing']);
  expect(await grace.blocks(alan)).toMatchObject({ errors: [{ code: 'MEMBER_BLOCKED' }] });

  expect(await grace.does('unblockMember', { memberId: alan.id }, selection)).toMatchObject({
    relationship: { state: 'NONE', cannotInviteBecause: null },
  });
  expect(await blockedBy(grace)).toEqual({ totalCount: 0, edges: [] });
  expect(await toldAfter(grace, before)).toMatchObject([
    { kind: 'BLOCK_CREATED', member: { name: 'Alan Turing' } },
    { kind: 'BLOCK_REMOVED', member: { name: 'Alan Turing' } },
  ]);
  expect(await grace.does('unblockMember', { memberId: alan.id })).toMatchObject({ errors: [{ code: 'NOT_BLOCKED' }] });
});

test('Grace may block Alan again two days after unblocking him, and is told when', async () => {
  const [grace, alan] = await app.people.trio();
  await grace.blocks(alan);
  await grace.does('unblockMember', { memberId: alan.id });
  const { errors } = await grace.blocks(alan);
  expect(errors).toMatchObject([{ code: 'BLOCKED_RECENTLY', retryAt: expect.stringMatching(/Z$/) }]);
  app.clock.advance(48 * HOUR);
  expect(await grace.blocks(alan)).toMatchObject({ errors: [] });
});

test('to Alan, who is blocked by Grace, she is an account that has closed', async () => {
  const [grace, alan, ada] = await app.people.trio();
  await alan.connectsWith(grace);
  await ada.connectsWith(grace);
  await alan.connectsWith(ada);
  const before = await cursorOf(alan);
  await grace.blocks(alan);

  expect(await toldAfter(alan, before)).toEqual([
    { __typename: 'ConnectionRemovedEvent', kind: 'CONNECTION_REMOVED', member: GONE },
  ]);
  const { member, searchMembers, node, viewer } = await alan.asks<Record<string, object>>(
    `query ($handle: String!, $ada: ID!) {
       member(handle: $handle) { id }
       searchMembers(query: "grace hopper", first: 100) { edges { node { handle } } }
       node(id: $ada) { ... on Member { connectionCount connections { totalCount edges { node { name } } } } }
       viewer { connections { totalCount edges { node { name } } } notifications { edges { node { actor { name } } } } }
     }`,
    { handle: grace.handle, ada: ada.id },
  );
  const onlyAlan = { totalCount: 1, edges: [{ node: { name: 'Alan Turing' } }] };
  expect(member).toBeNull();
  expect(JSON.stringify(searchMembers)).not.toContain(`"${grace.handle}"`);
  expect(node).toEqual({ connectionCount: 1, connections: onlyAlan });
  expect(viewer).toMatchObject({ connections: { totalCount: 1, edges: [{ node: { name: 'Ada Lovelace' } }] } });
  expect(JSON.stringify(viewer)).not.toContain('Grace');
  for (const mutation of ['removeConnection', 'blockMember', 'unblockMember'])
    expect(await alan.does(mutation, { memberId: grace.id })).toMatchObject({ errors: [{ code: 'NOT_FOUND' }] });
});

test('Greta who blocks Alan, Alma who was erased, and somebody who never was: looked for, they are one to him, in time too', async () => {
  const [alan, greta, alma] = await Promise.all([
    app.people.signUp('Alan Turing'),
    app.people.signUp('Greta Garbo'),
    app.people.signUp('Alma Mahler'),
  ]);
  const nobody = { id: toGlobalId('Member', 999_999_999), handle: 'nobody-there' };
  await greta.blocks(alan);
  await alma.does('eraseMe', { password: alma.password });
  const lookFor = async ({ id, handle }: { id: string; handle: string }) => {
    const answers: object[] = [];
    const asked = await app.queries.during(async () => {
      for (const field of LOOK_UPS) {
        const { status, data, errors } = await alan.answer(`query ${field}`, { id, handle });
        answers.push({ status, data, errors });
      }
      answers.push(await alan.does('sendInvitation', { recipientId: id, reason: 'OTHER' }));
      for (const mutation of ['blockMember', 'allowInvitationsFrom', 'removeConnection'])
        answers.push(await alan.does(mutation, { memberId: id }));
    });
    return { answers, asked };
  };
  await lookFor(nobody);
  const unknown = await lookFor(nobody);
  expect(unknown.answers[0]).toEqual({ status: 200, data: { member: null }, errors: [] });
  expect(await lookFor(greta)).toEqual(unknown);
  expect(await lookFor(alma)).toEqual(unknown);
});

const LOOK_UPS = [
  '($handle: String!) { member(handle: $handle) { id name available connectionCount relationship { state } } }',
  '($id: ID!) { node(id: $id) { id } }',
  '($id: ID!) { nodes(ids: [$id]) { id } }',
  '($handle: String!) { searchMembers(query: $handle) { totalCount edges { cursor } } }',
];

const GONE = { name: 'Unavailable member', available: false };

test('of a connection that has ended in a block, the blocked side can read no more than that there was one', async () => {
  const [grace, alan] = await app.people.trio();
  const [hers, his] = [await cursorOf(grace), await cursorOf(alan)];
  await alan.connectsWith(grace);
  await grace.blocks(alan);
  expect(await toldAfter(alan, his)).toMatchObject([
    { kind: 'INVITATION_SENT' },
    { __typename: 'RedactedEvent', kind: 'CONNECTION_CREATED' },
    { __typename: 'ConnectionRemovedEvent', kind: 'CONNECTION_REMOVED' },
  ]);
  expect(await toldAfter(grace, hers)).toMatchObject([
    { kind: 'INVITATION_RECEIVED' },
    { __typename: 'ConnectionCreatedEvent', edge: null },
    { __typename: 'BlockCreatedEvent', member: { name: 'Alan Turing', available: true } },
  ]);
});

test('of a connection that was removed, both still hear that it was made, without its edge', async () => {
  const [grace, alan] = await app.people.trio();
  const before = await cursorOf(alan);
  await alan.connectsWith(grace);
  await grace.does('removeConnection', { memberId: alan.id });
  expect(await toldAfter(alan, before)).toMatchObject([
    {},
    { __typename: 'ConnectionCreatedEvent', edge: null },
    { __typename: 'ConnectionRemovedEvent', member: { name: 'Grace Hopper', available: true } },
  ]);
});

test('Grace pages through whom she has blocked, the latest first, with as many statements for three as for one', async () => {
  const grace = await app.people.signUp('Grace Hopper');
  for (const other of await app.people.signUpAll('One', 'Two', 'Three')) {
    app.clock.advance(1000);
    await grace.blocks(other);
  }
  const first = await blockedBy(grace, '(first: 2)');
  expect(first.totalCount).toBe(3);
  expect(names(first)).toEqual(['Three', 'Two']);
  expect(names(await blockedBy(grace, `(after: "${first.edges.at(-1)?.cursor}")`))).toEqual(['One']);
  expect(await statements(app, () => blockedBy(grace))).toBe(
    await statements(app, () => blockedBy(grace, '(first: 1)')),
  );
});
