import { setTimeout as delay } from 'node:timers/promises';
import { signIn } from './accounts';
import { News } from './listeners/news';
import { Crowds, MeasuredServer } from './listeners/processes';
import { cpuOf, percentile } from './measure';
import { type Engine, openPlace } from './place';
import { decimal, print, progress, table, whole } from './report';

const LISTENERS = Number(process.env.BENCH_LISTENERS ?? 10_000);
const WARM_UP = 500;
const INVITATIONS_PER_SECOND = 500;
/** Members who are told of each invitation. */
const TOLD = 2;
const LASTING = 8000;
/** How long it has gone on like that before anything is timed: by then the server's code is compiled. Milliseconds. */
const BEFORE = 8000;
/** After which everything is settled that comes with opening sockets. Milliseconds. */
const SETTLED = 2000;

interface Measured {
  readonly rss: number;
  readonly heap: number;
  readonly took: readonly number[];
  /** Share of a processor that the server used while it delivered. */
  readonly busy: number;
  readonly opened: number;
  readonly back: number;
  readonly serving: number;
  readonly storm: number;
}

/** Ten thousand idle listeners on one process: what each holds, how soon each hears, how soon all are back. */
export async function listeners(): Promise<string> {
  const engines: readonly Engine[] = process.env.BENCH_ENGINES === 'embedded' ? ['embedded'] : ['embedded', 'mariadb'];
  const rows: string[][] = [];
  for (const engine of engines)
    rows.push([engine === 'embedded' ? engine : 'MariaDB, Redis', ...row(await measureOn(engine))]);
  return [
    '## Many who listen',
    `${whole(LISTENERS)} members, each with a WebSocket of their own to one server process, subscribed to \`events\`. Memory: after a full collection,`,
    `less what the server held after ${WARM_UP} had come and gone. Heard: from sending an invitation over HTTP to the frame on the recipient’s`,
    `socket, at ${TOLD * INVITATIONS_PER_SECOND} events a second for ${LASTING / 1000} s, after ${BEFORE / 1000} s of the same. Back: the server is killed and started anew; each client comes as`,
    '`docs/delivery.md` says, and the last one has its checkpoint. Storm: all connections are cut at one moment, everybody comes back with the',
    'last cursor without any pause, and the last one has its checkpoint. Wanted: 10 kB, 20 ms at p99, 20 s, 20 s.',
    '',
    table(HEAD, rows),
  ].join('\n');
}

const HEAD = [
  ...['stores', 'kB RSS each', 'kB heap each', 'heard p50 ms', 'heard p99 ms', 'server busy %'],
  ...['opened s', 'serving again s', 'all back s', 'storm s'],
];

function row({ rss, heap, took, busy, opened, back, serving, storm }: Measured): string[] {
  return [
    ...[rss, heap].map((bytes) => decimal(bytes / LISTENERS / 1000)),
    ...[0.5, 0.99].map((share) => decimal(percentile(took, share))),
    ...[whole(busy * 100), ...[opened, serving, back, storm].map((ms) => decimal(ms / 1000))],
  ];
}

async function measureOn(engine: Engine): Promise<Measured> {
  const place = await openPlace(engine);
  const crowds = new Crowds(2);
  let server: MeasuredServer | undefined;
  try {
    const database = await place.openDatabase();
    const accounts = await signIn(place, database, LISTENERS);
    await database.close();
    const env = { ...place.env, DEMO: 'off', LOG_LEVEL: 'warn', SOCKETS_PER_ADDRESS: '1000000' };
    server = await MeasuredServer.start(env);
    await crowds.come(server.url, accounts.slice(0, WARM_UP));
    await crowds.leave();
    await delay(SETTLED);
    const before = await server.memory();
    const opening = performance.now();
    await crowds.come(server.url, accounts);
    const opened = performance.now() - opening;
    progress(`listeners: ${engine}, all there after ${whole(opened)} ms`);
    await delay(SETTLED);
    const after = await server.memory();
    const memory = { rss: after.rss - before.rss, heap: after.heap - before.heap };
    progress(`listeners: ${engine}, ${JSON.stringify({ before, after })}`);
    const { took, busy } = await measured(new News(server.url, accounts, INVITATIONS_PER_SECOND), server, crowds);
    progress(`listeners: ${engine}, p50 ${decimal(percentile(took, 0.5))} p99 ${decimal(percentile(took, 0.99))}`);
    const cut = await crowds.cut();
    const storm = (await crowds.gathered()) - cut;
    progress(`listeners: ${engine}, all back after the storm after ${whole(storm)} ms`);
    const killed = now();
    await server.kill();
    server = await MeasuredServer.start({ ...env, PORT: new URL(server.url).port });
    const serving = now() - killed;
    const back = (await crowds.gathered()) - killed;
    progress(`listeners: ${engine}, all back after ${whole(back)} ms`);
    return { ...memory, took, busy, opened, back, serving, storm };
  } finally {
    crowds.end();
    await server?.kill();
    await place.close();
  }
}

const now = () => performance.timeOrigin + performance.now();

/** Sends invitations at a steady pace. Throws when any is not heard, in order, by everybody who is told of it. */
async function measured(news: News, server: MeasuredServer, crowds: Crowds): Promise<Pick<Measured, 'took' | 'busy'>> {
  await news.during(delay(BEFORE));
  const before = await crowds.heard();
  const [cpu, begun] = [cpuOf(server.pid), performance.now()];
  await news.during(delay(LASTING));
  const busy = (cpuOf(server.pid) - cpu) / 1000 / (performance.now() - begun);
  await delay(SETTLED);
  news.close();
  const { took, events, disordered } = await crowds.heard();
  // What never comes, or after that, would be missing in the times.
  const missing = TOLD * news.sent - before.events - events;
  if (missing + before.disordered + disordered !== 0)
    throw new Error(`${missing} events were not heard, ${before.disordered + disordered} were out of order.`);
  return { took, busy };
}

if (require.main === module) print(listeners);
