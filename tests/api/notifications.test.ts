import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY, statements } from '../kit/steady';

let app: TestApp;
beforeAll(async () => {
  app = await startApp(STEADY);
});
afterAll(() => app.stop());

interface Inbox {
  readonly unreadNotificationCount: number;
  readonly notifications: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: {
        readonly id: string;
        readonly kind: string;
        readonly actor: { readonly name: string };
        readonly readAt: string | null;
      };
    }[];
  };
}

async function inbox(person: Person, args = ''): Promise<Inbox> {
  const { viewer } = await person.asks<{ viewer: Inbox }>(
    `{ viewer { unreadNotificationCount notifications${args} {
       totalCount pageInfo { hasNextPage } edges { cursor node { id kind actor { name } createdAt readAt } } } } }`,
  );
  return viewer;
}

const actors = ({ notifications }: Inbox) => notifications.edges.map(({ node }) => node.actor.name);
const ids = ({ notifications }: Inbox) => notifications.edges.map(({ node }) => node.id);
const MARKED = 'unreadNotificationCount viewer { unreadNotificationCount }';
const marks = (person: Person, input: object) => person.does('markNotificationsRead', input, MARKED);

/** Somebody with an invitation from each of these, the last one the latest. */
async function invitedBy(...names: string[]): Promise<Person> {
  const grace = await app.people.signUp('Grace Hopper');
  for (const name of names) {
    app.clock.advance(1000);
    await (await app.people.signUp(name)).sends(grace);
  }
  return grace;
}

test('Grace is told of an invitation, and Alan of its acceptance', async () => {
  const [grace, alan] = await app.people.trio();
  await alan.connectsWith(grace);
  const told = (kind: string, name: string) => ({
    unreadNotificationCount: 1,
    notifications: { totalCount: 1, edges: [{ node: { kind, actor: { name }, readAt: null } }] },
  });
  expect(await inbox(grace)).toMatchObject(told('INVITATION_RECEIVED', 'Alan Turing'));
  expect(await inbox(alan)).toMatchObject(told('INVITATION_ACCEPTED', 'Grace Hopper'));
});

test('a decline and a removal tell nobody; a withdrawal takes its notification along', async () => {
  const [grace, alan, ada] = await app.people.trio();
  await grace.declines(await alan.sends(grace));
  expect(await inbox(alan)).toMatchObject({ unreadNotificationCount: 0 });
  await ada.withdraws(await ada.sends(grace));
  expect(actors(await inbox(grace))).toEqual(['Alan Turing']);
});

test('Grace pages through her notifications, all or the unread alone, newest first', async () => {
  const grace = await invitedBy('One', 'Two', 'Three', 'Four');
  const first = await inbox(grace, '(first: 3)');
  expect(first.notifications).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
  expect(actors(first)).toEqual(['Four', 'Three', 'Two']);
  const after = first.notifications.edges.at(-1)?.cursor;
  expect(actors(await inbox(grace, `(after: "${after}")`))).toEqual(['One']);

  await marks(grace, { ids: ids(first).slice(1, 2) });
  const unread = await inbox(grace, '(unreadOnly: true, first: 2)');
  expect(unread).toMatchObject({ unreadNotificationCount: 3, notifications: { totalCount: 3 } });
  expect(actors(unread)).toEqual(['Four', 'Two']);
  const next = unread.notifications.edges.at(-1)?.cursor;
  expect(actors(await inbox(grace, `(unreadOnly: true, after: "${next}")`))).toEqual(['One']);
});

test('what Grace reads on one device is read on the others', async () => {
  const grace = await invitedBy('One', 'Two', 'Three');
  await grace.listens();
  const [three] = ids(await inbox(grace));
  expect(await marks(grace, { ids: [three] })).toEqual({
    ...{ unreadNotificationCount: 2, viewer: { unreadNotificationCount: 2 } },
    errors: [],
  });
  await grace.hears('NOTIFICATIONS_UPDATED');
  expect((await inbox(grace)).notifications.edges.map(({ node }) => node.readAt !== null)).toEqual([
    true,
    false,
    false,
  ]);
});

test('the event tells how many are unread now', async () => {
  const grace = await invitedBy('One', 'Two');
  const { snapshot } = await grace.asks<{ snapshot: { cursor: string } }>('{ snapshot { cursor } }');
  await marks(grace, { ids: ids(await inbox(grace)).slice(0, 1) });
  const events = await grace.asks(
    `query ($after: Cursor!) { eventPage(after: $after) { events { ... on NotificationsUpdatedEvent { unreadNotificationCount } } } }`,
    { after: snapshot.cursor },
  );
  expect(events).toEqual({ eventPage: { events: [{ unreadNotificationCount: 1 }] } });
});

test('Grace marks one notification and all older ones; later ones stay unread', async () => {
  const grace = await invitedBy('One', 'Two', 'Three');
  const [, two] = ids(await inbox(grace));
  expect(await marks(grace, { upTo: two })).toMatchObject({ unreadNotificationCount: 1, errors: [] });
  expect(actors(await inbox(grace, '(unreadOnly: true)'))).toEqual(['Three']);
});

test('marking again what is read changes nothing and tells no device', async () => {
  const grace = await invitedBy('One');
  const [one] = ids(await inbox(grace));
  await marks(grace, { ids: [one] });
  const before = await inbox(grace);
  const { snapshot } = await grace.asks<{ snapshot: { cursor: string } }>('{ snapshot { cursor } }');
  app.clock.advance(1000);
  for (const input of [{ ids: [one] }, { upTo: one }]) expect(await marks(grace, input)).toMatchObject({ errors: [] });
  expect(await inbox(grace)).toEqual(before);
  const { eventPage } = await grace.asks<{ eventPage: { events: object[] } }>(
    'query ($after: Cursor!) { eventPage(after: $after) { events { kind } } }',
    { after: snapshot.cursor },
  );
  expect(eventPage.events).toEqual([]);
});

test("somebody else's notification does not exist for Grace, and beside it none of hers is marked", async () => {
  const [grace, ada] = [await invitedBy('One'), await invitedBy('Two')];
  const [hers, adas] = [ids(await inbox(grace))[0], ids(await inbox(ada))[0]];
  const unknown = Buffer.from('Notification:999999999').toString('base64url');
  const refused = (path: string[]) => ({ unreadNotificationCount: null, errors: [{ code: 'NOT_FOUND', path }] });
  for (const id of [adas, unknown, grace.id, 'nonsense']) {
    expect(await marks(grace, { ids: [hers, id] })).toMatchObject(refused(['input', 'ids', '1']));
    expect(await marks(grace, { upTo: id })).toMatchObject(refused(['input', 'upTo']));
  }
  expect([await inbox(grace), await inbox(ada)]).toMatchObject([
    { unreadNotificationCount: 1 },
    { unreadNotificationCount: 1 },
  ]);
  expect(await grace.asks('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [hers, adas, unknown] })).toEqual({
    nodes: [{ id: hers }, null, null],
  });
});

test.each([
  ['neither ids nor upTo', {}, ['input']],
  ['both', { ids: ['x'], upTo: 'x' }, ['input']],
  ['no id', { ids: [] }, ['input', 'ids']],
  ['a hundred and one', { ids: Array.from({ length: 101 }, () => 'x') }, ['input', 'ids']],
])('%s is not acceptable', async (_, input, path) => {
  const grace = await app.people.signUp('Grace Hopper');
  expect(await marks(grace, input)).toMatchObject({ errors: [{ code: 'INVALID_INPUT', path }] });
});

test('a page of three with its actors takes as many statements as a page of one', async () => {
  const grace = await invitedBy('One', 'Two', 'Three');
  expect(await statements(app, () => inbox(grace))).toBe(await statements(app, () => inbox(grace, '(first: 1)')));
});
