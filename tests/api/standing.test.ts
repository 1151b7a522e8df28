import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';

const DAY = 86_400_000;

interface Standing {
  readonly level: string;
  readonly until: string | null;
  readonly reasons: readonly string[];
  readonly overusesReports: boolean;
  readonly appeal: { readonly text: string } | null;
}
interface Rate {
  readonly sent: number;
  readonly rate: number | null;
}

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ ...STEADY, QUOTA_PER_DAY: '1000', QUOTA_PER_WEEK: '1000' });
});
afterAll(() => app.stop());

async function standingOf(person: Person): Promise<Standing> {
  const { viewer } = await person.asks<{ viewer: { standing: Standing } }>(
    '{ viewer { standing { level until reasons overusesReports appeal { text } } } }',
  );
  return viewer.standing;
}

/** Alan, whom five people did not know, five days later. */
async function restrictedAlan(): Promise<[alan: Person, reporters: Person[]]> {
  const alan = await app.people.signUp('Alan Turing');
  const reporters = await app.people.signUpAll('Ben', 'Cleo', 'Dan', 'Eve', 'Fay');
  for (const reporter of reporters) await reporter.declines(await alan.sends(reporter), 'UNKNOWN_SENDER');
  app.clock.advance(5 * DAY);
  await app.app.scheduler.sweep();
  return [alan, reporters];
}

test('Alan learns that he is restricted and why, but from nobody; he appeals once, and can invite whom he knows', async () => {
  const [alan, reporters] = await restrictedAlan();
  const [grace] = await app.people.trio();
  const standing = await standingOf(alan);
  expect(standing).toMatchObject({ level: 'RESTRICTED', overusesReports: false, appeal: null });
  expect(standing.reasons).toEqual([expect.stringMatching(/^Many members/)]);

  const asks = { recipientId: grace.id, reason: 'COLLEAGUE' };
  const refused = await alan.does('sendInvitation', asks);
  expect(refused.errors).toMatchObject([{ code: 'STANDING_RESTRICTED', retryAt: standing.until }]);
  expect(
    await alan.asks(
      'query ($id: ID!) { node(id: $id) { ... on Member { relationship { canInvite cannotInviteBecause } } } }',
      { id: grace.id },
    ),
  ).toEqual({ node: { relationship: { canInvite: false, cannotInviteBecause: 'STANDING_RESTRICTED' } } });
  await alan.sends(grace, { recipientEmail: grace.email });

  const appeal = () =>
    alan.does<{ standing: Standing | null }>(
      'appealStanding',
      { text: 'We all met in Lisbon.' },
      'standing { appeal { text } }',
    );
  expect(await appeal()).toEqual({ standing: { appeal: { text: 'We all met in Lisbon.' } }, errors: [] });
  expect((await appeal()).errors).toMatchObject([{ code: 'ALREADY_APPEALED', path: null }]);
  const tooLong = await alan.does('appealStanding', { text: 'x'.repeat(1001) });
  expect(tooLong.errors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'text'] }]);
  const notRestricted = await grace.does('appealStanding', { text: 'Me too.' });
  expect(notRestricted.errors).toMatchObject([{ code: 'NOT_RESTRICTED', path: null }]);

  const { viewer } = await alan.asks<{ viewer: object }>(
    '{ viewer { notifications { edges { node { kind actor { name } invitation { id } } } } } }',
  );
  expect(viewer).toMatchObject({
    notifications: { edges: [{ node: { kind: 'STANDING_CHANGED', actor: null, invitation: null } }] },
  });
  for (const reporter of reporters) expect(await standingOf(reporter)).toMatchObject({ level: 'GOOD', reasons: [] });

  app.clock.advance(8 * DAY);
  expect(await standingOf(alan)).toMatchObject({ level: 'CAREFUL', until: null, appeal: null });
  await alan.sends((await app.people.trio())[0]);
});

test("Alan's devices hear of it, with the standing as it is now, and nobody else's do", async () => {
  const alan = await app.people.signUp('Alan Turing');
  const reporters = await app.people.signUpAll('Ben', 'Cleo', 'Dan');
  for (const reporter of reporters) await reporter.declines(await alan.sends(reporter), 'UNKNOWN_SENDER');
  const { snapshot } = await alan.asks<{ snapshot: { cursor: string } }>('{ snapshot { cursor } }');
  await alan.listens();
  app.clock.advance(5 * DAY);
  await app.app.scheduler.sweep();
  await alan.hears('STANDING_CHANGED');
  expect(
    await alan.asks(
      `query ($after: Cursor!) { eventPage(after: $after) { events { kind ... on StandingChangedEvent { standing { level } } } } }`,
      { after: snapshot.cursor },
    ),
  ).toEqual({ eventPage: { events: [{ kind: 'STANDING_CHANGED', standing: { level: 'CAREFUL' } }] } });
});

test('Acceptance is of all that were sent a month ago, shown from twenty on, and a silent no does not show', async () => {
  const alan = await app.people.signUp('Alan Turing');
  await alan.does('updateProfile', { education: [{ school: 'Cambridge' }] });
  const others = await app.people.signUpAll(...Array.from({ length: 20 }, (_, n) => `Person ${n}`));
  for (const [n, other] of others.entries()) {
    if (n < 2) await other.does('updateProfile', { education: [{ school: 'CAMBRIDGE' }] });
    const invitation = await alan.sends(other, { reason: n < 15 ? 'COLLEAGUE' : 'HIRING' });
    if (n < 5) await other.accepts(invitation);
    else if (n < 10) await other.declines(invitation, n < 8 ? 'NONE' : 'SPAM');
  }
  const insight = async () => {
    const rate = '{ sent rate }';
    const { viewer } = await alan.asks<{ viewer: { invitationInsight: Record<string, Rate | Rate[]> } }>(
      `{ viewer { invitationInsight { overall ${rate} byReason { reason sent rate } withSharedContext ${rate} withoutSharedContext ${rate} } } }`,
    );
    return viewer.invitationInsight;
  };
  expect(await insight()).toMatchObject({ overall: { sent: 0, rate: null }, byReason: [] });
  app.clock.advance(31 * DAY);
  expect(await insight()).toEqual({
    overall: { sent: 20, rate: 0.25 },
    byReason: [
      { reason: 'COLLEAGUE', sent: 15, rate: null },
      { reason: 'HIRING', sent: 5, rate: null },
    ],
    withSharedContext: { sent: 2, rate: null },
    withoutSharedContext: { sent: 18, rate: null },
  });
});

test('Grace admits friends of friends: who becomes one a moment before is one, and others are filed', async () => {
  const [grace, alan, ada] = await app.people.trio();
  const [eve, tim] = await app.people.signUpAll('Eve', 'Tim');
  if (!eve || !tim) throw new Error('Nobody came.');
  await grace.does('updateSettings', { admission: { whoMayInvite: 'SECOND_DEGREE' } });
  await grace.connectsWith(ada);
  await alan.connectsWith(ada);
  await eve.connectsWith(alan);
  const seen = await alan.sends(grace);
  const filed = await eve.sends(grace);
  const known = await tim.sends(grace, { recipientEmail: grace.email });
  const list = async (filter: object) => {
    const { viewer } = await grace.asks<{ viewer: { invitationsReceived: { edges: { node: { id: string } }[] } } }>(
      'query ($filter: ReceivedFilter) { viewer { invitationsReceived(filter: $filter, orderBy: OLDEST) { edges { node { id } } } } }',
      { filter },
    );
    return viewer.invitationsReceived.edges.map(({ node }) => node.id);
  };
  expect(await list({})).toEqual([seen, known]);
  expect(await list({ tray: 'OTHER' })).toEqual([filed]);
  expect(await list({ hasMutualConnections: true })).toEqual([seen]);
  expect(await list({ hasMutualConnections: false })).toEqual([known]);
  const filter = { hasNote: false, hasMutualConnections: false };
  const { outcomes } = await grace.does<{ outcomes: { invitation: { id: string; status: string } }[] }>(
    'answerInvitations',
    { answer: 'DECLINE', filter },
    'outcomes { invitation { id status } }',
  );
  expect(outcomes).toEqual([{ invitation: { id: known, status: 'DECLINED' } }]);
});
