import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Everything a sender can ask about what they sent, in every way the API has. */
const WITNESS = /* GraphQL */ `
  query ($grace: ID!, $cursor: Cursor!) {
    viewer {
      invitationAllowance { day { remaining resetsAt } week { remaining resetsAt } open openLimit }
      standing { level until reasons overusesReports appeal { text } }
      invitationInsight { overall { sent rate } byReason { reason sent rate } withSharedContext { sent } withoutSharedContext { sent } }
      all: invitationsSent { ...List }
      pending: invitationsSent(filter: { status: PENDING }) { ...List }
      accepted: invitationsSent(filter: { status: ACCEPTED }) { ...List }
      withdrawn: invitationsSent(filter: { status: WITHDRAWN }) { ...List }
      expired: invitationsSent(filter: { status: EXPIRED }) { ...List }
      received: invitationsReceived { totalCount }
      connections { totalCount }
      unreadNotificationCount
      notifications { totalCount edges { node { id kind createdAt readAt actor { name } } } }
    }
    grace: node(id: $grace) { ... on Member { available name headline connectionCount
      relationship { id state canInvite cannotInviteBecause connectedAt asOfSeq asks { note } invitation { id status tray answeredAt } } } }
    searchMembers(query: "Grace") { totalCount edges { node { name available } } }
    eventPage(after: $cursor) { cursor head events { __typename seq cursor occurredAt kind } }
  }
  fragment List on InvitationConnection {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { id status tray reason note context sentAt answeredAt expiresAt asOfSeq recipient { name } } }
  }
`;

type Answer = (town: TestApp, grace: Person, invitationId: string) => Promise<unknown>;

const nothing: Answer = async () => {};
const decline =
  (report: string): Answer =>
  async (_town, grace, invitationId) =>
    grace.does('declineInvitation', { invitationId, report });

/** What Grace can do without a word; where it makes no sense she is refused. */
const SILENT_ACTS: readonly Answer[] = [
  decline('NONE'),
  decline('UNKNOWN_SENDER'),
  decline('SPAM'),
  async (_town, grace, invitationId) => grace.does('undoDecline', { invitationId }),
  async (town, grace, invitationId) =>
    grace.does('snoozeInvitation', { invitationId, until: new Date(town.clock.now + DAY).toISOString() }),
  async (_town, grace, invitationId) => grace.does('snoozeInvitation', { invitationId, until: null }),
  async (_town, grace, invitationId) => {
    const { node } = await grace.asks<{ node: { sender: { id: string } } }>(
      'query ($id: ID!) { node(id: $id) { ... on Invitation { sender { id } } } }',
      { id: invitationId },
    );
    await grace.does('allowInvitationsFrom', { memberId: node.sender.id });
  },
  async (_town, grace) => grace.does('updateSettings', { admission: { whoMayInvite: 'SECOND_DEGREE' } }),
];

/** What a careless implementation would do to the sender along with declining. */
const leaky =
  (statement: string): Answer =>
  async (town, grace, invitationId) => {
    await decline('NONE')(town, grace, invitationId);
    await town.app.database.run(statement, [Number(Buffer.from(invitationId, 'base64url').toString().split(':')[1])]);
  };

/** What Grace has chosen before Alan invites her, and the address with which he does. */
interface World {
  readonly admission?: (town: TestApp) => object;
  readonly address?: (grace: Person) => string;
}

/** Lives through one world and writes down all that Alan can see in it. */
async function live(answer: Answer, { admission, address }: World = {}): Promise<string[]> {
  const town = await startApp({ ...STEADY, QUOTA_PER_DAY: '4' });
  try {
    const [grace, alan, ada] = await town.people.trio();
    const { snapshot } = await alan.asks<{ snapshot: { cursor: string } }>('{ snapshot { cursor } }');
    const seen: string[] = [];
    const look = async () => {
      const { data, errors } = await alan.answer(WITNESS, { grace: grace.id, cursor: snapshot.cursor });
      seen.push(JSON.stringify([data, errors]));
    };
    const tries = async (mutation: string, input: object) => {
      seen.push(JSON.stringify(await alan.does(mutation, input, 'invitation { id status }')));
      await look();
    };

    if (admission) await grace.does('updateSettings', { admission: admission(town) });
    const proof = address ? { recipientEmail: address(grace) } : {};
    const first = await alan.sends(grace, { note: 'Would you like to connect?', ...proof });
    await look();
    await answer(town, grace, first);
    await look();
    await tries('sendInvitation', { recipientId: grace.id, reason: 'OTHER' });
    await tries('sendInvitation', { recipientId: ada.id, reason: 'OTHER' });
    await tries('acceptInvitation', { invitationId: first });
    town.clock.advance(30 * DAY);
    await look();
    town.clock.advance(150 * DAY + MINUTE);
    await look();
    await tries('sendInvitation', { recipientId: grace.id, reason: 'OTHER', note: 'Once more?' });
    const { viewer } = await alan.asks<{ viewer: { invitationsSent: { edges: { node: { id: string } }[] } } }>(
      '{ viewer { invitationsSent(first: 1) { edges { node { id } } } } }',
    );
    await tries('withdrawInvitation', { invitationId: viewer.invitationsSent.edges[0]?.node.id });
    await tries('sendInvitation', { recipientId: grace.id, reason: 'OTHER' });
    return seen.map(comparable());
  } finally {
    await town.stop();
  }
}

/**
 * Opaque values differ between any two worlds: only the order in which new ones appear counts. Of times, what counts is how
 * many days they are from the first that was seen.
 */
function comparable(): (text: string) => string {
  const names = new Map<string, string>();
  const named = (value: string) => {
    const name = names.get(value) ?? `#${names.size}`;
    names.set(value, name);
    return name;
  };
  let begin: number | undefined;
  const day = (time: string) => {
    begin ??= Date.parse(time);
    return Math.round((Date.parse(time) - begin) / DAY);
  };
  return (text) =>
    text
      .replace(/"(id|cursor|startCursor|endCursor)":"([^"]+)"/g, (_all, key, value) => `"${key}":"${named(value)}"`)
      .replace(/"(\d{4}-\d\d-\d\dT[^"]+)"/g, (_all, time) => `"day ${day(time)}"`);
}

describe('the privacy of no', () => {
  let undisturbed: string[];
  beforeAll(async () => {
    undisturbed = await live(nothing);
  }, 30_000);

  test('the witness sees what happens: the two looks around an expiry differ', () => {
    expect(new Set(undisturbed).size).toBeGreaterThan(6);
  });

  test.each([
    ['declined', decline('NONE')],
    ["said that she doesn't know him", decline('UNKNOWN_SENDER')],
    ['reported him', decline('SPAM')],
    [
      'put it off',
      async (town: TestApp, grace: Person, invitationId: string) => {
        const until = new Date(town.clock.now + 3 * DAY).toISOString();
        expect((await grace.does('snoozeInvitation', { invitationId, until })).errors).toEqual([]);
      },
    ],
    [
      'declined with many others at once',
      async (_town: TestApp, grace: Person) =>
        grace.does('answerInvitations', { answer: 'DECLINE', report: 'SPAM', filter: { hasNote: true } }),
    ],
    [
      'did all that can be done in silence, in an order that chance has drawn',
      async (town: TestApp, grace: Person, invitationId: string) => {
        const random = () => Math.floor(Math.random() * SILENT_ACTS.length);
        for (let n = 0; n < 12; n++) await SILENT_ACTS[random()]?.(town, grace, invitationId);
      },
    ],
    [
      'declined and took it back',
      async (town: TestApp, grace: Person, id: string) => {
        await decline('SPAM')(town, grace, id);
        await grace.does('undoDecline', { invitationId: id });
      },
    ],
  ])(
    'nothing Alan can see tells whether Grace did nothing or %s',
    async (_what, answer) => {
      expect(await live(answer)).toEqual(undisturbed);
    },
    30_000,
  );

  test.each([
    ['pauses', (town: TestApp) => ({ pausedUntil: new Date(town.clock.now + 300 * DAY).toISOString() })],
    ['files everything', () => ({ whoMayInvite: 'NOBODY' })],
    ['drops everything', () => ({ whoMayInvite: 'NOBODY', unadmitted: 'DROP' })],
    ['admits one a day, and no stranger', () => ({ whoMayInvite: 'SHARED_CONTEXT', dailyIntake: 1 })],
    ['admits friends of friends', () => ({ whoMayInvite: 'SECOND_DEGREE', unadmitted: 'DROP' })],
  ])(
    'nothing Alan can see tells that Grace %s',
    async (_what, admission) => {
      expect(await live(nothing, { admission })).toEqual(undisturbed);
      expect(await live(decline('SPAM'), { admission })).toEqual(undisturbed);
    },
    60_000,
  );

  test('Alan cannot tell whether the address he gave was hers', async () => {
    const admission = () => ({ whoMayInvite: 'KNOWS_EMAIL', unadmitted: 'DROP' });
    const right = await live(nothing, { admission, address: ({ email }) => email });
    expect(await live(nothing, { admission, address: () => 'grace@nowhere.example' })).toEqual(right);
    expect(await live(nothing, { address: () => 'grace@nowhere.example' })).toEqual(right);
  }, 60_000);

  test.each([
    ['a status', "UPDATE invitation SET sender_status = 'EXPIRED' WHERE id = ?"],
    [
      'a freed place',
      'UPDATE member_state SET open_sent_count = open_sent_count - 1 WHERE member_id = (SELECT sender_id FROM invitation WHERE id = ?)',
    ],
    ['an early end', 'UPDATE invitation SET expires_at = expires_at - 100 * 86400000 WHERE id = ?'],
    ['an invitation that is gone', 'DELETE FROM invitation WHERE id = ?'],
    ['a sequence number', 'UPDATE pair SET low_seq = low_seq + 1, high_seq = high_seq + 1 WHERE open_id = ?'],
    ['a closed pair', 'UPDATE pair SET open_id = NULL WHERE open_id = ?'],
  ])(
    'a server that leaks %s is caught',
    async (_what, statement) => {
      expect(await live(leaky(statement))).not.toEqual(undisturbed);
    },
    30_000,
  );
});
