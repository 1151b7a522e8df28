import { signIn } from './accounts';
import type { JobsDone } from './client/asked';
import { ClientProcess } from './client/client-process';
import { cpuOf, percentile } from './measure';
import { type Engine, openPlace, type Place } from './place';
import { decimal, print, progress, table, whole } from './report';
import { type ServerProcess, startServerProcess } from './server-process';

const LISTENERS = 400;
const CALLERS = [1, 16, 64];
const ROUNDS = 3;
const WARM_UP = 2000;
const LASTING = 3000;

interface Measured extends JobsDone {
  readonly callers: number;
  /** CPU time of a job, milliseconds. */
  readonly server: number;
  readonly mariadb: number;
  readonly redis: number;
}

/** The whole job, through a real server: A invites, B's socket hears, B accepts, A's socket hears. */
export async function job(): Promise<string> {
  const mariadb = await measureOn('mariadb');
  const embedded = await measureOn('embedded');
  const unloaded = [mariadb, embedded].map((all) => heardUnloaded(all));
  const loaded = cost(atMost(mariadb));
  return [
    '## The whole job',
    'A sends an invitation over HTTP, B hears of it on an open socket (sender’s name selected), B accepts over HTTP, A hears of the',
    `connection on an open socket. ${LISTENERS} sockets are open, all subscribed to \`events\`; everyone is a stranger to everyone.`,
    'The clients are one process of their own on the same machine; its CPU time is not counted.',
    `${ROUNDS} rounds of ${LASTING / 1000} s; “heard”: from sending a request to the frame on the other’s socket.`,
    '',
    table(HEAD, [...rows('MariaDB, Redis', mariadb), ...rows('embedded', embedded)]),
    '',
    `At 64 callers server and stores use **${decimal(loaded, 2)} ms** of CPU a job (wanted: at most 2). Unloaded, the other hears within`,
    `**${unloaded.map((ms) => decimal(ms)).join(' ms** (MariaDB) and **')} ms** (embedded) of the request at the median (wanted: at most 5 from the commit).`,
  ].join('\n');
}

async function measureOn(engine: Engine): Promise<Measured[]> {
  const place = await openPlace(engine);
  const client = new ClientProcess();
  try {
    const database = await place.openDatabase();
    const accounts = await signIn(place, database, LISTENERS);
    await database.close();
    const server = await startServerProcess({ ...place.env, DEMO: 'off' });
    try {
      await client.connect(server.url, accounts);
      return await rounds(place, server, client);
    } finally {
      await server.stop();
    }
  } finally {
    client.end();
    await place.close();
  }
}

async function rounds({ engine, stores }: Place, server: ServerProcess, client: ClientProcess): Promise<Measured[]> {
  progress(`job: warming up, ${engine}`);
  await client.jobs(16, WARM_UP);
  const all: Measured[] = [];
  const cpu = () => [server.pid, stores.mariadb, stores.redis].map((pid) => (pid === undefined ? 0 : cpuOf(pid)));
  for (let round = 1; round <= ROUNDS; round++)
    for (const callers of CALLERS) {
      const before = cpu();
      const done = await client.jobs(callers, LASTING);
      const [own = 0, mariadb = 0, redis = 0] = cpu().map((now, n) => (now - (before[n] ?? 0)) / 1000 / done.done);
      all.push({ ...done, callers, server: own, mariadb, redis });
      progress(`job: ${engine}, round ${round}, ${callers} callers: ${whole(done.done / done.seconds)} jobs/s`);
    }
  return all;
}

const HEAD = [
  ...['stores', 'callers', 'jobs/s', 'p50 ms', 'p99 ms', 'heard p50 ms', 'heard p99 ms'],
  ...['CPU ms/job', 'server', 'MariaDB', 'Redis'],
];

function rows(name: string, all: readonly Measured[]): string[][] {
  return CALLERS.map((callers) => {
    const rounds = all.filter((measured) => measured.callers === callers);
    const took = rounds.flatMap((measured) => measured.took);
    const heard = rounds.flatMap((measured) => measured.heard);
    return [
      ...[
        name,
        String(callers),
        whole(
          percentile(
            rounds.map(({ done, seconds }) => done / seconds),
            0.5,
          ),
        ),
      ],
      ...[took, heard].flatMap((times) => [decimal(percentile(times, 0.5)), decimal(percentile(times, 0.99))]),
      ...[cost(rounds), ...(['server', 'mariadb', 'redis'] as const).map((part) => middle(rounds, part))].map((ms) =>
        decimal(ms, 2),
      ),
    ];
  });
}

const atMost = (all: readonly Measured[]) => all.filter(({ callers }) => callers === Math.max(...CALLERS));

const middle = (rounds: readonly Measured[], part: 'server' | 'mariadb' | 'redis'): number =>
  percentile(
    rounds.map((measured) => measured[part]),
    0.5,
  );

const cost = (rounds: readonly Measured[]): number =>
  percentile(
    rounds.map(({ server, mariadb, redis }) => server + mariadb + redis),
    0.5,
  );

const heardUnloaded = (all: readonly Measured[]): number =>
  percentile(
    all.filter(({ callers }) => callers === 1).flatMap(({ heard }) => heard),
    0.5,
  );

if (require.main === module) print(job);
