import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';

const DAY = 86_400_000;
const MINUTE = 60_000;

interface Tray {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string; readonly status: string; readonly tray: string } }[];
}

async function tray(person: Person, which: 'MAIN' | 'OTHER'): Promise<Tray> {
  const { viewer } = await person.asks<{ viewer: { invitationsReceived: Tray } }>(
    `query ($which: InvitationTray) { viewer {
      invitationsReceived(filter: { tray: $which }) { totalCount edges { node { id status tray } } } } }`,
    { which },
  );
  return viewer.invitationsReceived;
}

const idsIn = async (person: Person, which: 'MAIN' | 'OTHER'): Promise<string[]> =>
  (await tray(person, which)).edges.map(({ node }) => node.id);

async function admits(person: Person, admission: object): Promise<void> {
  const { errors } = await person.does('updateSettings', { admission });
  expect(errors).toEqual([]);
}

describe('admission', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(STEADY);
  });
  afterAll(() => app.stop());

  test('Grace asks for a note and a reason; everybody can read it, and who brings neither is told what is missing', async () => {
    const [grace, alan, ada] = await app.people.trio();
    await admits(grace, { asksNote: true });
    await admits(grace, { asksReason: true });
    const asks = async (): Promise<unknown> =>
      alan.asks(
        'query ($id: ID!) { node(id: $id) { ... on Member { relationship { canInvite asks { note reason } } } } }',
        {
          id: grace.id,
        },
      );
    expect(await asks()).toEqual({ node: { relationship: { canInvite: true, asks: { note: true, reason: true } } } });
    const send = (input: object) => alan.does('sendInvitation', { recipientId: grace.id, ...input });
    expect((await send({ reason: 'COLLEAGUE' })).errors).toMatchObject([
      { code: 'NOTE_REQUIRED', path: ['input', 'note'] },
    ]);
    expect((await send({ reason: 'OTHER', note: 'Hello' })).errors).toMatchObject([
      { code: 'REASON_REQUIRED', path: ['input', 'reason'] },
    ]);
    expect((await send({ reason: 'COLLEAGUE', note: 'Hello' })).errors).toEqual([]);
    // Whom Grace has invited herself, she asks for nothing.
    await grace.sends(ada);
    expect((await ada.does('sendInvitation', { recipientId: grace.id, reason: 'OTHER' })).errors).toEqual([]);
    await admits(grace, { asksNote: false, asksReason: false });
    expect(await asks()).toMatchObject({ node: { relationship: { asks: null } } });
  });

  test('While Grace pauses, invitations go to her other tray without a word, and she can still accept them', async () => {
    const [grace, alan, ada] = await app.people.trio();
    await admits(grace, { pausedUntil: new Date(app.clock.now + DAY).toISOString() });
    await grace.listens();
    const filed = await alan.sends(grace);
    expect(await idsIn(grace, 'OTHER')).toEqual([filed]);
    expect((await tray(grace, 'OTHER')).edges[0]?.node).toMatchObject({ status: 'PENDING', tray: 'OTHER' });
    expect(await idsIn(grace, 'MAIN')).toEqual([]);
    const { viewer } = await grace.asks<{ viewer: object }>(
      '{ viewer { unreadNotificationCount notifications { totalCount } } }',
    );
    expect(viewer).toEqual({ unreadNotificationCount: 0, notifications: { totalCount: 0 } });

    app.clock.advance(DAY + MINUTE);
    const seen = await ada.sends(grace);
    // Nothing came before it: the filed one was not announced.
    expect((await grace.hears('INVITATION_RECEIVED')).invitation?.id).toBe(seen);
    expect(await idsIn(grace, 'MAIN')).toEqual([seen]);
    expect((await grace.accepts(filed)).errors).toEqual([]);
    expect(await idsIn(grace, 'OTHER')).toEqual([]);
  });

  test('A filed invitation that Alan takes back, or that expires, leaves the tray in silence', async () => {
    const [grace, alan, ada] = await app.people.trio();
    await admits(grace, { whoMayInvite: 'NOBODY' });
    const [one, other] = [await alan.sends(grace), await ada.sends(grace)];
    expect((await idsIn(grace, 'OTHER')).toSorted()).toEqual([one, other].toSorted());
    await alan.withdraws(one);
    expect(await idsIn(grace, 'OTHER')).toEqual([other]);
    app.clock.advance(181 * DAY);
    expect(await idsIn(grace, 'OTHER')).toEqual([]);
    expect((await grace.accepts(other)).errors).toMatchObject([{ code: 'INVITATION_CLOSED' }]);
  });

  test('What Grace has dropped she never sees, whatever she asks, until she invites Alan herself', async () => {
    const [grace, alan] = await app.people.trio();
    await admits(grace, { whoMayInvite: 'NOBODY', unadmitted: 'DROP' });
    const dropped = await alan.sends(grace);
    expect([...(await idsIn(grace, 'MAIN')), ...(await idsIn(grace, 'OTHER'))]).toEqual([]);
    expect((await grace.accepts(dropped)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const { edge } = await grace.does<{ edge: object | null }>(
      'sendInvitation',
      { recipientId: alan.id, reason: 'OTHER' },
      'edge { connectedAt }',
    );
    expect(edge).not.toBeNull();
  });

  test('Grace admits those with whom she shares an employer or a school, or who know her address', async () => {
    const [grace, alan, ada] = await app.people.trio();
    const [stranger, friend] = await app.people.signUpAll('Eve', 'Tim');
    if (!stranger || !friend) throw new Error('Nobody came.');
    await grace.does('updateProfile', {
      positions: [{ title: 'Admiral', company: 'Navy' }],
      education: [{ school: 'Vassar' }],
    });
    await alan.does('updateProfile', { positions: [{ title: 'Clerk', company: 'NAVY' }] });
    await ada.does('updateProfile', { education: [{ school: 'Vassar' }] });
    await admits(grace, { whoMayInvite: 'SHARED_CONTEXT' });
    const [shared, studied] = [await alan.sends(grace), await ada.sends(grace)];
    const wrong = await stranger.sends(grace, { recipientEmail: 'grace@nowhere.example' });
    const right = await friend.sends(grace, { recipientEmail: ` ${grace.email.toUpperCase()}` });
    expect((await idsIn(grace, 'MAIN')).toSorted()).toEqual([shared, studied, right].toSorted());
    expect(await idsIn(grace, 'OTHER')).toEqual([wrong]);
  });

  test('One a day is put before Grace, also when many come at once', async () => {
    const [grace] = await app.people.trio();
    await admits(grace, { dailyIntake: 1 });
    const others = await app.people.signUpAll('Ben', 'Cleo', 'Dan');
    await Promise.all(others.map((other) => other.sends(grace)));
    expect([(await tray(grace, 'MAIN')).totalCount, (await tray(grace, 'OTHER')).totalCount]).toEqual([1, 2]);
    await admits(grace, { dailyIntake: null });
    const [late] = await app.people.signUpAll('Fay');
    await late?.sends(grace);
    expect((await tray(grace, 'MAIN')).totalCount).toBe(2);
  });

  test('Settings are kept, changed one by one, and refused when they make no sense', async () => {
    const [grace] = await app.people.trio();
    const read = async (): Promise<unknown> =>
      grace.asks(
        '{ viewer { settings { admission { asksNote asksReason whoMayInvite dailyIntake pausedUntil unadmitted } } } }',
      );
    const open = { asksNote: false, asksReason: false, whoMayInvite: 'EVERYONE' };
    const rest = { dailyIntake: null, pausedUntil: null, unadmitted: 'FILE' };
    expect(await read()).toEqual({ viewer: { settings: { admission: { ...open, ...rest } } } });
    await admits(grace, { dailyIntake: 3, unadmitted: 'DROP' });
    await admits(grace, { asksReason: true, dailyIntake: null });
    const changed = { ...open, ...rest, asksReason: true, unadmitted: 'DROP' };
    expect(await read()).toEqual({ viewer: { settings: { admission: changed } } });
    const refused = async (admission: object) => (await grace.does('updateSettings', { admission })).errors;
    expect(await refused({ dailyIntake: 0 })).toMatchObject([{ path: ['input', 'admission', 'dailyIntake'] }]);
    const far = new Date(app.clock.now + 400 * DAY).toISOString();
    const past = new Date(app.clock.now - DAY).toISOString();
    for (const pausedUntil of [far, past])
      expect(await refused({ pausedUntil })).toMatchObject([{ path: ['input', 'admission', 'pausedUntil'] }]);
    expect(await read()).toEqual({ viewer: { settings: { admission: changed } } });
  });
});
