import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Asked {
  readonly text: string;
  readonly answer: string | null;
}
interface Seen {
  readonly status: string;
  readonly tray: string | null;
  readonly snoozedUntil: string | null;
  readonly question: Asked | null;
}

async function sees(person: Person, id: string): Promise<Seen> {
  const { node } = await person.asks<{ node: Seen }>(
    'query ($id: ID!) { node(id: $id) { ... on Invitation { status tray snoozedUntil question { text answer } } } }',
    { id },
  );
  return node;
}

async function received(person: Person, filter: object = {}, orderBy = 'NEWEST'): Promise<string[]> {
  const { viewer } = await person.asks<{ viewer: { invitationsReceived: { edges: { node: { id: string } }[] } } }>(
    `query ($filter: ReceivedFilter, $orderBy: ReceivedOrder) { viewer {
      invitationsReceived(filter: $filter, orderBy: $orderBy) { edges { node { id } } } } }`,
    { filter, orderBy },
  );
  return viewer.invitationsReceived.edges.map(({ node }) => node.id);
}

async function told(person: Person): Promise<string[]> {
  const { viewer } = await person.asks<{ viewer: { notifications: { edges: { node: { kind: string } }[] } } }>(
    '{ viewer { notifications { edges { node { kind } } } } }',
  );
  return viewer.notifications.edges.map(({ node }) => node.kind);
}

const codes = ({ errors }: { errors: readonly { code: string }[] }): string[] => errors.map(({ code }) => code);

describe('answering', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(STEADY);
  });
  afterAll(() => app.stop());
  const inHours = (hours: number) => new Date(app.clock.now + hours * HOUR).toISOString();

  test('Grace puts an invitation off for a day: it leaves her list, comes back by itself, and Alan never knows', async () => {
    const [grace, alan] = await app.people.trio();
    await alan.listens();
    const invitationId = await alan.sends(grace);
    const before = await sees(alan, invitationId);
    expect(codes(await grace.does('snoozeInvitation', { invitationId, until: inHours(24) }))).toEqual([]);
    expect(await received(grace)).toEqual([]);
    expect(await received(grace, { tray: 'SNOOZED' })).toEqual([invitationId]);
    expect(await sees(grace, invitationId)).toMatchObject({ status: 'PENDING', tray: 'SNOOZED' });
    expect(await sees(alan, invitationId)).toEqual(before);
    app.clock.advance(DAY + HOUR);
    expect(await received(grace)).toEqual([invitationId]);
    expect(await sees(grace, invitationId)).toMatchObject({ tray: 'MAIN', snoozedUntil: null });

    await grace.does('snoozeInvitation', { invitationId, until: inHours(24) });
    await grace.does('snoozeInvitation', { invitationId, until: null });
    expect(await received(grace)).toEqual([invitationId]);
    await grace.does('snoozeInvitation', { invitationId, until: inHours(24) });
    expect(codes(await grace.accepts(invitationId))).toEqual([]);
    // The first that Alan hears after his own sending is the acceptance.
    await alan.hears('INVITATION_SENT');
    const { seq } = await alan.hears('CONNECTION_CREATED');
    expect(seq).toBe('2');
  });

  test('What Grace declines is put off no more, and is before her again when she takes that back', async () => {
    const [grace, alan] = await app.people.trio();
    const invitationId = await alan.sends(grace);
    await grace.does('snoozeInvitation', { invitationId, until: inHours(24) });
    await grace.declines(invitationId);
    expect(codes(await grace.does('undoDecline', { invitationId }))).toEqual([]);
    expect(await sees(grace, invitationId)).toMatchObject({ status: 'PENDING', tray: 'MAIN', snoozedUntil: null });
    expect(await received(grace, { tray: 'MAIN' })).toEqual([invitationId]);
  });

  test('A snooze is for the future, not for ever, and only for what waits', async () => {
    const [grace, alan] = await app.people.trio();
    const invitationId = await alan.sends(grace);
    const snooze = async (person: Person, until: string) =>
      codes(await person.does('snoozeInvitation', { invitationId, until }));
    expect(await snooze(grace, inHours(-1))).toEqual(['INVALID_INPUT']);
    expect(await snooze(grace, inHours(24 * 91))).toEqual(['INVALID_INPUT']);
    expect(await snooze(alan, inHours(1))).toEqual(['NOT_FOUND']);
    await grace.declines(invitationId);
    expect(await snooze(grace, inHours(1))).toEqual(['ALREADY_ANSWERED']);
  });

  test('Grace asks once, Alan answers once, each hears of the other, and nothing is decided by it', async () => {
    const [grace, alan] = await app.people.trio();
    const invitationId = await alan.sends(grace);
    await Promise.all([grace.listens(), alan.listens()]);
    const ask = (question: string) => grace.does('askSender', { invitationId, question });
    const answer = (text: string) => alan.does('answerQuestion', { invitationId, answer: text });
    expect(codes(await answer('What?'))).toEqual(['NO_OPEN_QUESTION']);
    expect(codes(await ask('x'.repeat(501)))).toEqual(['INVALID_INPUT']);
    expect(codes(await ask(' '))).toEqual(['INVALID_INPUT']);
    expect(codes(await ask('Where did we meet?'))).toEqual([]);
    expect(codes(await ask('And when?'))).toEqual(['ALREADY_ASKED']);
    await alan.hears('INVITATION_UPDATED');
    expect(await told(alan)).toEqual(['QUESTION_ASKED']);
    expect(codes(await answer('In Lisbon.'))).toEqual([]);
    expect(codes(await answer('In May.'))).toEqual(['NO_OPEN_QUESTION']);
    await grace.hears('INVITATION_UPDATED');
    await grace.hears('INVITATION_UPDATED');
    expect(await told(grace)).toEqual(['QUESTION_ANSWERED', 'INVITATION_RECEIVED']);
    const question = { text: 'Where did we meet?', answer: 'In Lisbon.' };
    expect(await sees(grace, invitationId)).toMatchObject({ status: 'PENDING', question });
    expect(await sees(alan, invitationId)).toMatchObject({ status: 'PENDING', question });
    // Taking it back takes along what was told of it.
    await alan.withdraws(invitationId);
    expect([await told(grace), await told(alan)]).toEqual([[], []]);
  });

  test('Alan can answer after Grace has declined in silence, and she is not disturbed by it', async () => {
    const [grace, alan] = await app.people.trio();
    const invitationId = await alan.sends(grace);
    await grace.does('askSender', { invitationId, question: 'Where did we meet?' });
    await grace.declines(invitationId);
    const before = await told(grace);
    expect(codes(await alan.does('answerQuestion', { invitationId, answer: 'In Lisbon.' }))).toEqual([]);
    expect(await told(grace)).toEqual(before);
    expect(await sees(alan, invitationId)).toMatchObject({ status: 'PENDING', question: { answer: 'In Lisbon.' } });
  });

  test('Of somebody Grace says not to know, she hears again once she allows it', async () => {
    const [grace, alan] = await app.people.trio();
    await grace.declines(await alan.sends(grace), 'UNKNOWN_SENDER');
    app.clock.advance(181 * DAY);
    const dropped = await alan.sends(grace);
    expect(await received(grace)).toEqual([]);
    expect(codes(await grace.does('allowInvitationsFrom', { memberId: alan.id }))).toEqual([]);
    // What was dropped stays so; what is sent from now on arrives.
    expect(await received(grace)).toEqual([]);
    await alan.withdraws(dropped);
    app.clock.advance(22 * DAY);
    const again = await alan.sends(grace);
    expect(await received(grace)).toEqual([again]);
  });

  test('Grace looks through her invitations by note, reason and age, from either end', async () => {
    const [grace, alan, ada] = await app.people.trio();
    const [tim] = await app.people.signUpAll('Tim');
    if (!tim) throw new Error('Nobody came.');
    const first = await alan.sends(grace, { note: 'Hello' });
    app.clock.advance(DAY);
    const second = await ada.sends(grace, { reason: 'HIRING' });
    const since = new Date(app.clock.now).toISOString();
    app.clock.advance(DAY);
    const third = await tim.sends(grace, { reason: 'HIRING', note: 'A job' });
    expect(await received(grace)).toEqual([third, second, first]);
    expect(await received(grace, {}, 'OLDEST')).toEqual([first, second, third]);
    expect(await received(grace, { hasNote: true })).toEqual([third, first]);
    expect(await received(grace, { hasNote: false })).toEqual([second]);
    expect(await received(grace, { reasons: ['HIRING'], hasNote: true })).toEqual([third]);
    expect(await received(grace, { sentBefore: since }, 'OLDEST')).toEqual([first, second]);
  });

  test('Answering never counts as inviting, and has a limit of its own', async () => {
    const small = await startApp({ ...STEADY, ANSWERS_PER_HOUR: '2', QUOTA_PER_DAY: '1' });
    try {
      const [grace, alan, ada] = await small.people.trio();
      const [one, other] = [await alan.sends(grace), await ada.sends(grace)];
      await grace.declines(one);
      await grace.does('undoDecline', { invitationId: one });
      const refused = await grace.accepts(other);
      expect(refused.errors).toMatchObject([{ code: 'ANSWER_LIMIT_REACHED', path: ['input', 'invitationId'] }]);
      expect(Date.parse(refused.errors[0]?.retryAt ?? '')).toBeGreaterThan(small.clock.now);
      const [tim] = await small.people.signUpAll('Tim');
      if (tim) expect(await grace.sends(tim)).toBeTruthy();
      small.clock.advance(HOUR);
      expect(codes(await grace.accepts(other))).toEqual([]);
    } finally {
      await small.stop();
    }
  });
});
