import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY, statements } from '../kit/steady';

const DAY = 86_400_000;
const MINUTE = 60_000;

interface InvitationSeen {
  readonly id: string;
  readonly status: string;
  readonly note: string | null;
  readonly answeredAt: string | null;
}

interface List {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: InvitationSeen }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
  };
}

async function list(person: Person, field: string, args = ''): Promise<List> {
  const { viewer } = await person.asks<{ viewer: Record<string, List> }>(
    `{ viewer { ${field}${args} { totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
       edges { cursor node { id status note answeredAt sender { name headline } recipient { name } } } } } }`,
  );
  const found = viewer[field];
  if (!found) throw new Error(`No ${field}.`);
  return found;
}

const ids = ({ edges }: List): string[] => edges.map(({ node }) => node.id);

const invite = (person: Person, other: Person, more: object = {}) =>
  person.does<{ invitation: InvitationSeen | null; edge: { node: { name: string } } | null }>(
    'sendInvitation',
    { recipientId: other.id, reason: 'COLLEAGUE', ...more },
    'invitation { id status note answeredAt } edge { node { name } }',
  );

const seeing = async (person: Person, id: string) => {
  const { node } = await person.asks<{ node: InvitationSeen | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Invitation { id status note answeredAt } } }`,
    { id },
  );
  return node;
};

describe('invitations', () => {
  let town: TestApp;
  beforeAll(async () => {
    town = await startApp(STEADY);
  });
  afterAll(() => town.stop());

  test('Alan invites Grace with a note, and both are connected when she accepts', async () => {
    const [grace, alan] = await town.people.trio();
    const id = await alan.sends(grace, { note: 'Your compiler changed my year.' });
    expect((await list(grace, 'invitationsReceived')).edges).toMatchObject([
      { node: { id, status: 'PENDING', note: 'Your compiler changed my year.', sender: { name: 'Alan Turing' } } },
    ]);
    const accepted = await grace.does(
      'acceptInvitation',
      { invitationId: id },
      'invitation { status answeredAt } edge { reason note node { name connectionCount } }',
    );
    expect(accepted).toMatchObject({
      invitation: { status: 'ACCEPTED' },
      edge: {
        reason: 'COLLEAGUE',
        note: 'Your compiler changed my year.',
        node: { name: 'Alan Turing', connectionCount: 1 },
      },
      errors: [],
    });
    expect((await list(grace, 'invitationsReceived')).totalCount).toBe(0);
    expect((await list(alan, 'invitationsSent')).edges).toMatchObject([{ node: { id, status: 'ACCEPTED' } }]);
  });

  test('invitations that cross connect the two at once and keep both notes', async () => {
    const [grace, alan] = await town.people.trio();
    await alan.sends(grace, { note: 'From Alan' });
    const { edge, invitation } = await invite(grace, alan, { note: 'From Grace' });
    expect(edge).toMatchObject({ node: { name: 'Alan Turing' } });
    expect(invitation).toMatchObject({ status: 'ACCEPTED', note: 'From Grace' });
    expect((await list(alan, 'invitationsReceived', '(filter: { status: ACCEPTED })')).edges).toMatchObject([
      { node: { note: 'From Grace' } },
    ]);
  });

  test('a declined invitation stays open to its sender, and is declined to its recipient', async () => {
    const [grace, alan] = await town.people.trio();
    const id = await alan.sends(grace);
    await grace.does('declineInvitation', { invitationId: id, report: 'UNKNOWN_SENDER' });
    expect(await seeing(alan, id)).toMatchObject({ status: 'PENDING', answeredAt: null });
    expect(await seeing(grace, id)).toMatchObject({ status: 'DECLINED' });
    expect((await list(alan, 'invitationsSent', '(filter: { status: PENDING })')).totalCount).toBe(1);
    expect((await list(grace, 'invitationsReceived')).totalCount).toBe(0);
    expect((await invite(alan, grace)).errors).toMatchObject([{ code: 'ALREADY_INVITED' }]);
  });

  test('Grace takes a decline back within ten minutes, and not later', async () => {
    const [grace, alan, ada] = await town.people.trio();
    const fromAlan = await alan.sends(grace);
    const fromAda = await ada.sends(grace);
    await grace.does('declineInvitation', { invitationId: fromAlan });
    await grace.does('declineInvitation', { invitationId: fromAda });
    expect(await grace.does('undoDecline', { invitationId: fromAlan }, 'invitation { status }')).toMatchObject({
      invitation: { status: 'PENDING' },
    });
    town.clock.advance(11 * MINUTE);
    expect((await grace.does('undoDecline', { invitationId: fromAda })).errors).toMatchObject([
      { code: 'UNDO_TOO_LATE' },
    ]);
  });

  test('whom Alan withdrew from he may invite again after three weeks', async () => {
    const [grace, alan] = await town.people.trio();
    const id = await alan.sends(grace);
    await alan.does('withdrawInvitation', { invitationId: id });
    expect(await seeing(grace, id)).toBeNull();
    expect(await seeing(alan, id)).toMatchObject({ status: 'WITHDRAWN' });
    expect((await invite(alan, grace)).errors).toMatchObject([
      { code: 'WITHDRAWN_RECENTLY', path: ['input', 'recipientId'] },
    ]);
    town.clock.advance(21 * DAY + MINUTE);
    expect((await invite(alan, grace)).errors).toEqual([]);
  });

  test('an invitation expires after half a year, to its sender only', async () => {
    const [grace, alan] = await town.people.trio();
    const id = await alan.sends(grace);
    town.clock.advance(181 * DAY);
    expect(await seeing(alan, id)).toMatchObject({ status: 'EXPIRED' });
    expect(await seeing(grace, id)).toBeNull();
    expect((await list(alan, 'invitationsSent', '(filter: { status: EXPIRED })')).totalCount).toBe(1);
    expect((await grace.does('acceptInvitation', { invitationId: id })).errors).toMatchObject([
      { code: 'INVITATION_CLOSED' },
    ]);
    expect((await invite(alan, grace)).errors).toEqual([]);
  });

  test('after "I don\'t know this person" a new invitation is dropped unseen, until Grace invites', async () => {
    const [grace, alan] = await town.people.trio();
    const first = await alan.sends(grace);
    await grace.does('declineInvitation', { invitationId: first, report: 'UNKNOWN_SENDER' });
    town.clock.advance(181 * DAY);
    const second = await alan.sends(grace);
    expect(await seeing(alan, second)).toMatchObject({ status: 'PENDING' });
    expect(await seeing(grace, second)).toBeNull();
    expect((await grace.does('acceptInvitation', { invitationId: second })).errors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect((await invite(grace, alan)).edge).toMatchObject({ node: { name: 'Alan Turing' } });
  });

  test('the allowance tells in advance what a refusal would', async () => {
    const small = await startApp({ ...STEADY, QUOTA_PER_DAY: '2', QUOTA_PER_WEEK: '3' });
    try {
      const [alan, ...others] = await small.people.signUpAll('Alan', 'B', 'C', 'D', 'E', 'F');
      if (!alan) throw new Error('Nobody came.');
      const codes: string[] = [];
      for (const other of others) codes.push((await invite(alan, other)).errors[0]?.code ?? 'sent');
      expect(codes).toEqual(['sent', 'sent', 'QUOTA_EXCEEDED', 'QUOTA_EXCEEDED', 'QUOTA_EXCEEDED']);
      const { viewer } = await alan.asks<{ viewer: object }>(
        '{ viewer { invitationAllowance { day { limit remaining resetsAt } week { limit remaining } open openLimit } } }',
      );
      expect(viewer).toMatchObject({
        invitationAllowance: {
          day: { limit: 2, remaining: 0 },
          week: { limit: 3, remaining: 1 },
          open: 2,
          openLimit: 50,
        },
      });
      small.clock.advance(DAY + MINUTE);
      expect((await invite(alan, others[2] ?? alan)).errors).toEqual([]);
      expect((await invite(alan, others[3] ?? alan)).errors).toMatchObject([{ code: 'QUOTA_EXCEEDED' }]);
    } finally {
      await small.stop();
    }
  });

  test('Alan, who has just joined, has less room for open invitations, and more two weeks later, but never without end', async () => {
    const small = await startApp({ ...STEADY, OPEN_LIMIT_YOUNG: '1', OPEN_LIMIT: '2' });
    try {
      const [alan, ...others] = await small.people.signUpAll('Alan', 'B', 'C', 'D');
      if (!alan) throw new Error('Nobody came.');
      const codes = async () => {
        const outcomes = [];
        for (const other of others) outcomes.push((await invite(alan, other)).errors[0]?.code ?? 'sent');
        return outcomes;
      };
      expect(await codes()).toEqual(['sent', 'OPEN_LIMIT_REACHED', 'OPEN_LIMIT_REACHED']);
      small.clock.advance(14 * DAY);
      expect(await codes()).toEqual(['ALREADY_INVITED', 'sent', 'OPEN_LIMIT_REACHED']);
    } finally {
      await small.stop();
    }
  });

  test('exactly the quota passes when everything is sent at once', async () => {
    const small = await startApp({ ...STEADY, QUOTA_PER_DAY: '5' });
    try {
      const [alan, ...others] = await small.people.signUpAll('Alan', ...'BCDEFGHIJKLM');
      if (!alan) throw new Error('Nobody came.');
      const outcomes = await Promise.all(others.map((other) => invite(alan, other)));
      expect(outcomes.filter(({ errors }) => errors.length === 0)).toHaveLength(5);
    } finally {
      await small.stop();
    }
  });

  test.each([
    [
      'himself',
      { code: 'CANNOT_INVITE_SELF', path: ['input', 'recipientId'] },
      (alan: Person) => ({ recipientId: alan.id }),
    ],
    ['an id that is none', { code: 'NOT_FOUND', path: ['input', 'recipientId'] }, () => ({ recipientId: 'nobody' })],
    [
      'an id of another kind',
      { code: 'NOT_FOUND', path: ['input', 'recipientId'] },
      () => ({
        recipientId: Buffer.from('Invitation:1').toString('base64url'),
      }),
    ],
    [
      'an unknown member',
      { code: 'NOT_FOUND', path: ['input', 'recipientId'] },
      () => ({
        recipientId: Buffer.from('Member:999999999').toString('base64url'),
      }),
    ],
    [
      'with a note that is too long',
      { code: 'INVALID_INPUT', path: ['input', 'note'] },
      () => ({ note: 'é'.repeat(301) }),
    ],
    ['with a control character', { code: 'INVALID_INPUT', path: ['input', 'note'] }, () => ({ note: 'ring\u0007' })],
    ['with text turned around', { code: 'INVALID_INPUT', path: ['input', 'note'] }, () => ({ note: 'abc\u202Edef' })],
    [
      'with two links',
      { code: 'INVALID_INPUT', path: ['input', 'note'] },
      () => ({ note: 'https://a.example and www.b.example' }),
    ],
  ])('Alan invites %s and is told why not; nothing changes', async (_what, error, wrong) => {
    const [grace, alan] = await town.people.trio();
    const { errors, invitation } = await invite(alan, grace, wrong(alan));
    expect(errors).toMatchObject([error]);
    expect(invitation).toBeNull();
    expect((await list(alan, 'invitationsSent')).totalCount).toBe(0);
  });

  test('a note of 300 characters that need two code units each is stored as it was written', async () => {
    const [grace, alan] = await town.people.trio();
    const { invitation } = await invite(alan, grace, { note: '𝄞'.repeat(300) });
    expect(invitation?.note).toBe('𝄞'.repeat(300));
  });

  test('a repeated request with the same idempotency key sends once; with other input it is refused', async () => {
    const [grace, alan, ada] = await town.people.trio();
    const key = { idempotencyKey: 'once' };
    const answers = await Promise.all([invite(alan, grace, key), invite(alan, grace, key), invite(alan, grace, key)]);
    expect(new Set(answers.map(({ invitation }) => invitation?.id)).size).toBe(1);
    expect((await list(alan, 'invitationsSent')).totalCount).toBe(1);
    expect((await invite(alan, ada, key)).errors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] },
    ]);
    expect((await invite(ada, grace, key)).errors).toEqual([]);
    const nothing = { idempotencyKey: 'nothing said' };
    await invite(alan, ada, nothing);
    expect((await invite(alan, ada, { ...nothing, note: null })).errors).toEqual([]);
  });

  test('answering twice is refused, and so is answering for somebody else', async () => {
    const [grace, alan, ada] = await town.people.trio();
    const id = await alan.sends(grace);
    for (const [person, mutation] of [
      [ada, 'acceptInvitation'],
      [ada, 'declineInvitation'],
      [ada, 'withdrawInvitation'],
      [alan, 'acceptInvitation'],
      [alan, 'declineInvitation'],
      [grace, 'withdrawInvitation'],
    ] as const)
      expect((await person.does(mutation, { invitationId: id })).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    await grace.does('acceptInvitation', { invitationId: id });
    for (const mutation of ['acceptInvitation', 'declineInvitation'])
      expect((await grace.does(mutation, { invitationId: id })).errors).toMatchObject([{ code: 'ALREADY_ANSWERED' }]);
    expect((await alan.does('withdrawInvitation', { invitationId: id })).errors).toMatchObject([
      { code: 'INVITATION_CLOSED' },
    ]);
    expect((await invite(alan, grace)).errors).toMatchObject([{ code: 'ALREADY_CONNECTED' }]);
  });

  test("somebody else's invitation is no more there for Ada than an id that leads nowhere", async () => {
    const [grace, alan, ada] = await town.people.trio();
    const id = await alan.sends(grace, { note: 'Between us.' });
    expect(await seeing(ada, id)).toBeNull();
    expect(await seeing(ada, Buffer.from('Invitation:999999999').toString('base64url'))).toBeNull();
  });

  test('whoever blocked Alan is to him like an account that was closed', async () => {
    const [grace, alan] = await town.people.trio();
    const id = await alan.sends(grace, { note: 'Hello' });
    await grace.does('blockMember', { memberId: alan.id });
    expect(await seeing(alan, id)).toBeNull();
    const closed = { recipientId: Buffer.from('Member:999999999').toString('base64url') };
    expect((await invite(alan, grace)).errors).toEqual((await invite(alan, grace, closed)).errors);
    expect((await invite(grace, alan)).errors).toMatchObject([{ code: 'MEMBER_BLOCKED' }]);
  });

  test('the pages of a list join without gap or overlap, forward and backward, in a handful of reads', async () => {
    const [grace] = await town.people.trio();
    const senders = await town.people.signUpAll(...Array.from({ length: 7 }, (_, n) => `Sender ${n}`));
    for (const sender of senders) await sender.sends(grace);
    const all = ids(await list(grace, 'invitationsReceived'));
    expect(all).toHaveLength(7);

    const forward: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: List = await list(grace, 'invitationsReceived', `(first: 3${after ? `, after: "${after}"` : ''})`);
      forward.push(...ids(page));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(forward).toEqual(all);
    const last = await list(grace, 'invitationsReceived', '(last: 3)');
    expect(ids(last)).toEqual(all.slice(-3));
    const before = await list(grace, 'invitationsReceived', `(last: 3, before: "${last.edges[0]?.cursor}")`);
    expect(ids(before)).toEqual(all.slice(-6, -3));

    const one = await statements(town, () => list(grace, 'invitationsReceived', '(first: 1)'));
    expect(await statements(town, () => list(grace, 'invitationsReceived', '(first: 7)'))).toBe(one);
  });

  test('a list of invitations sent takes as many statements for seven as for one', async () => {
    const [alan] = await town.people.trio();
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G']) await alan.sends(await town.people.signUp(name));
    const one = await statements(town, () => list(alan, 'invitationsSent', '(first: 1)'));
    expect(await statements(town, () => list(alan, 'invitationsSent', '(first: 7)'))).toBe(one);
  });

  test('what one request has loaded is not shown to the next, nor to anybody else', async () => {
    const [grace, alan, ada] = await town.people.trio();
    const card =
      '{ searchMembers(query: "grace hopper", first: 100) { edges { node { id headline relationship { state } } } } }';
    const seen = async (viewer: Person) => {
      const { searchMembers } = await viewer.asks<{
        searchMembers: { edges: { node: { id: string; headline: string | null; relationship: { state: string } } }[] };
      }>(card);
      return searchMembers.edges.find(({ node }) => node.id === grace.id)?.node;
    };
    await alan.sends(grace);
    const [his, hers] = await Promise.all([seen(alan), seen(ada)]);
    expect([his?.relationship.state, hers?.relationship.state]).toEqual(['INVITATION_SENT', 'NONE']);
    await grace.does('updateProfile', { headline: 'Admiral' });
    expect((await seen(alan))?.headline).toBe('Admiral');
  });

  test.each([
    '(first: 0)',
    '(first: -1)',
    '(first: 1000000)',
    '(first: 1, last: 1)',
    '(first: 1, after: "nonsense")',
    '(filter: { status: WITHDRAWN })',
    '(filter: { status: ACCEPTED, tray: OTHER })',
  ])('a list asked for with %s is refused by name', async (args) => {
    const [grace] = await town.people.trio();
    const { errors } = await grace.answer(`{ viewer { invitationsReceived${args} { totalCount } } }`);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
