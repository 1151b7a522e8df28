import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY, statements } from '../kit/steady';

interface Relationship {
  readonly id: string;
  readonly state: string;
  readonly canInvite: boolean;
  readonly cannotInviteBecause: string | null;
  readonly connectedAt: string | null;
  readonly asOfSeq: string;
}

const RELATIONSHIP = 'relationship { id state canInvite cannotInviteBecause connectedAt asOfSeq }';
const DAY = 86_400_000;
async function memberAsSeenBy(viewer: Person, other: Person): Promise<Relationship | null | undefined> {
  const { node } = await viewer.asks<{ node: { relationship: Relationship | null } | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Member { ${RELATIONSHIP} } } }`,
    { id: other.id },
  );
  return node?.relationship;
}

/** How many events there are in a member's stream: the number of the last. */
async function lastSeq(app: TestApp, person: Person): Promise<string> {
  const [row] = await app.app.database.query<{ seq: number }>(
    'SELECT last_seq AS seq FROM member_state WHERE member_id = ?',
    [Number(Buffer.from(person.id, 'base64url').toString().split(':')[1])],
  );
  return String(row?.seq);
}

describe('what stands between two members', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(STEADY);
  });
  afterAll(() => app.stop());

  test('Grace and Alan see an invitation, its acceptance and the end of the connection, each from their side', async () => {
    const [grace, alan] = await app.people.trio();
    const both = async () => [await memberAsSeenBy(alan, grace), await memberAsSeenBy(grace, alan)];
    const nothing = { state: 'NONE', canInvite: true, cannotInviteBecause: null, connectedAt: null, asOfSeq: '0' };
    expect(await both()).toMatchObject([nothing, nothing]);

    const invitationId = await alan.sends(grace);
    expect(await both()).toMatchObject([
      { state: 'INVITATION_SENT', canInvite: false, cannotInviteBecause: 'ALREADY_INVITED', asOfSeq: '1' },
      { state: 'INVITATION_RECEIVED', canInvite: true, cannotInviteBecause: null, asOfSeq: '1' },
    ]);

    await grace.does('acceptInvitation', { invitationId });
    const connected = { state: 'CONNECTED', canInvite: false, cannotInviteBecause: 'ALREADY_CONNECTED', asOfSeq: '2' };
    expect(await both()).toMatchObject([connected, connected]);
    expect((await memberAsSeenBy(alan, grace))?.connectedAt).toMatch(/^\d{4}-.*Z$/);

    await grace.does('removeConnection', { memberId: alan.id });
    expect(await both()).toMatchObject([
      { ...nothing, asOfSeq: '3' },
      { ...nothing, asOfSeq: '3' },
    ]);
  });

  test('Alan learns nothing of a decline, a report, or an invitation that was dropped', async () => {
    const [grace, alan] = await app.people.trio();
    const open = { state: 'INVITATION_SENT', canInvite: false, cannotInviteBecause: 'ALREADY_INVITED' };
    const closed = { state: 'NONE', canInvite: true, cannotInviteBecause: null };

    const first = await alan.sends(grace);
    const before = await memberAsSeenBy(alan, grace);
    await grace.does('declineInvitation', { invitationId: first, report: 'UNKNOWN_SENDER' });
    expect(await memberAsSeenBy(alan, grace)).toEqual(before);
    expect(before).toMatchObject(open);
    expect(await memberAsSeenBy(grace, alan)).toMatchObject({ ...closed, asOfSeq: '2' });

    await alan.does('withdrawInvitation', { invitationId: first });
    app.clock.advance(22 * DAY);
    await alan.sends(grace);
    expect(await memberAsSeenBy(alan, grace)).toMatchObject(open);
    expect(await memberAsSeenBy(grace, alan)).toMatchObject({ ...closed, asOfSeq: '2' });
  });

  test('Alan waits for three weeks after a withdrawal', async () => {
    const [grace, alan] = await app.people.trio();
    await alan.does('withdrawInvitation', { invitationId: await alan.sends(grace) });
    expect(await memberAsSeenBy(alan, grace)).toMatchObject({
      state: 'NONE',
      canInvite: false,
      cannotInviteBecause: 'WITHDRAWN_RECENTLY',
    });
    expect(await memberAsSeenBy(grace, alan)).toMatchObject({ state: 'NONE', canInvite: true });
    app.clock.advance(21 * DAY);
    expect(await memberAsSeenBy(alan, grace)).toMatchObject({ canInvite: true, cannotInviteBecause: null });
  });

  test('an invitation whose time is over is open to nobody, whether or not it has been swept', async () => {
    const [grace, alan] = await app.people.trio();
    await alan.sends(grace);
    app.clock.advance(181 * DAY);
    expect(await memberAsSeenBy(alan, grace)).toMatchObject({ state: 'NONE', canInvite: true });
    expect(await memberAsSeenBy(grace, alan)).toMatchObject({ state: 'NONE', canInvite: true });
  });

  test('Grace is nothing to herself, and cannot invite herself', async () => {
    const grace = await app.people.signUp('Grace Hopper');
    expect(await memberAsSeenBy(grace, grace)).toMatchObject({
      ...{ state: 'NONE', canInvite: false, cannotInviteBecause: 'CANNOT_INVITE_SELF', asOfSeq: '0' },
    });
  });

  test('to Alan, a member who blocked him looks like an id that leads nowhere; he himself sees only his own blocks', async () => {
    const [grace, alan] = await app.people.trio();
    const id = (await memberAsSeenBy(alan, grace))?.id;
    const strangers = Buffer.from('Relationship:999999999').toString('base64url');
    await grace.does('blockMember', { memberId: alan.id });
    expect(await memberAsSeenBy(grace, alan)).toMatchObject({
      ...{ state: 'BLOCKED', canInvite: false, cannotInviteBecause: 'MEMBER_BLOCKED' },
    });
    const answer = await alan.asks('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [id, strangers, grace.id],
    });
    expect(answer).toEqual({ nodes: [null, null, null] });

    const { errors } = await alan.does('blockMember', { memberId: grace.id });
    expect(errors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'memberId'] }]);
  });

  test('the number of the last event about a pair is that of the stream, and goes with the state', async () => {
    const [grace, alan, ada] = await app.people.trio();
    await alan.connectsWith(grace);
    const withAlan = await lastSeq(app, grace);
    await ada.connectsWith(grace);
    expect(await memberAsSeenBy(grace, alan)).toMatchObject({ state: 'CONNECTED', asOfSeq: withAlan });
    expect(await memberAsSeenBy(grace, ada)).toMatchObject({ state: 'CONNECTED', asOfSeq: await lastSeq(app, grace) });
  });

  test('a relationship is found again by its id, and is another one for another viewer', async () => {
    const [grace, alan, ada] = await app.people.trio();
    await alan.connectsWith(grace);
    const ids = [(await memberAsSeenBy(alan, grace))?.id];
    const ask = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Relationship { state } } }';
    expect(await alan.asks(ask, { ids })).toEqual({ nodes: [{ id: ids[0], state: 'CONNECTED' }] });
    expect(await ada.asks(ask, { ids })).toEqual({ nodes: [{ id: ids[0], state: 'NONE' }] });
  });

  test('a list of nine members with their relationships takes as many statements as a list of two', async () => {
    const viewer = await app.people.signUp('Quentin Counter');
    const names = Array.from({ length: 10 }, (_, n) => `Zebulon Number${n}`);
    const [first] = await app.people.signUpAll(...names);
    await viewer.connectsWith(first ?? viewer);
    const list = (size: number) => () =>
      viewer.asks(
        `query ($size: Int) { searchMembers(query: "zebulon", first: $size) { edges { node { name ${RELATIONSHIP} } } } }`,
        { size },
      );
    expect(await statements(app, list(9))).toBe(await statements(app, list(2)));
  });
});

test('Alan, who has used up his quota, is told so beforehand, but may still answer by inviting', async () => {
  const app = await startApp({ QUOTA_PER_DAY: '1' });
  const [grace, alan, ada] = await app.people.trio();
  await alan.sends(grace);
  expect(await memberAsSeenBy(alan, ada)).toMatchObject({ canInvite: false, cannotInviteBecause: 'QUOTA_EXCEEDED' });
  await ada.sends(alan);
  expect(await memberAsSeenBy(alan, ada)).toMatchObject({ state: 'INVITATION_RECEIVED', canInvite: true });
  await app.stop();
});
