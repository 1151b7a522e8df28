import type { Sql } from '../../src/database/database';
import { marks } from '../../src/database/rows';
import type { PairCommand } from '../../src/relationships/command';
import { type PairRow, pairState, readPairs } from '../../src/relationships/read.queries';
import { emptyPair, type PairState, pairKey } from '../../src/relationships/relationship-state';

const SOME_TIME = 30 * 86_400_000;

/** Something that one of the members might do now, after a look that may be out of date when it is done. */
export async function likelyCommand(sql: Sql, members: readonly number[]): Promise<PairCommand | undefined> {
  const [actor, peer] = [anyOf(members), anyOf(members)];
  return actor === peer ? undefined : likelyBetween(actor, peer, await readPairs(sql, [ordered(actor, peer)]));
}

/** What many callers at once might do: those that ask while a look at all pairs is under way share it. The members know nobody else. */
export function likelyCommands(sql: Sql, members: readonly number[]): () => Promise<PairCommand | undefined> {
  let looking: Promise<ReadonlyMap<string, PairState>> | undefined;
  return async () => {
    const [actor, peer] = [anyOf(members), anyOf(members)];
    if (actor === peer) return undefined;
    looking ??= pairsOf(sql, members).finally(() => {
      looking = undefined;
    });
    return likelyBetween(actor, peer, await looking);
  };
}

async function pairsOf(sql: Sql, members: readonly number[]): Promise<Map<string, PairState>> {
  const rows = await sql.query<PairRow>(`SELECT * FROM pair WHERE low_id IN (${marks(members.length)})`, members);
  return new Map(rows.map((row) => [pairKey(row.low_id, row.high_id), pairState(row)]));
}

const ordered = (one: number, other: number): [low: number, high: number] =>
  one < other ? [one, other] : [other, one];

function likelyBetween(actor: number, peer: number, pairs: ReadonlyMap<string, PairState>): PairCommand {
  const [low, high] = ordered(actor, peer);
  const pair = pairs.get(pairKey(low, high)) ?? emptyPair(low, high);
  const [mine, theirs] = actor === low ? [pair.lowSide, pair.highSide] : [pair.highSide, pair.lowSide];
  const invite = {
    kind: 'invite',
    actor,
    peer,
    reason: 'COLLEAGUE',
    context: null,
    note: null,
    origin: 'DIRECT',
  } as const;
  if (mine.blockedAt !== null) return { kind: 'unblock', actor, peer };
  if (Math.random() < 0.05) return { kind: 'block', actor, peer };
  if (pair.connectedAt !== null) return { kind: 'disconnect', actor, peer };
  if (theirs.unknown && Math.random() < 0.3) return { kind: 'allow', actor, peer };
  if (!pair.open) return invite;
  const invitation = pair.open.id;
  if (pair.open.sender === actor)
    return anyOf<PairCommand>([
      { kind: 'withdraw', actor, invitation },
      { kind: 'reply', actor, invitation, text: 'At the conference in Lisbon.' },
    ]);
  return anyOf<PairCommand>([
    { kind: 'accept', actor, invitation, origin: 'DIRECT' },
    { kind: 'decline', actor, invitation, report: anyOf(['NONE', 'UNKNOWN_SENDER', 'SPAM']) },
    { kind: 'undoDecline', actor, invitation },
    { kind: 'ask', actor, invitation, text: 'Where did we meet?' },
    { kind: 'snooze', actor, invitation, until: anyOf([null, Date.now() + SOME_TIME]) },
    invite,
  ]);
}

function anyOf<T>(list: readonly T[]): T {
  const drawn = list[Math.floor(Math.random() * list.length)];
  if (drawn === undefined) throw new Error('There is nothing to choose from.');
  return drawn;
}
