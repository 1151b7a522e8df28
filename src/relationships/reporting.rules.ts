import type { Changes } from './changes';
import type { Fact } from './facts';
import type { Surroundings } from './numbering.rules';
import type { MemberFacts, View } from './relationship-state';
import { countsFrom, type Evidence, nextMidnight, type StandingReport } from './standing.rules';

/**
 * A report stands for as long as its maker does not know the other: made with a no, it is taken back by whatever makes the two
 * acquainted again. Either shows in the standing days later, so that nobody can tell which of their recipients it was.
 */
export function reportOrTakeBack(
  { actor, peer, theirs }: View,
  fact: Fact,
  evidence: Map<number, Evidence>,
  changes: Changes,
  { at, policy, chance }: Surroundings,
): void {
  const countsAt = countsFrom(at, chance(), policy);
  const kind = fact.kind === 'declined' && fact.report !== 'NONE' ? fact.report : null;
  const made: StandingReport | null =
    kind && theirs.unknown ? { reporter: actor.id, kind, madeAt: at, countsAt, overused: false } : null;
  changes.report({ reported: peer.id, reporter: actor.id, made });
  recountBy(peer, countsAt, changes);
  if (kind === 'UNKNOWN_SENDER') recountBy(actor, nextMidnight(at), changes);
  // A recount behind it in the same batch takes it into account.
  const known = evidence.get(peer.id);
  if (!known) return;
  const others = known.reports.filter(({ reporter }) => reporter !== actor.id);
  evidence.set(peer.id, { ...known, reports: made ? [...others, made] : others });
}

function recountBy(member: MemberFacts, time: number, changes: Changes): void {
  const { recountAt } = member.standing;
  if (recountAt !== null && recountAt <= time) return;
  member.standing = { ...member.standing, recountAt: time };
  changes.standings.add(member);
}
