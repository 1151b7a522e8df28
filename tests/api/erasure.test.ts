import { randomBytes } from 'node:crypto';
import { violations } from '../../src/audit/violations';
import { loadConfig } from '../../src/config';
import { KEPT } from '../../src/erasure/mentions';
import { parseGlobalId } from '../../src/graphql/global-id';
import { openDatabase } from '../../src/rooms';
import type { Person } from '../kit/person';
import { newPlace, type Place } from '../kit/place';
import { placesOf, withLargeIds } from '../kit/schema-walk';
import { SocketClient } from '../kit/socket-client';
import { startApp, type TestApp } from '../kit/start-app';

let place: Place;
let app: TestApp;
beforeAll(async () => {
  place = await newPlace();
  const database = await openDatabase(loadConfig(place.env), undefined);
  await withLargeIds(database);
  await database.close();
  app = await startApp(place.env);
});
afterAll(async () => {
  await app.stop();
  await place.remove();
});

const erases = (person: Person, password = person.password) => person.does('eraseMe', { password });
const numberOf = (person: Person) => parseGlobalId(person.id)?.id ?? 0;
const check = async () => violations(app.app.database, loadConfig({}).policy);

const UNAUTHENTICATED = { extensions: expect.objectContaining({ code: 'UNAUTHENTICATED' }) };

/** What one member sees of another, and of what was between the two, wherever it could be seen. */
async function sightOf(person: Person, other: Person, invitations: readonly string[]) {
  const seen = await person.asks(SIGHT, { id: other.id, handle: other.handle, name: other.name, invitations });
  const input = { recipientId: other.id, reason: 'COLLEAGUE' };
  const tries = [
    await person.does('sendInvitation', input),
    await person.does('removeConnection', { memberId: other.id }),
    await person.does('blockMember', { memberId: other.id }),
    await person.does('allowInvitationsFrom', { memberId: other.id }),
    await person.does('updateRelationship', { memberId: other.id, label: 'x' }),
    await person.does('dismissSuggestion', { memberId: other.id }),
    ...(await Promise.all(invitations.map((id) => person.withdraws(id)))),
    ...(await Promise.all(invitations.map((id) => person.accepts(id)))),
  ];
  const exported = (await exportOf(person)).filter(({ record }) => !['SESSION', 'ACCOUNT', 'PROFILE'].includes(record));
  return alike({ seen, tries, exported });
}

/** Ids are called by the order in which they appear, and times are all one. */
function alike(answers: object): Record<'seen' | 'tries' | 'exported', never> {
  const names = new Map<string, string>();
  return JSON.parse(JSON.stringify(answers), (_, value) => {
    if (typeof value !== 'string') return value;
    if (/^\d{4}-\d\d-\d\dT/.test(value)) return 'a time';
    const id = parseGlobalId(value);
    if (!id) return value;
    names.set(value, names.get(value) ?? `${id.type} ${names.size}`);
    return names.get(value);
  });
}

const SIGHT = `query ($id: ID!, $handle: String!, $name: String!, $invitations: [ID!]!) {
  node(id: $id) { id } member(handle: $handle) { id } searchMembers(query: $name) { totalCount }
  invitations: nodes(ids: $invitations) { id }
  viewer {
    member { connectionCount } unreadNotificationCount
    connections { totalCount edges { node { id } } }
    invitationsSent { totalCount edges { node { id } } } invitationsReceived { totalCount }
    notifications { totalCount edges { node { kind } } } blockedMembers { totalCount }
    suggestions { totalCount }
    invitationAllowance { open day { remaining } week { remaining } }
    networkStatistics { reach { first second third } }
  }
}`;

async function exportOf(person: Person): Promise<{ record: string }[]> {
  const { records } = await person.does<{ records: { json: string }[] }>('exportMyData', {}, 'records { json }');
  return records.map(({ json }) => JSON.parse(json));
}

test('Grace erases herself with her password: her sockets close, her tokens end, and her address and handle are free again', async () => {
  const [grace, alan] = await app.people.trio();
  const socket = await SocketClient.connect(app.app.url, grace.token);
  socket.subscribe('events', 'subscription { events { ... on Checkpoint { head } } }');
  expect(await erases(grace, 'not the password')).toMatchObject({
    errors: [{ code: 'WRONG_CREDENTIALS', path: ['input', 'password'] }],
  });
  expect((await grace.asks<{ viewer: object }>('{ viewer { id } }')).viewer).toBeDefined();
  expect(await erases(grace)).toEqual({ errors: [] });
  expect(await socket.closed()).toMatchObject({ code: 4403 });
  expect((await grace.answer('{ viewer { id } }')).errors[0]).toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
  const again = { email: grace.email, password: grace.password, name: 'Another', handle: grace.handle };
  expect(await alan.does('signIn', { email: grace.email, password: grace.password })).toMatchObject({
    errors: [{ code: 'WRONG_CREDENTIALS' }],
  });
  expect(await alan.does('refreshSession', { refreshToken: grace.refreshToken })).toMatchObject({
    errors: [{ code: 'SESSION_ENDED' }],
  });
  const { viewer } = await alan.does<{ viewer: { member: { id: string } } }>(
    'signUp',
    again,
    'viewer { member { id } }',
  );
  expect(viewer.member.id).not.toBe(grace.id);
});

test('once Grace is erased the rest of the document is refused, as everything of hers is from then on', async () => {
  for (const after of [
    'exportMyData(input: {}) { records { json } }',
    'again: eraseMe(input: $input) { errors { code } }',
  ]) {
    const grace = await app.people.signUp('Grace Hopper');
    const document = `mutation ($input: EraseMeInput!) { eraseMe(input: $input) { errors { code } } ${after} }`;
    expect(await grace.answer(document, { input: { password: grace.password } })).toMatchObject({
      errors: [{ path: [after.split(/[:(]/)[0]], extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect((await grace.answer('{ viewer { id } }')).errors).toMatchObject([UNAUTHENTICATED]);
  }
});

test('of two devices on which Grace erases herself at once, the one that comes too late hears that she is nobody now', async () => {
  const grace = await app.people.signUp('Grace Hopper');
  const onDevice = () =>
    grace.answer('mutation ($input: EraseMeInput!) { eraseMe(input: $input) { errors { code path } } }', {
      input: { password: grace.password },
    });
  const answers = await Promise.all([onDevice(), onDevice()]);
  expect(answers).toContainEqual(expect.objectContaining({ data: { eraseMe: { errors: [] } }, errors: [] }));
  expect(answers).toContainEqual(expect.objectContaining({ errors: [expect.objectContaining(UNAUTHENTICATED)] }));
});

test('those who knew her hear what they would hear of a block, and no more than that is left in their streams', async () => {
  const [grace, alan, ada] = await app.people.trio();
  const ben = await app.people.signUp('Ben');
  const others = [alan, ada, ben];
  const beginnings = await Promise.all(others.map(cursorOf));
  await grace.connectsWith(alan);
  await grace.sends(ada, { note: 'Have we met?' });
  await ben.sends(grace);
  await Promise.all(others.map((person) => person.listens()));
  await erases(grace);
  await alan.hears('CONNECTION_REMOVED');
  await ada.hears('INVITATION_REMOVED');
  await ben.hears('INVITATION_EXPIRED');
  expect(await Promise.all(others.map((person, n) => toldSince(person, beginnings[n])))).toEqual([
    [
      { seq: '1', kind: 'INVITATION_RECEIVED', type: 'RedactedEvent' },
      { seq: '2', kind: 'CONNECTION_CREATED', type: 'RedactedEvent' },
      { seq: '3', kind: 'CONNECTION_REMOVED', type: 'ConnectionRemovedEvent' },
    ],
    [
      { seq: '1', kind: 'INVITATION_RECEIVED', type: 'RedactedEvent' },
      { seq: '2', kind: 'INVITATION_REMOVED', type: 'InvitationRemovedEvent' },
    ],
    [
      { seq: '1', kind: 'INVITATION_SENT', type: 'RedactedEvent' },
      { seq: '2', kind: 'INVITATION_EXPIRED', type: 'InvitationExpiredEvent' },
    ],
  ]);
  expect(await check()).toEqual([]);
});

async function cursorOf(person: Person): Promise<string> {
  return (await person.asks<{ snapshot: { cursor: string } }>('{ snapshot { cursor } }')).snapshot.cursor;
}

async function toldSince(person: Person, after: string | undefined): Promise<object> {
  const { eventPage } = await person.asks<{ eventPage: { events: object } }>(
    'query ($after: Cursor!) { eventPage(after: $after) { events { seq kind type: __typename } } }',
    { after },
  );
  return eventPage.events;
}

/** Grace and Alan have known each other, asked and declined; Alan has noted something about her. */
async function twoWithAPast(): Promise<{ grace: Person; alan: Person; invitations: string[] }> {
  const [grace, alan, ada] = [
    await app.people.signUp(`Grace ${randomBytes(8).toString('hex')}`),
    await app.people.signUp('Alan'),
    await app.people.signUp('Ada'),
  ];
  await alan.connectsWith(ada);
  await ada.connectsWith(grace);
  const first = await alan.sends(grace, { idempotencyKey: 'first' });
  await grace.declines(first, 'UNKNOWN_SENDER');
  const second = await grace.sends(alan);
  await alan.does('updateRelationship', { memberId: grace.id, label: 'Compilers' });
  await alan.does('removeConnection', { memberId: grace.id });
  await alan.does('dismissSuggestion', { memberId: grace.id });
  const third = await alan.sends(grace, { note: 'Again?' });
  return { grace, alan, invitations: [first, second, third] };
}

test('to Alan an erased Grace is what one who has blocked him is, in whatever he looks up, tries or exports', async () => {
  const [one, other] = [await twoWithAPast(), await twoWithAPast()];
  expect(await one.grace.blocks(one.alan)).toMatchObject({ errors: [] });
  await erases(other.grace);
  const blocked = await sightOf(one.alan, one.grace, one.invitations);
  expect(await sightOf(other.alan, other.grace, other.invitations)).toEqual(blocked);
  expect(blocked).toMatchObject({
    seen: { node: null, member: null, searchMembers: { totalCount: 0 }, invitations: [null, null, null] },
    tries: Array.from({ length: 12 }, () => ({ errors: [{ code: 'NOT_FOUND' }] })),
  });
});

test('after an erasure no row of any table, no text and no JSON mentions Grace, but for what is promised to stay', async () => {
  const { grace, alan } = await twoWithAPast();
  const [ben, eve] = [await app.people.signUp('Ben'), await app.people.signUp('Eve')];
  await grace.does('updateProfile', {
    ...{ headline: 'Zyxomma of the fleet', summary: 'Zyxomma', careerGoal: 'Zyxomma', skills: ['Zyxomma'] },
    positions: [{ title: 'Zyxomma', company: 'Zyxomma' }],
    education: [{ school: 'Zyxomma' }],
    accomplishments: [{ title: 'Zyxomma' }],
  });
  await grace.connectsWith(ben);
  await grace.does('updateRelationship', { memberId: ben.id, privateNote: 'Zyxomma' });
  await ben.does('updateRelationship', { memberId: grace.id, privateNote: 'Zyxomma' });
  await eve.does('askSender', { invitationId: await grace.sends(eve, { note: 'Zyxomma' }), question: 'Zyxomma?' });
  await grace.does('blockMember', { memberId: eve.id, idempotencyKey: 'Zyxomma' });
  await grace.does('dismissSuggestion', { memberId: ben.id });
  const texts = [numberOf(grace), grace.id, grace.email, grace.handle, 'Zyxomma'];
  const before = await placesOf(app.app.database, texts);
  expect(before.filter((place) => !KEPT[place]).length).toBeGreaterThan(30);
  await erases(grace);
  expect((await placesOf(app.app.database, texts)).filter((place) => !KEPT[place])).toEqual([]);
  expect(app.log.filter((line) => line.includes(String(numberOf(grace))))).toEqual([]);
  expect(await check()).toEqual([]);
  expect((await alan.asks<{ viewer: { member: object } }>('{ viewer { member { connectionCount } } }')).viewer).toEqual(
    {
      member: { connectionCount: 1 },
    },
  );
});
