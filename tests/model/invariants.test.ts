import { join } from 'node:path';
import { INVARIANTS, type Violation, violations } from '../../src/audit/violations';
import type { Database, Tx } from '../../src/database/database';
import { EraseList } from '../../src/erasure/erase-list';
import { Eraser } from '../../src/erasure/eraser';
import { createLogger } from '../../src/logger';
import type { Policy } from '../../src/policy';
import type { Invite } from '../../src/relationships/command';
import { createStore, type OpenDoor, openDoor, people, type Store } from '../kit/door';

let store: Store;
let open: OpenDoor;

/**
 * Ada and Ben are connected, Ada has invited Cyd, Cyd has declined Dan, Dan has blocked Eve, who has changed her settings, signed
 * out and been pardoned; Fay, who had invited her, has been erased.
 */
beforeAll(async () => {
  store = await createStore();
  open = await openDoor(store.config);
  const [ada = 0, ben = 0, cyd = 0, dan = 0, eve = 0, fay = 0] = await people(open.database, 6);
  const key = { key: 'the same again', hash: 'hash' };
  const [first, , third] = await open.door.submit([
    { ...invite(ada, ben), idempotency: key },
    invite(ada, cyd),
    invite(dan, cyd),
    { kind: 'block', actor: dan, peer: eve },
    invite(fay, eve),
    { kind: 'pardon', actor: eve, text: 'A mistake.' },
    ...(['SETTINGS_UPDATED', 'SESSION_ENDED'] as const).map(
      (event) => ({ kind: 'own', actor: eve, event, write: async () => {} }) as const,
    ),
  ]);
  if (!first || !third || !('change' in first) || !('change' in third)) throw new Error('Nobody was invited.');
  await open.door.submit([
    { kind: 'accept', actor: ben, invitation: first.change, origin: 'DIRECT' },
    { kind: 'decline', actor: cyd, invitation: third.change, report: 'SPAM' },
  ]);
  await erase(fay);
});

afterAll(async () => {
  await open.close();
  await store.remove();
});

test('People who met, declined, blocked and went leave nothing behind that breaks a promise', async () => {
  expect(await violations(open.database, open.policy)).toEqual([]);
});

const SECOND_INVITATION = `
  INSERT INTO invitation (id, sender_id, recipient_id, reason, origin, sender_status, recipient_status, sent_at, expires_at, open_until)
  SELECT id + 500, recipient_id, sender_id, reason, origin, sender_status, recipient_status, sent_at, expires_at, open_until
  FROM invitation WHERE open_until IS NOT NULL`;
const SENT_TO_ANOTHER = `
  INSERT INTO member_event (member_id, seq, tag, change_id, kind, subject, actor, created_at)
  SELECT 1, 1, 1, change_id, kind, subject, 1, created_at FROM member_event WHERE kind = 'SETTINGS_UPDATED'`;
const STANDING_OF_ANOTHER = "UPDATE member_event SET member_id = 1 WHERE kind = 'STANDING_CHANGED'";
const PRUNED = "INSERT INTO lease (name, holder, fence, expires_at, done_to) VALUES ('retention', 'Ada', 1, 0, 1)";
/** While somebody is being erased, not everything is excused: nothing while pairs of theirs are left. */
const LEAVING = 'UPDATE erasure SET finished_at = NULL';
const ORPHANS = `${LEAVING}; UPDATE member_event SET subject = 1`;
const PAIRED = `${LEAVING}; UPDATE pair SET high_id = (SELECT member_id FROM erasure) WHERE version = 1`;
const OF_BEN = 'WHERE member_id IN (SELECT MAX(member_id) FROM connection)';
const SWAPPED = `UPDATE member_event SET seq = seq + 10 ${OF_BEN}; UPDATE member_event SET seq = 13 - seq ${OF_BEN}`;
const OF_PAIRS = 'a lane says what stands between two since it last changed';

/** Each damage, by the sentence that it makes untrue. */
const DAMAGES: readonly (readonly [invariant: string, damage: string])[] = [
  ['a pair has its smaller id first', 'UPDATE pair SET low_id = high_id + 1'],
  ['nobody is connected with themselves', 'UPDATE connection SET peer_id = member_id'],
  ['nobody invites themselves', 'UPDATE invitation SET recipient_id = sender_id'],
  ['a connection is mutual', 'DELETE FROM connection WHERE member_id < peer_id'],
  ['connections are those of the pairs', 'UPDATE pair SET connected_at = NULL'],
  ['a connection remembers an accepted invitation between the two', 'UPDATE connection SET invitation_id = 1'],
  ['who is connected has no open invitation', 'UPDATE pair SET open_id = 1 WHERE connected_at IS NOT NULL'],
  ['who is blocked is neither connected nor invited', 'UPDATE pair SET low_blocked_at = 1'],
  ['at most one invitation is open between two', SECOND_INVITATION],
  ['the open invitation is the one of the pair', 'UPDATE pair SET open_id = NULL'],
  ['an invitation is over for its sender exactly when it is not open', 'UPDATE invitation SET open_until = NULL'],
  ['what is over for the sender is over for the recipient', "UPDATE invitation SET recipient_status = 'PENDING'"],
  ['the list of blocks is that of the pairs', 'DELETE FROM block'],
  ['a report stands where its maker does not know the other', 'UPDATE pair SET low_unknown = 0, high_unknown = 0'],
  ['whose standing is not good will be looked at again', "UPDATE member_state SET standing = 'CAREFUL'"],
  ['a restriction has an end, and is on record', "UPDATE member_state SET standing = 'RESTRICTED', recount_at = 1"],
  ['connections are counted', 'UPDATE member_state SET connection_count = connection_count + 1'],
  ['open invitations are counted', 'UPDATE member_state SET open_sent_count = 7'],
  ['a notification is about something its reader may see', "UPDATE invitation SET recipient_status = 'REMOVED'"],
  [
    'nobody is notified of one they blocked, or who blocked them',
    'INSERT INTO block SELECT actor_id, member_id, 1 FROM notification WHERE actor_id > 0',
  ],
  ['a stream has every number from its floor to its end', 'DELETE FROM member_event WHERE seq = 1'],
  ['the last tag is that of the last event', 'UPDATE member_event SET tag = tag + 1'],
  ['a change tells a member once', 'UPDATE member_event SET change_id = 1'],
  ['a lane has every number up to its head', 'DELETE FROM lane_batch WHERE seq = 1'],
  ["a lane's tag is that of its last batch", 'UPDATE lane SET tag = tag + 1'],
  ['a lane carries word of every event', "UPDATE lane_batch SET members = '[]'"],
  ['a lane carries word of every event', `${PRUNED}; DELETE FROM lane_batch WHERE seq = 1`],
  ['a lane says whose sessions have ended', "UPDATE lane_batch SET ended = '[]' WHERE erased = '[]'"],
  ['a lane says whose sessions have ended', "UPDATE lane_batch SET ended = '[]' WHERE erased <> '[]'"],
  ['a lane says who has changed their settings', "UPDATE lane_batch SET chosen = '[]'"],
  ['a lane says who has been erased', "UPDATE lane_batch SET erased = '[]'"],
  [OF_PAIRS, "UPDATE lane_batch SET pairs = '[]'"],
  [OF_PAIRS, "UPDATE lane_batch SET pairs = REPLACE(pairs, ',1,2]', ',0,2]')"],
  [OF_PAIRS, "UPDATE lane_batch SET pairs = REPLACE(pairs, ',1,2]', ',1,7]')"],
  [
    'what a member does for themselves is told to them',
    "UPDATE member_event SET actor = 1 WHERE kind = 'SETTINGS_UPDATED'",
  ],
  [
    'what a member does for themselves is told to them',
    "UPDATE member_event SET actor = NULL WHERE kind = 'SESSION_ENDED'",
  ],
  [
    'what a member does for themselves is told to them',
    "UPDATE member_event SET subject = 1 WHERE kind = 'STANDING_CHANGED'",
  ],
  ['what a member does for themselves is told to nobody else', SENT_TO_ANOTHER],
  ['a change of standing is told to whose it is', `DELETE FROM standing_record; ${STANDING_OF_ANOTHER}`],
  ['a change of standing is told to whose it is', `DELETE FROM notification; ${STANDING_OF_ANOTHER}`],
  [
    'one key, one change',
    "INSERT INTO idempotency_key SELECT member_id, 'copy', input_hash, outcome, 1 FROM idempotency_key",
  ],
  [
    'an event is about something that concerns its member',
    "UPDATE member_event SET subject = 1 WHERE kind LIKE 'INVITATION%'",
  ],
  ['an event is about something that concerns its member', `${ORPHANS} WHERE kind = 'INVITATION_SENT'`],
  [
    'an event is about something that concerns its member',
    `${ORPHANS} WHERE kind = 'INVITATION_RECEIVED' AND actor > 0`,
  ],
  ['an event is about something that concerns its member', PAIRED],
  ['there is no event without its change', 'DELETE FROM pair'],
  ['the version of a pair is the number of its changes', 'UPDATE pair SET version = version + 1'],
  ["a pair knows each side's last event about it", 'UPDATE pair SET low_seq = 9'],
  ['both streams tell of a pair in the same order', SWAPPED],
  [
    'each step of a pair is legal, is told to whom it concerns, and leads to where the pair stands',
    "UPDATE member_event SET kind = 'INVITATION_WITHDRAWN' WHERE kind = 'INVITATION_UPDATED'",
  ],
  ['whoever is erased is on the list of the erased, and the reverse', 'UPDATE erasure SET erased_at = 1'],
  ['whoever is erased is on the list of the erased, and the reverse', 'DELETE FROM erasure'],
  ['an erased member counts nothing and is told nothing', 'UPDATE member_state SET open_sent_count = 1'],
  ['an erased member counts nothing and is told nothing', 'UPDATE member_state SET floor_seq = 0'],
  ['nothing is left of the erased', 'UPDATE member_event SET actor = (SELECT MIN(member_id) FROM erasure)'],
];

const QUOTAS: readonly (readonly [invariant: string, policy: Partial<Policy>])[] = [
  ['no day has more invitations than the quota', { quotaPerDay: 1 }],
  ['no week has more invitations than the quota', { quotaPerWeek: 1 }],
];

test('nothing is looked at that was never seen to be untrue', () => {
  const planted = [...DAMAGES, ...QUOTAS].map(([invariant]) => invariant);
  expect(INVARIANTS.toSorted()).toEqual([...new Set(planted)].sort());
});

describe('The checker notices when it is no longer true that', () => {
  test.each(DAMAGES)('%s', async (invariant, damage) => {
    const found = await afterDamage(open.database, damage, (tx) => violations(tx, open.policy));
    expect(found.map((violation) => violation.invariant)).toContain(invariant);
  });

  test.each(QUOTAS)('%s', async (invariant, policy) => {
    expect(await violations(open.database, { ...open.policy, ...policy })).toMatchObject([{ invariant }]);
  });
});

class Undo extends Error {}

/** Does the damage, looks at it, and takes it back. */
async function afterDamage(
  database: Database,
  damage: string,
  look: (tx: Tx) => Promise<Violation[]>,
): Promise<Violation[]> {
  let found: Violation[] = [];
  const damaged = database.once(async (tx) => {
    for (const statement of damage.split(';')) await tx.run(statement);
    found = await look(tx);
    throw new Undo();
  });
  await expect(damaged).rejects.toThrow(Undo);
  return found;
}

async function erase(member: number): Promise<void> {
  const { database, door } = open;
  const list = new EraseList(join(store.config.dataDir, 'erased.list'));
  const eraser = new Eraser({ database, door, sideDoor: door, list, logger: createLogger({ level: 'silent' }) });
  await eraser.close(member);
  await eraser.finish(member);
}

function invite(actor: number, peer: number): Invite {
  return { kind: 'invite', actor, peer, reason: 'COLLEAGUE', context: null, note: null, origin: 'DIRECT' };
}
