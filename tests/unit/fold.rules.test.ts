import { DEFAULT_POLICY, type Policy } from '../../src/policy';
import { OPEN_ADMISSION } from '../../src/relationships/admission.rules';
import type { Changes } from '../../src/relationships/changes';
import type { Outcome, PairCommand } from '../../src/relationships/command';
import { fold, type States } from '../../src/relationships/fold.rules';
import type { MemberFacts } from '../../src/relationships/relationship-state';
import { GOOD_STANDING } from '../../src/relationships/standing.rules';

const NOW = 1_800_000_000_000;
const [ADA, BEN, CYD, DAN] = [1, 2, 3, 4];
const FIRST_CHANGE = 100;

/** People who have nothing to do with each other yet, and batches of what they do. */
class Batches {
  private next = FIRST_CHANGE;
  private readonly states: States;

  constructor(facts: Readonly<Record<number, Partial<MemberFacts>>> = {}) {
    const members = [ADA, BEN, CYD, DAN].map((id): [number, MemberFacts] => [id, { ...stranger(id), ...facts[id] }]);
    this.states = {
      members: new Map(members),
      pairs: new Map(),
      remembered: new Map(),
      mutual: new Set(),
      evidence: new Map(),
    };
  }

  /** Folds commands, each with its other member, into one batch. */
  fold(
    commands: readonly (readonly [PairCommand, number])[],
    { at = NOW, policy = {} }: { at?: number; policy?: Partial<Policy> } = {},
  ): { outcomes: Outcome[]; changes: Changes } {
    const located = commands.map(([command, other]) => {
      const sender = command.kind === 'expire';
      return { command, actor: sender ? other : (command.actor ?? 0), peer: sender ? BEN : other };
    });
    const surroundings = {
      at,
      policy: { ...DEFAULT_POLICY, ...policy },
      nextId: () => this.next++,
      nextTag: () => 1,
      chance: () => 0,
    };
    return fold(this.states, located, surroundings);
  }
}

const stranger = (id: number): MemberFacts => ({
  ...{ id, createdAt: 0, erased: false, mutedKinds: 0, lastSeq: 0, lastTag: 0, connectionCount: 0, openSentCount: 0 },
  ...{ admission: OPEN_ADMISSION, intake: { since: null, count: 0 }, proofs: { since: null, count: 0 } },
  answers: { since: null, count: 0 },
  standing: GOOD_STANDING,
  ...{ day: { count: 0, oldest: null }, week: { count: 0, oldest: null } },
});

function invite(actor: number, peer: number, key?: string, hash = 'input'): [PairCommand, number] {
  const said = { reason: 'COLLEAGUE', context: null, note: `from ${actor}`, origin: 'DIRECT' } as const;
  return [{ kind: 'invite', actor, peer, ...said, ...(key ? { idempotency: { key, hash } } : {}) }, peer];
}
const accept = (actor: number, invitation: number, sender: number): [PairCommand, number] => [
  { kind: 'accept', actor, invitation, origin: 'DIRECT' },
  sender,
];
const withdraw = (actor: number, invitation: number, recipient: number): [PairCommand, number] => [
  { kind: 'withdraw', actor, invitation },
  recipient,
];

const streamOf = (changes: Changes, member: number) =>
  changes.events.filter((e) => e.memberId === member).map(({ seq, kind, subject }) => `${seq} ${kind} ${subject}`);

test('Ada and Ben invite each other in one batch and are connected, and both notes are kept', () => {
  const { outcomes, changes } = new Batches().fold([invite(ADA, BEN), invite(BEN, ADA)]);
  expect(outcomes).toEqual([
    { change: 100, invitation: 100 },
    { change: 101, invitation: 101, connected: true },
  ]);
  expect([...changes.newInvitations.values()].map(({ id, note, origin }) => [id, note, origin])).toEqual([
    [100, 'from 1', 'DIRECT'],
    [101, 'from 2', 'CROSSING'],
  ]);
  expect(streamOf(changes, ADA)).toEqual(['1 INVITATION_SENT 100', '2 CONNECTION_CREATED 2']);
  expect(streamOf(changes, BEN)).toEqual(['1 INVITATION_RECEIVED 100', '2 CONNECTION_CREATED 1']);
  // Each is remembered by the note they received.
  expect([...changes.connections.values()]).toEqual([
    { low: ADA, high: BEN, at: NOW, lowInvitation: 101, highInvitation: 100 },
  ]);
  expect([...changes.pairs]).toHaveLength(1);
});

test('An invitation and its acceptance in one batch are two changes and one connection', () => {
  const { outcomes, changes } = new Batches().fold([invite(ADA, BEN), accept(BEN, 100, ADA)]);
  expect(outcomes[1]).toEqual({ change: 101, invitation: 100, connected: true });
  expect(changes.invitationUpdates.get(100)).toMatchObject({ senderStatus: 'ACCEPTED', recipientStatus: 'ACCEPTED' });
  expect(
    [...changes.members].map(({ id, connectionCount, openSentCount }) => [id, connectionCount, openSentCount]),
  ).toEqual([
    [ADA, 1, 0],
    [BEN, 1, 0],
  ]);
});

test('Ada withdraws within the batch and cannot invite Ben again so soon; nothing of it is left to read for Ben', () => {
  const { outcomes, changes } = new Batches().fold([invite(ADA, BEN), withdraw(ADA, 100, BEN), invite(ADA, BEN)]);
  expect(outcomes[2]).toEqual({ refused: 'WITHDRAWN_RECENTLY', retryAt: NOW + DEFAULT_POLICY.withdrawCooldown });
  expect(changes.notifications.size).toBe(0);
  expect(changes.invitationUpdates.get(100)).toMatchObject({ senderStatus: 'WITHDRAWN', recipientStatus: 'REMOVED' });
});

test('Without a cool-down Ada invites, withdraws and invites in one batch, and one invitation is open', () => {
  const policy = { withdrawCooldown: 0 };
  const { changes } = new Batches().fold([invite(ADA, BEN), withdraw(ADA, 100, BEN), invite(ADA, BEN)], { policy });
  expect([...changes.pairs].map(({ version, open }) => [version, open?.id])).toEqual([[3, 102]]);
  expect(streamOf(changes, BEN)).toEqual([
    '1 INVITATION_RECEIVED 100',
    '2 INVITATION_REMOVED 100',
    '3 INVITATION_RECEIVED 102',
  ]);
  expect([...changes.notifications.keys()]).toEqual([102]);
  expect([...changes.members].find(({ id }) => id === ADA)?.openSentCount).toBe(1);
});

test('Equal keys within a batch fold to one change and one answer', () => {
  const { outcomes, changes } = new Batches().fold([invite(ADA, BEN, 'key'), invite(ADA, BEN, 'key')]);
  expect(outcomes).toEqual([
    { change: 100, invitation: 100 },
    { change: 100, invitation: 100 },
  ]);
  expect(changes.events).toHaveLength(2);
  expect(changes.keys).toHaveLength(1);
});

test('A key used again for something else is refused and does nothing; the same key of another member is another key', () => {
  const batch = [invite(ADA, BEN, 'key'), invite(ADA, CYD, 'key', 'another input'), invite(DAN, CYD, 'key')];
  const { outcomes } = new Batches().fold(batch);
  expect(outcomes).toEqual([
    { change: 100, invitation: 100 },
    { refused: 'IDEMPOTENCY_KEY_REUSED' },
    { change: 101, invitation: 101 },
  ]);
});

test('A refusal is remembered under its key, even when it would succeed now', () => {
  const batches = new Batches();
  batches.fold([invite(ADA, BEN)]);
  const before = batches.fold([invite(ADA, BEN, 'key')]).outcomes;
  batches.fold([withdraw(ADA, 100, BEN)], { policy: { withdrawCooldown: 0 } });
  const after = batches.fold([invite(ADA, BEN, 'key')], { policy: { withdrawCooldown: 0 } }).outcomes;
  expect([before, after]).toEqual([[{ refused: 'ALREADY_INVITED' }], [{ refused: 'ALREADY_INVITED' }]]);
});

test('An invitation past its time makes way for a new one, and its end is a change of its own', () => {
  const batches = new Batches();
  batches.fold([invite(ADA, BEN)]);
  const at = NOW + DEFAULT_POLICY.invitationLifetime;
  const { outcomes, changes } = batches.fold([invite(ADA, BEN)], { at });
  expect(outcomes).toEqual([{ change: 102, invitation: 102 }]);
  expect(changes.events.map(({ memberId, kind, changeId, actor }) => [memberId, kind, changeId, actor])).toEqual([
    [ADA, 'INVITATION_EXPIRED', 101, null],
    [BEN, 'INVITATION_REMOVED', 101, null],
    [ADA, 'INVITATION_SENT', 102, ADA],
    [BEN, 'INVITATION_RECEIVED', 102, ADA],
  ]);
});

test('An invitation cannot be accepted from the very moment it expires', () => {
  const batches = new Batches();
  batches.fold([invite(ADA, BEN)]);
  const at = NOW + DEFAULT_POLICY.invitationLifetime;
  expect(batches.fold([accept(BEN, 100, ADA)], { at }).outcomes).toEqual([{ refused: 'INVITATION_CLOSED' }]);
});

test('Within one batch Ada sends exactly as many invitations as the quota leaves her', () => {
  const batches = new Batches({ [ADA]: { day: { count: 28, oldest: NOW - 5 }, week: { count: 28, oldest: NOW - 5 } } });
  const { outcomes } = batches.fold([invite(ADA, BEN), invite(ADA, CYD), invite(ADA, DAN)]);
  expect(outcomes).toEqual([
    { change: 100, invitation: 100 },
    { change: 101, invitation: 101 },
    { refused: 'QUOTA_EXCEEDED', retryAt: NOW - 5 + 86_400_000, remaining: 0 },
  ]);
});

test('Withdrawing does not give back quota', () => {
  const policy = { quotaPerDay: 1 };
  const { outcomes } = new Batches().fold([invite(ADA, BEN), withdraw(ADA, 100, BEN), invite(ADA, CYD)], { policy });
  expect(outcomes[2]).toMatchObject({ refused: 'QUOTA_EXCEEDED' });
});

test('Everything that Ben hears in one batch is numbered without a gap, behind what he heard before', () => {
  const batches = new Batches({ [BEN]: { lastSeq: 41 } });
  const { changes } = batches.fold([invite(ADA, BEN), invite(CYD, BEN), invite(DAN, BEN), accept(BEN, 101, CYD)]);
  expect(streamOf(changes, BEN)).toEqual([
    ...['42 INVITATION_RECEIVED 100', '43 INVITATION_RECEIVED 101', '44 INVITATION_RECEIVED 102'],
    '45 CONNECTION_CREATED 3',
  ]);
  expect([...changes.pairs].map(({ low, high, lowSide, highSide }) => [low, high, lowSide.seq, highSide.seq])).toEqual([
    [ADA, BEN, 1, 42],
    [BEN, CYD, 45, 2],
    [BEN, DAN, 44, 1],
  ]);
});

test('A block, its end and a new invitation in one batch leave the notification of the new one', () => {
  const block: [PairCommand, number] = [{ kind: 'block', actor: ADA, peer: BEN }, BEN];
  const unblock: [PairCommand, number] = [{ kind: 'unblock', actor: ADA, peer: BEN }, BEN];
  const { changes } = new Batches().fold([invite(BEN, ADA), block, unblock, invite(ADA, BEN)]);
  expect([...changes.notifications.values()].map(({ memberId, id }) => [memberId, id])).toEqual([[BEN, 103]]);
  expect([...changes.blocks.values()]).toEqual([{ member: ADA, peer: BEN, at: null }]);
});

test('Somebody unknown is refused, and refusals alone leave nothing to write', () => {
  const { outcomes, changes } = new Batches().fold([invite(ADA, 99), invite(ADA, ADA), accept(BEN, 5, ADA)]);
  expect(outcomes).toEqual([
    { refused: 'NOT_FOUND' },
    { refused: 'CANNOT_INVITE_SELF' },
    { refused: 'INVITATION_CLOSED' },
  ]);
  expect(changes.isEmpty).toBe(true);
});
