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
  const ids = (l: number, h: number) => [
    ...new Set([FORGOTTEN, end.open ?? FORGOTTEN, ...next(low, l), ...next(high, h)]),
  ];
  const starts = forgetful.length === 0 ? [STRANGERS] : anything(two, ids(0, 0));
  const places = starts.map((now) => ({ l: 0, h: 0, now }));
  for (let place = places.pop(); place; place = places.pop()) {
    const { l, h, now } = place;
    const [mine, theirs] = [low[l], high[h]];
    if (!mine && !theirs && matches(now, end)) return true;
    const key = JSON.stringify(place);
    if (tried.has(key)) continue;
    tried.add(key);
    const take = (deeds: readonly Deed[], left: number, right: number) => {
      for (const deed of deeds)
        for (const then of nextOf(two, now, deed)) places.push({ l: left, h: right, now: then });
    };
    if (mine && theirs && mine.change === theirs.change) take([actorsOf(mine, theirs)], l + 1, h + 1);
    if (mine?.other === null) take(readings(two, mine), l + 1, h);
    if (theirs?.other === null) take(readings(two, theirs), l, h + 1);
    // What one of them heard alone, and lost, lies before the first that is left of their stream.
    if (l === 0 && high[h - 1]?.half && forgetful.includes(two.low)) take(lost(two.low, two.high, ids(l, h)), l, h);
    if (h === 0 && low[l - 1]?.half && forgetful.includes(two.high)) take(lost(two.high, two.low, ids(l, h)), l, h);
  }
  return false;
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

/** The invitation that comes next in a stream. One that is open now is that of either stream, is open still, or is lost. */
function next(deeds: readonly Deed[], from: number): number[] {
  const deed = deeds.find(({ kind }, index) => index >= from && kind.startsWith('INVITATION_'));
  return deed?.subject ? [deed.subject] : [];
}

/** All that can have come to the reader alone. */
const lost = (reader: number, peer: number, ids: readonly number[]): Deed[] =>
  PAIR_KINDS.flatMap((kind) =>
    [peer, ...ids].map((subject) => ({
      ...{ reader, kind, subject, change: subject, other: null, half: false, actor: null },
    })),
  );

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
