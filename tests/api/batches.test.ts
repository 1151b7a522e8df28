import { randomUUID } from 'node:crypto';
import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';

interface Item {
  readonly invitation: { readonly id: string; readonly status: string } | null;
  readonly connected: boolean;
  readonly errors: readonly {
    readonly code: string;
    readonly path: readonly string[];
    readonly retryAt: string | null;
  }[];
}

const OUTCOMES = 'outcomes { invitation { id status } connected errors { code path retryAt } }';

async function many(person: Person, mutation: 'sendInvitations' | 'answerInvitations', input: object) {
  const { outcomes, errors } = await person.does<{ outcomes: Item[] | null }>(mutation, input, OUTCOMES);
  return { outcomes: outcomes ?? [], errors };
}
/** Each item in a word. */
const words = (outcomes: readonly Item[]): string[] =>
  outcomes.map(
    ({ errors, connected, invitation }) =>
      errors[0]?.code ?? (connected ? 'connected' : (invitation?.status ?? 'would')),
  );

describe('many at once', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ ...STEADY, QUOTA_PER_DAY: '4' });
  });
  afterAll(() => app.stop());

  async function crowd(size: number): Promise<Person[]> {
    return app.people.signUpAll(...Array.from({ length: size }, (_one, index) => `Guest ${index}`));
  }

  test('Alan invites many: each is sent, connects or is refused by itself, and a rehearsal says so beforehand', async () => {
    const [alan, ...others] = await crowd(8);
    const [friend, crossing, third, fourth, fifth, sixth] = others;
    if (!alan || !friend || !crossing || !third || !fourth || !fifth || !sixth) throw new Error('Too few came.');
    await friend.connectsWith(alan);
    await crossing.sends(alan);
    const item = (person: Person, more: object = {}) => ({ recipientId: person.id, reason: 'COLLEAGUE', ...more });
    const items = [
      ...[item(friend), item(crossing), item(third), item(third), item(fourth, { note: 'x'.repeat(301) })],
      ...[item(alan), { recipientId: 'nonsense', reason: 'OTHER' }, item(fourth), item(fifth), item(sixth)],
      item(others[6] ?? sixth),
    ];
    const expected = (sent: string) => [
      ...['ALREADY_CONNECTED', 'connected', sent, 'ALREADY_INVITED', 'INVALID_INPUT'],
      ...['CANNOT_INVITE_SELF', 'NOT_FOUND', sent, sent, sent, 'QUOTA_EXCEEDED'],
    ];
    const rehearsed = await many(alan, 'sendInvitations', { items, dryRun: true });
    expect(words(rehearsed.outcomes)).toEqual(expected('would'));
    const { viewer } = await alan.asks<{ viewer: { invitationsSent: { totalCount: number } } }>(
      '{ viewer { invitationsSent { totalCount } } }',
    );
    expect(viewer.invitationsSent.totalCount).toBe(0);

    const { outcomes, errors } = await many(alan, 'sendInvitations', { items });
    expect([errors, words(outcomes)]).toEqual([[], expected('PENDING')]);
    expect(outcomes[4]?.errors[0]?.path).toEqual(['input', 'items', '4', 'note']);
    expect(outcomes[3]?.errors[0]?.path).toEqual(['input', 'items', '3', 'recipientId']);
    expect(outcomes[10]?.errors[0]?.retryAt).not.toBeNull();
  });

  test("An error of one item's key names that item", async () => {
    const [alan, grace] = await crowd(2);
    if (!alan || !grace) throw new Error('Too few came.');
    const item = (idempotencyKey: string, note = '') => ({
      recipientId: grace.id,
      reason: 'OTHER',
      note,
      idempotencyKey,
    });
    await many(alan, 'sendInvitations', { items: [item('first')] });
    const items = [item(' bad '), item('first', 'Another note.')];
    const { outcomes } = await many(alan, 'sendInvitations', { items });
    expect(outcomes.map(({ errors }) => errors[0])).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'items', '0', 'idempotencyKey'] },
      { code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'items', '1', 'idempotencyKey'] },
    ]);
  });

  test('Sent again with the same key, the same came of each item, and nobody is invited twice', async () => {
    const [alan, one, other] = await crowd(3);
    if (!alan || !one || !other) throw new Error('Too few came.');
    const items = [one, other].map(({ id }) => ({ recipientId: id, reason: 'COLLEAGUE' }));
    const input = { items, idempotencyKey: randomUUID() };
    const first = await many(alan, 'sendInvitations', input);
    expect(words(first.outcomes)).toEqual(['PENDING', 'PENDING']);
    expect(await many(alan, 'sendInvitations', input)).toEqual(first);
    const changed = await many(alan, 'sendInvitations', { ...input, items: items.toReversed() });
    expect(words(changed.outcomes)).toEqual(['IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_KEY_REUSED']);
  });

  test('Grace answers by id: what is not hers or over is refused, the rest is done', async () => {
    const [grace, one, two, three] = await crowd(4);
    if (!grace || !one || !two || !three) throw new Error('Too few came.');
    const [first, second, gone] = [await one.sends(grace), await two.sends(grace), await three.sends(grace)];
    await three.withdraws(gone);
    const foreign = await three.sends(one);
    const invitationIds = [first, gone, foreign, 'nonsense', second, first];
    const { outcomes } = await many(grace, 'answerInvitations', { answer: 'ACCEPT', invitationIds });
    expect(words(outcomes)).toEqual([
      'connected',
      'NOT_FOUND',
      'NOT_FOUND',
      'NOT_FOUND',
      'connected',
      'ALREADY_ANSWERED',
    ]);
    expect(outcomes[0]?.invitation).toEqual({ id: first, status: 'ACCEPTED' });
  });

  test('Grace declines all without a note; a rehearsal shows which, and a second time there are none', async () => {
    const [grace, one, two, three] = await crowd(4);
    if (!grace || !one || !two || !three) throw new Error('Too few came.');
    const [first, second, noted] = [
      await one.sends(grace),
      await two.sends(grace),
      await three.sends(grace, { note: 'Hi' }),
    ];
    const input = { answer: 'DECLINE', report: 'UNKNOWN_SENDER', filter: { hasNote: false } };
    const rehearsed = await many(grace, 'answerInvitations', { ...input, dryRun: true });
    expect(rehearsed.outcomes.map(({ invitation }) => invitation)).toEqual([
      { id: first, status: 'PENDING' },
      { id: second, status: 'PENDING' },
    ]);
    const { outcomes } = await many(grace, 'answerInvitations', input);
    expect(words(outcomes)).toEqual(['DECLINED', 'DECLINED']);
    expect((await many(grace, 'answerInvitations', input)).outcomes).toEqual([]);
    const rest = await many(grace, 'answerInvitations', { answer: 'ACCEPT', filter: {} });
    expect(rest.outcomes.map(({ invitation }) => invitation?.id)).toEqual([noted]);
    // To the senders nothing has happened.
    const sent = await one.asks('{ viewer { invitationsSent { edges { node { id status } } } } }');
    expect(sent).toEqual({ viewer: { invitationsSent: { edges: [{ node: { id: first, status: 'PENDING' } }] } } });
  });

  test('Too many, none at all, ids with a filter, a key with a filter, and a report with a yes are refused', async () => {
    const [grace] = await crowd(1);
    if (!grace) throw new Error('Nobody came.');
    const refused = async (mutation: 'sendInvitations' | 'answerInvitations', input: object) =>
      (await many(grace, mutation, input)).errors.map(({ path }) => path?.[1]);
    const item = { recipientId: grace.id, reason: 'OTHER' };
    expect(await refused('sendInvitations', { items: [] })).toEqual(['items']);
    expect(await refused('sendInvitations', { items: Array.from({ length: 51 }, () => item) })).toEqual(['items']);
    expect(await refused('answerInvitations', { answer: 'ACCEPT' })).toEqual(['invitationIds']);
    const both = { answer: 'ACCEPT', invitationIds: ['x'], filter: {} };
    expect(await refused('answerInvitations', both)).toEqual(['invitationIds']);
    const answered = { answer: 'DECLINE', filter: { status: 'ACCEPTED' } };
    expect(await refused('answerInvitations', answered)).toEqual(['filter']);
    const keyed = { answer: 'ACCEPT', filter: {}, idempotencyKey: 'k' };
    expect(await refused('answerInvitations', keyed)).toEqual(['idempotencyKey']);
    const reported = { answer: 'ACCEPT', report: 'SPAM', filter: {} };
    expect(await refused('answerInvitations', reported)).toEqual(['report']);
  });
});
