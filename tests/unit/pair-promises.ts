import { isRefusal } from '../../src/relationships/command';
import type { OpenInvitation, PairState } from '../../src/relationships/relationship-state';
import { ADA, BEN, type Happening, keyOf, type Step } from './pair-worlds';

/** What a step broke, in words; nothing when it kept every promise. */
export function brokenBy(s: Step): string[] {
  const broken: string[] = [];
  const promise = (kept: boolean, words: string) => {
    if (!kept) broken.push(words);
  };
  const { before, after, answer, command, happened } = s;
  const refused = isRefusal(answer);

  if (refused && happened.length === 0) promise(keyOf(before) === keyOf(after), 'a refusal changes nothing');
  promise(after.version === before.version + happened.length, 'the version goes up by one with each change');
  if (after.connectedAt !== null) promise(after.open === null, 'who is connected has no open invitation');
  promise(after.open === null || [ADA, BEN].includes(after.open.sender), 'an open invitation is from one of the two');
  if (after.lowSide.blockedAt !== null || after.highSide.blockedAt !== null) {
    promise(after.connectedAt === null, 'who is blocked is not connected');
    promise(after.open?.state !== 'PENDING', 'who is blocked has nothing pending');
  }
  for (const id of [ADA, BEN]) {
    const member = s.members.get(id);
    promise(member?.connectionCount === (after.connectedAt === null ? 0 : 1), 'connections are counted');
    promise(member?.openSentCount === (after.open?.sender === id ? 1 : 0), 'open invitations are counted');
  }
  for (const happening of happened) {
    const row = rowOf(happening, command);
    const [actor, peer] = WHO_IS_TOLD[row];
    const { heard } = happening;
    promise(heard.actor === actor && heard.peer === peer, `${row} tells ${actor} and ${peer}`);
  }
  if (!refused) promise(mayDo(s, happened.at(-1)?.before ?? before), `this ${command.kind} is not for this member`);
  if (command.kind === 'leave' && !refused) {
    promise(after.connectedAt === null && after.open === null, 'nothing stands between somebody and the erased');
    promise(sideOf(after, ADA).blockedAt === null && sideOf(after, BEN).blockedAt === null, 'nobody blocks the erased');
  } else if (command.actor !== null && sideOf(before, command.actor === ADA ? BEN : ADA).blockedAt !== null)
    promise(refused && answer.refused === 'NOT_FOUND', 'to whoever is blocked, the blocker does not exist');
  return broken;
}

/** The table of the specification, row by row: to the actor's own devices, and to the other member's. */
const WHO_IS_TOLD = {
  'an invitation': ['INVITATION_SENT', 'INVITATION_RECEIVED'],
  'an invitation that is filed or dropped': ['INVITATION_SENT', null],
  'a crossing': ['CONNECTION_CREATED', 'CONNECTION_CREATED'],
  'an acceptance': ['CONNECTION_CREATED', 'CONNECTION_CREATED'],
  'a decline': ['INVITATION_UPDATED', null],
  'a report': ['INVITATION_UPDATED', null],
  'an undone decline': ['INVITATION_UPDATED', null],
  'a withdrawal': ['INVITATION_WITHDRAWN', 'INVITATION_REMOVED'],
  'a withdrawal of a hidden one': ['INVITATION_WITHDRAWN', null],
  'an expiry': ['INVITATION_EXPIRED', 'INVITATION_REMOVED'],
  'an expiry of a hidden one': ['INVITATION_EXPIRED', null],
  'a snooze': ['INVITATION_UPDATED', null],
  'a question': ['INVITATION_UPDATED', 'INVITATION_UPDATED'],
  'an answer': ['INVITATION_UPDATED', 'INVITATION_UPDATED'],
  'an answer after a hidden no': ['INVITATION_UPDATED', null],
  'a reminder': [null, 'INVITATION_REMINDER'],
  'the end of a snooze': [null, 'INVITATION_UPDATED'],
  'an allowance': ['MEMBER_ALLOWED', null],
  'a removal': ['CONNECTION_REMOVED', 'CONNECTION_REMOVED'],
  'a block between the connected': ['BLOCK_CREATED', 'CONNECTION_REMOVED'],
  'a block of one who invited': ['BLOCK_CREATED', 'INVITATION_EXPIRED'],
  'a block of one who was invited': ['BLOCK_CREATED', 'INVITATION_REMOVED'],
  'a block of one who was invited unseen': ['BLOCK_CREATED', null],
  'a block of a stranger': ['BLOCK_CREATED', null],
  'an unblock': ['BLOCK_REMOVED', null],
  'an erasure among the connected': [null, 'CONNECTION_REMOVED'],
  'an erasure of one who was invited': [null, 'INVITATION_EXPIRED'],
  'an erasure of one who invited': [null, 'INVITATION_REMOVED'],
  'an erasure of one who invited unseen': [null, null],
  'an erasure of a stranger': [null, null],
} as const;

type TableRow = keyof typeof WHO_IS_TOLD;

/** Which row it is, from the situation before it and not from what the rules say of it. */
function rowOf({ fact, actor, before }: Happening, command: Step['command']): TableRow {
  const seen = before.open?.state === 'PENDING';
  const stranger = actor === ADA ? sideOf(before, ADA).unknown : sideOf(before, BEN).unknown;
  switch (fact.kind) {
    case 'invited':
      return stranger || !isAdmitted(command) ? 'an invitation that is filed or dropped' : 'an invitation';
    case 'connected':
      return fact.crossing ? 'a crossing' : 'an acceptance';
    case 'declined':
      return fact.report === 'NONE' ? 'a decline' : 'a report';
    case 'declineUndone':
      return 'an undone decline';
    case 'snoozed':
      return 'a snooze';
    case 'asked':
      return 'a question';
    case 'replied':
      return before.open && waits(before.open) ? 'an answer' : 'an answer after a hidden no';
    case 'reminded':
      return 'a reminder';
    case 'woken':
      return 'the end of a snooze';
    case 'allowed':
      return 'an allowance';
    case 'withdrawn':
      return seen ? 'a withdrawal' : 'a withdrawal of a hidden one';
    case 'expired':
      return seen ? 'an expiry' : 'an expiry of a hidden one';
    case 'disconnected':
      return 'a removal';
    case 'unblocked':
      return 'an unblock';
    case 'blocked':
      if (before.connectedAt !== null) return 'a block between the connected';
      if (before.open === null) return 'a block of a stranger';
      if (before.open.sender !== actor) return 'a block of one who invited';
      return seen ? 'a block of one who was invited' : 'a block of one who was invited unseen';
    case 'left':
      if (before.connectedAt !== null) return 'an erasure among the connected';
      if (before.open === null) return 'an erasure of a stranger';
      if (before.open.sender !== actor) return 'an erasure of one who was invited';
      return seen ? 'an erasure of one who invited' : 'an erasure of one who invited unseen';
  }
}

/** In these worlds both admit only those who know their address. */
const isAdmitted = (command: Step['command']): boolean =>
  command.kind === 'invite' && command.acquaintance?.knowsEmail === true;

/** Whether the command, which took effect, was the actor's to give. */
function mayDo({ command }: Step, before: PairState): boolean {
  const { open } = before;
  const mine = open?.sender === command.actor;
  switch (command.kind) {
    case 'accept':
      return open?.id === command.invitation && !mine && waits(open);
    case 'decline':
      return open?.id === command.invitation && !mine && waits(open);
    case 'snooze':
      return open?.id === command.invitation && !mine && waits(open);
    case 'ask':
      return open?.id === command.invitation && !mine && waits(open) && open.question === null;
    case 'reply':
      return open?.id === command.invitation && mine && open.question !== null && open.reply === null;
    case 'undoDecline':
      return open?.id === command.invitation && !mine && open.state === 'DECLINED';
    case 'withdraw':
      return open?.id === command.invitation && mine;
    case 'return':
      return open?.id === command.invitation && waits(open);
    case 'expire':
      return open?.id === command.invitation;
    case 'invite':
      return !mine && before.connectedAt === null;
    default:
      return true;
  }
}

const waits = ({ state }: OpenInvitation): boolean => state === 'PENDING' || state === 'FILED';

export const sideOf = (pair: PairState, member: number) => (member === pair.low ? pair.lowSide : pair.highSide);
