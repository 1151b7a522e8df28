import { Ids } from '../src/database/ids';
import { Lane } from '../src/events/lane';
import { type Invite, isRefusal, type Outcome } from '../src/relationships/command';
import { Door } from '../src/relationships/door';
import { ByHand } from './arms/by-hand';
import { ByTypeorm } from './arms/by-typeorm';
import { Lanes } from './arms/lanes';
import { cpuOf, load, median, ownCpu } from './measure';
import { Strangers, settle } from './people';
import { openPlace, type Place } from './place';
import { decimal, print, progress, table, times, whole } from './report';

const MEMBERS = 5000;
const CALLERS = [1, 64, 256];
const ROUNDS = 3;
const WARM_UP = 700;
const LASTING = 1500;

type Submit = (command: Invite) => Promise<Outcome | undefined>;

interface Measured {
  readonly rate: number;
  /** CPU time per command, microseconds. */
  readonly node: number;
  readonly mariadb: number;
}

/** Commands per second through the door, beside one transaction per command. */
export async function door(): Promise<string> {
  const place = await openPlace('mariadb');
  try {
    return await compare(place);
  } finally {
    await place.close();
  }
}

async function compare(place: Place): Promise<string> {
  const database = await place.openDatabase();
  const ids = new Ids(database);
  const strangers = new Strangers(await settle(database, ids, MEMBERS));
  const { policy, limits } = place.config;
  const lanes = await Lanes.open(database, ids, limits.databaseConnections);
  const lane = await Lane.open(database, ids, 'bench:door');
  const { batch, waitingCommands: waiting } = limits;
  const theDoor = new Door({ database, ids, lane, policy, batch, waiting, committed: () => {} });
  const byHand = new ByHand(database, ids, lanes, policy);
  const byTypeorm = new ByTypeorm(database, ids, lanes, policy);
  const arms: readonly (readonly [name: string, submit: Submit])[] = [
    ['the door', async (command) => (await theDoor.submit([command]))[0]],
    ['the same statements by hand, a transaction each', (command) => byHand.submit(command)],
    ['TypeORM find and save, a transaction each', (command) => byTypeorm.submit(command)],
  ];
  const mariadb = place.stores.mariadb ?? 0;
  const once = (submit: Submit, callers: number, lasting: number) =>
    measure(mariadb, callers, lasting, () => invite(submit, strangers));

  for (const [name, submit] of arms) {
    progress(`door: warming up ${name}`);
    await once(submit, 64, WARM_UP);
  }
  const measured = new Map<string, Measured[]>();
  for (let round = 1; round <= ROUNDS; round++)
    for (const callers of CALLERS)
      for (const [name, submit] of arms) {
        const found = await once(submit, callers, LASTING);
        progress(`door: round ${round}, ${callers} callers, ${name}: ${whole(found.rate)}/s`);
        const key = `${name} ${callers}`;
        measured.set(key, [...(measured.get(key) ?? []), found]);
      }
  await database.close();
  return report(
    arms.map(([name]) => name),
    (name, callers) => middle(measured.get(`${name} ${callers}`) ?? []),
  );
}

async function measure(
  mariadb: number,
  callers: number,
  lasting: number,
  work: () => Promise<void>,
): Promise<Measured> {
  const [node, stores] = [ownCpu(), cpuOf(mariadb)];
  const { done, seconds } = await load(callers, lasting, work);
  return { rate: done / seconds, node: (ownCpu() - node) / done, mariadb: (cpuOf(mariadb) - stores) / done };
}

async function invite(submit: Submit, strangers: Strangers): Promise<void> {
  const [actor, peer] = strangers.draw();
  const outcome = await submit({
    ...{ kind: 'invite', actor, peer, reason: 'MET_IN_PERSON', context: 'Kafka meetup, Lisbon, May 2026' },
    ...{ note: 'Your talk on exactly-once delivery stayed with me. Shall we stay in touch?', origin: 'DIRECT' },
  });
  if (!outcome || isRefusal(outcome)) throw new Error(`An invitation was refused: ${JSON.stringify(outcome)}`);
}

function middle(all: readonly Measured[]): Measured {
  return {
    rate: median(all.map(({ rate }) => rate)),
    node: median(all.map(({ node }) => node)),
    mariadb: median(all.map(({ mariadb }) => mariadb)),
  };
}

function report(arms: readonly string[], of: (arm: string, callers: number) => Measured): string {
  const [first = ''] = arms;
  const rows = CALLERS.flatMap((callers) =>
    arms.map((arm) => {
      const { rate, node, mariadb } = of(arm, callers);
      const ahead = arm === first ? '' : times(of(first, callers).rate / rate);
      return [arm, String(callers), whole(rate), whole(node), whole(mariadb), ahead];
    }),
  );
  const [hand, typeorm] = arms.slice(1).map((arm) => of(first, 64).rate / of(arm, 64).rate);
  return [
    '## The door: invitations per second',
    `Invitations with a note between strangers among ${whole(MEMBERS)} members; quotas, the cap of open invitations, blocks and`,
    'cool-downs are checked, and pair, invitation, notification, two numbered events, both counters and the lane are written.',
    `Each commit is on disk. The three ways take turns on one server, ${ROUNDS} rounds of ${LASTING / 1000} s; medians.`,
    '',
    table(['way', 'callers', 'commands/s', 'Node µs', 'MariaDB µs', 'the door is ahead'], rows),
    '',
    `At 64 callers the door is **${decimal(typeorm ?? 0)}×** TypeORM (wanted: 20×) and **${decimal(hand ?? 0)}×** the statements by hand (wanted: 4×).`,
  ].join('\n');
}

if (require.main === module) print(door);
