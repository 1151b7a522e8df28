import { setTimeout as delay } from 'node:timers/promises';
import { Ids } from '../src/database/ids';
import { Lane } from '../src/events/lane';
import { Scheduler } from '../src/invitations/scheduler';
import { createLogger } from '../src/logger';
import { isRefusal } from '../src/relationships/command';
import { Door, type DoorOptions } from '../src/relationships/door';
import { median, percentile } from './measure';
import { writeOpenInvitations } from './open-invitations';
import { Strangers, settle } from './people';
import { type Engine, openPlace } from './place';
import { decimal, print, progress, table, times } from './report';

/** Each of the senders has sent 500, as many as may be open at once. */
const SENDERS = 200;
const RECIPIENTS = 500;
const DUE = SENDERS * RECIPIENTS;
const ENGINES = (['mariadb', 'embedded'] as const).filter(
  (engine) => !process.env.BENCH_ENGINE || engine === process.env.BENCH_ENGINE,
);
/** Writes by others, a second. */
const RATES = (process.env.BENCH_RATES ?? '100,400').split(',').map(Number);
const WARM_UP = 5000;
const ALONE = 30_000;
const DAY = 86_400_000;

/** How long 100,000 invitations take to expire, and what members who write meanwhile feel of it. */
export async function expiry(): Promise<string> {
  const rows: string[][] = [];
  for (const engine of ENGINES) for (const rate of RATES) rows.push(await measure(engine, rate));
  return [
    '## Expiry of 100,000 invitations',
    `All due, from ${SENDERS} senders, while others send invitations to strangers through the same process at a constant rate; a write is`,
    `timed from the moment it was due. “Alone” is the same writes for ${ALONE / 1000} s before and ${ALONE / 1000} s after, without anything that expires. Wanted:`,
    'at most 60 s, and a p99 of at most 2× as long.',
    '',
    table(
      ['stores', 'writes/s', 'seconds', 'p50 ms alone', 'meanwhile', 'p99 ms alone', 'meanwhile', 'p99 ratio'],
      rows,
    ),
  ].join('\n');
}

async function measure(engine: Engine, rate: number): Promise<string[]> {
  const place = await openPlace(engine);
  const database = await place.openDatabase();
  try {
    const ids = new Ids(database);
    const { policy, limits } = place.config;
    const { batch, waitingCommands: waiting } = limits;
    const openDoor = async (more: Pick<DoorOptions, 'aside'> = {}) => {
      const lane = await Lane.open(database, ids, 'bench:expiry');
      return new Door({ database, ids, lane, policy, batch, waiting, committed: () => {}, ...more });
    };
    const door = await openDoor();
    const sideDoor = await openDoor({ aside: { people: door, most: limits.aside } });
    const scheduler = new Scheduler(database, sideDoor, createLogger({ level: 'silent' }));
    const members = await settle(database, ids, SENDERS + RECIPIENTS);
    await writeOpenInvitations(database, ids, due(members.slice(0, SENDERS), members.slice(SENDERS)));
    const strangers = new Strangers(await settle(database, ids, 5000));
    const write = async () => {
      const [actor, peer] = strangers.draw();
      const outcomes = await door.submit([
        { kind: 'invite', actor, peer, reason: 'COLLEAGUE', context: null, note: null, origin: 'DIRECT' },
      ]);
      if (!outcomes.every((outcome) => !isRefusal(outcome))) throw new Error(`Refused: ${JSON.stringify(outcomes)}`);
    };
    await atRate(rate, write, delay(WARM_UP));
    const alone = await atRate(rate, write, delay(ALONE));
    const begun = performance.now();
    const sweep = scheduler.sweep();
    const meanwhile = await atRate(rate, write, sweep);
    const seconds = (performance.now() - begun) / 1000;
    if ((await sweep)?.expired !== DUE) throw new Error('Not all have expired.');
    // What the disk does changes within minutes: the same again on the other side of the sweep.
    alone.push(...(await atRate(rate, write, delay(ALONE))));
    const p99 = { alone: percentile(alone, 0.99), meanwhile: percentile(meanwhile, 0.99) };
    const row = [
      ...[engine, String(rate), decimal(seconds), decimal(median(alone)), decimal(median(meanwhile))],
      ...[decimal(p99.alone), decimal(p99.meanwhile), times(p99.meanwhile / p99.alone)],
    ];
    progress(`expiry: ${row.join(' ')}`);
    return row;
  } finally {
    await database.close();
    await place.close();
  }
}

/** Everybody's invitation to everybody, over for a day at least. */
function due(senders: readonly number[], recipients: readonly number[]) {
  const first = Date.now() - 2 * DAY;
  return senders.flatMap((sender, s) =>
    recipients.map((recipient, r) => {
      const expiresAt = first + s * RECIPIENTS + r;
      return { sender, recipient, sentAt: expiresAt - 180 * DAY, expiresAt };
    }),
  );
}

/** Begins so much work a second, whether or not the last is done, until `over`; milliseconds from when each was due. */
async function atRate(rate: number, work: () => Promise<void>, over: Promise<unknown>): Promise<number[]> {
  let going = true;
  const stop = () => {
    going = false;
  };
  void over.then(stop, stop);
  const took: number[] = [];
  const all: Promise<void>[] = [];
  for (let next = performance.now(); going; next += 1000 / rate) {
    const early = next - performance.now();
    if (early > 0) await delay(early);
    const dueAt = next;
    all.push(work().then(() => void took.push(performance.now() - dueAt)));
  }
  await Promise.all(all);
  return took;
}

if (require.main === module) print(expiry);
