import type { Policy } from '../policy';
import type { Changes, StandingRecord } from './changes';
import { isRefusal, type OfStanding, type Outcome, type Refusal, refuse } from './command';
import { isMuted } from './notification-kinds';
import { number, type Surroundings } from './numbering.rules';
import type { MemberFacts } from './relationship-state';
import { type Evidence, NO_EVIDENCE, recounted, restrictedUntil, type Standing } from './standing.rules';

/** What a command makes of a member's standing, or why it is refused. Pure; `at` is epoch milliseconds. */
export function decideStanding(
  before: Standing,
  { kind }: OfStanding,
  evidence: Evidence,
  at: number,
  policy: Policy,
): Standing | Refusal {
  const { restrictedAt, restrictedUntil: until, recountAt, appealedAt, pardonedAt, restrictions } = before;
  const inForce = restrictedUntil(before, at) !== null;
  switch (kind) {
    case 'recount':
      return recountAt === null || at < recountAt ? refuse('NOT_FOUND') : recounted(before, evidence, at, policy);
    case 'appeal':
      if (!inForce) return refuse('NOT_RESTRICTED');
      if (appealedAt !== null && appealedAt >= (restrictedAt ?? 0)) return refuse('ALREADY_APPEALED');
      return { ...before, appealedAt: at };
    case 'pardon': {
      const fewer = restrictions - (inForce ? 1 : 0);
      return recounted({ ...before, level: 'GOOD', pardonedAt: at, restrictions: fewer }, evidence, at, policy);
    }
    case 'revokePardon': {
      if (pardonedAt === null) return refuse('NOT_FOUND');
      // A restriction that the pardon cut short counts again, and goes on for as long as it would have.
      const cut = restrictedAt !== null && restrictedAt <= pardonedAt && until !== null && pardonedAt < until;
      const again = { ...before, pardonedAt: null, restrictions: restrictions + (cut ? 1 : 0) };
      return recounted(cut && at < until ? { ...again, level: 'RESTRICTED' } : again, evidence, at, policy);
    }
  }
}

/** Decides, and tells the member, and nobody else, when something has changed for them. */
export function applyStanding(
  member: MemberFacts,
  command: OfStanding,
  evidence: Evidence = NO_EVIDENCE,
  changes: Changes,
  s: Surroundings,
): Outcome {
  const before = member.standing;
  const after = member.erased ? refuse('NOT_FOUND') : decideStanding(before, command, evidence, s.at, s.policy);
  if (isRefusal(after)) return after;
  const id = s.nextId();
  member.standing = after;
  changes.standings.add(member);
  const record = (kind: StandingRecord['kind'], text: string | null) =>
    changes.records.push({ id, member: member.id, kind, text, at: s.at });
  if (command.kind !== 'recount') record(RECORDED[command.kind], command.text);
  else if (after.restrictions > before.restrictions) record('RESTRICTED', null);
  else if (after.overuses && !before.overuses) record('OVERUSED', null);
  const changed = after.level !== before.level || after.overuses !== before.overuses;
  const again = after.restrictedAt !== before.restrictedAt;
  if (command.kind === 'recount' && !changed && !again) return { change: id };
  changes.members.add(member);
  const by = command.kind === 'appeal' ? member.id : null;
  number(member, 'STANDING_CHANGED', { id, by, subject: null, payload: null }, changes, s);
  if (by === null) notify(member, id, changes, s.at);
  return { change: id };
}

const RECORDED = { appeal: 'APPEALED', pardon: 'PARDONED', revokePardon: 'PARDON_REVOKED' } as const;

function notify({ id: memberId, mutedKinds }: MemberFacts, id: number, changes: Changes, at: number): void {
  const kind = 'STANDING_CHANGED';
  if (isMuted(mutedKinds, kind)) return;
  changes.notifications.set(id, { id, memberId, kind, actorId: null, invitationId: null, at });
}
