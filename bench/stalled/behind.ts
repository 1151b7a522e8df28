import type { Database } from '../../src/database/database';
import { Ids } from '../../src/database/ids';
import { Lane } from '../../src/events/lane';
import { cursorKey } from '../../src/events/lineage.queries';
import { readHead } from '../../src/events/stream.queries';
import { StreamCursors } from '../../src/events/stream-cursor';
import { isRefusal } from '../../src/relationships/command';
import { Door } from '../../src/relationships/door';
import { type Signed, signIn } from '../accounts';
import type { Guest } from '../listeners/crowd';
import { settle } from '../people';
import type { Place } from '../place';

interface Numbers {
  readonly listeners: number;
  readonly away: number;
  readonly pending: number;
}

/** Members who listen, and members who were away while each was sent so many invitations: their cursors are from before. */
export async function signInBehind(
  place: Place,
  numbers: Numbers,
): Promise<{ listeners: readonly Guest[]; away: readonly Guest[] }> {
  const database = await place.openDatabase();
  try {
    const listeners = await signIn(place, database, numbers.listeners);
    const members = await signIn(place, database, numbers.away);
    const cursors = new StreamCursors(await cursorKey(database));
    const away = await Promise.all(
      members.map(async (member) => {
        const head = await readHead(database, member.memberId);
        if (!head) throw new Error('A member has no stream.');
        return { ...member, cursor: cursors.encode(member.memberId, head) };
      }),
    );
    await invite(place, database, members, numbers.pending);
    return { listeners, away };
  } finally {
    await database.close();
  }
}

/** By the door itself: over HTTP it would take minutes. */
async function invite(
  { config }: Place,
  database: Database,
  recipients: readonly Signed[],
  times: number,
): Promise<void> {
  const ids = new Ids(database);
  const { policy, limits } = config;
  const door = new Door({
    ...{ database, ids, policy, batch: limits.batch, waiting: limits.waitingCommands, committed: () => {} },
    lane: await Lane.open(database, ids, 'bench:stalled'),
  });
  const senders = await settle(database, ids, times);
  const commands = senders.flatMap((actor) =>
    recipients.map(({ memberId: peer }) => ({
      ...{ kind: 'invite' as const, actor, peer, reason: 'MET_IN_PERSON', context: null, origin: 'DIRECT' as const },
      note: 'Your talk on exactly-once delivery stayed with me. Shall we stay in touch?',
    })),
  );
  for (let from = 0; from < commands.length; from += limits.batch) {
    const outcomes = await door.submit(commands.slice(from, from + limits.batch));
    if (outcomes.some(isRefusal)) throw new Error(`Refused: ${JSON.stringify(outcomes.find(isRefusal))}`);
  }
}
