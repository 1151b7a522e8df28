import type { EventKind } from '../events/event-kinds';
import { actorsOf, type Deed, nextOf, type Outlook, type Situation, type Two } from './pair-steps';

/** All that two people hear of one another. */
export const PAIR_KINDS = [
  ...(['INVITATION_SENT', 'INVITATION_RECEIVED', 'INVITATION_UPDATED', 'INVITATION_REMINDER'] as const),
  ...(['INVITATION_WITHDRAWN', 'INVITATION_REMOVED', 'INVITATION_EXPIRED'] as const),
  ...(['CONNECTION_CREATED', 'CONNECTION_REMOVED', 'BLOCK_CREATED', 'BLOCK_REMOVED', 'MEMBER_ALLOWED'] as const),
] satisfies readonly EventKind[];

/** The two streams of a pair, what is left of them, and where the pair stands. */
export interface History {
  readonly two: Two;
  readonly low: readonly Deed[];
  readonly high: readonly Deed[];
  readonly end: Outlook;
  /** Who of them has heard of changes of which nothing is left. */
  readonly forgetful: readonly number[];
}

/**
 * Whether the two streams can be woven into one history in which each step is legal and which ends as `end` says. Changes that
 * both heard of come at the same place in both; of those that only one heard of, the order is not recorded, so all are tried.
 * Where the past has been pruned, so is all that it can have been.
 */
export function isLegalHistory({ two, low, high, end, forgetful }: History): boolean {
  const tried = new Set<string>();
  const ids = invitations([...low, ...high], end);
  const from = (l: number, h: number, now: Situation): boolean => {
    const [mine, theirs] = [low[l], high[h]];
    if (!mine && !theirs && matches(now, end)) return true;
    const key = JSON.stringify([l, h, now]);
    if (tried.has(key)) return false;
    tried.add(key);
    const shared = mine && theirs && mine.change === theirs.change;
    const leads = (deed: Deed, left: number, right: number) =>
      nextOf(two, now, deed).some((next) => from(left, right, next));
    return (
      (shared === true && leads(actorsOf(mine, theirs), l + 1, h + 1)) ||
      (mine?.other === null && readings(two, mine).some((deed) => leads(deed, l + 1, h))) ||
      (theirs?.other === null && readings(two, theirs).some((deed) => leads(deed, l, h + 1))) ||
      // What one of them heard alone and lost lies before the first that is left of their stream.
      (l === 0 && high[h - 1]?.half === true && lost(two.low).some((deed) => leads(deed, l, h))) ||
      (h === 0 && low[l - 1]?.half === true && lost(two.high).some((deed) => leads(deed, l, h)))
    );
  };
  const lost = (reader: number): Deed[] => {
    if (!forgetful.includes(reader)) return [];
    const subjects = [two.low + two.high - reader, ...ids];
    return PAIR_KINDS.flatMap((kind) =>
      subjects.map((subject) => ({
        ...{ reader, kind, subject, change: subject, other: null, half: false, actor: null },
      })),
    );
  };
  return (forgetful.length === 0 ? [STRANGERS] : anything(two, ids)).some((now) => from(0, 0, now));
}

const STRANGERS: Situation = { connected: false, open: null, state: null, blocked: [], sender: null };

/** All ways in which two people can stand. */
function anything({ low, high }: Two, ids: readonly number[]): Situation[] {
  const open = ids.flatMap((id) =>
    [low, high].flatMap((sender) =>
      (['PENDING', 'FILED', 'DECLINED', 'DROPPED'] as const).map((state) => ({
        ...STRANGERS,
        open: id,
        sender,
        state,
      })),
    ),
  );
  const blocked = [low, high].map((member) => ({ ...STRANGERS, blocked: [member] }));
  return [STRANGERS, { ...STRANGERS, connected: true }, ...blocked, ...open];
}

/** Stands for any invitation of which nothing is left; no other has this id. */
const FORGOTTEN = 0;

function invitations(deeds: readonly Deed[], { open }: Outlook): number[] {
  const about = deeds.flatMap(({ kind, subject }) =>
    kind.startsWith('INVITATION_') && subject !== null ? [subject] : [],
  );
  return [...new Set([...about, open ?? FORGOTTEN, FORGOTTEN])];
}

/** A change of which one side is left, as it was or as it can have been: the other may have heard anything of it. */
function readings({ low, high }: Two, deed: Deed): Deed[] {
  if (!deed.half) return [deed];
  const { kind: other, reader } = deed;
  const lost = PAIR_KINDS.map((kind) => {
    const subject = kind.startsWith('INVITATION_') ? deed.subject : reader;
    return actorsOf({ ...deed, other: kind }, { ...deed, reader: low + high - reader, kind, other, subject });
  });
  return [deed, ...lost];
}

const matches = (now: Situation, { connected, open, state, blocked }: Outlook): boolean =>
  now.connected === connected &&
  now.open === open &&
  now.state === state &&
  now.blocked.toSorted((a, b) => a - b).join() === blocked.join();
