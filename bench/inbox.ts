import { Ids } from '../src/database/ids';
import { signIn } from './accounts';
import { ClientProcess } from './client/client-process';
import { writeConnections } from './connections';
import { cpuOf, median } from './measure';
import { type Open, writeOpenInvitations } from './open-invitations';
import { type Engine, openPlace } from './place';
import { decimal, print, progress, table, times, whole } from './report';
import { startServerProcess } from './server-process';

/** Everybody has received a hundred; the reader has received a thousand. */
const EACH = 100;
const READER = 1000;
const NEIGHBOURS = 10;
/** Whom the reader knows; nobody of these has invited the reader. */
const FRIENDS = 25;
const SIZES = [10_000, 1_000_000];
const ENGINES = (['mariadb', 'embedded'] as const).filter(
  (engine) => !process.env.BENCH_ENGINE || engine === process.env.BENCH_ENGINE,
);
const ROUNDS = 5;
const LASTING = 700;
const DAY = 86_400_000;

const FILTERS = {
  'no filter': '',
  'without a note': 'filter: { hasNote: false }',
  'two of thirteen reasons': 'filter: { reasons: [HIRING, OTHER] }',
  'without a note, older than a month, oldest first':
    'filter: { hasNote: false, sentBefore: MONTH_AGO }, orderBy: OLDEST',
  'with mutual connections': 'filter: { hasMutualConnections: true }',
  'without mutual connections': 'filter: { hasMutualConnections: false }',
  'nothing matches': 'filter: { reasons: [MENTORSHIP_SEEK] }',
};

/** What a page of 20 received invitations costs, with filters, in a small database and in a large one. */
export async function inbox(): Promise<string> {
  const rows: string[][] = [];
  for (const engine of ENGINES) rows.push(...(await compareOn(engine)));
  return [
    '## The inbox as the database grows',
    `A page of 20 of a member who has received ${whole(READER)}, over HTTP from one caller, while ${SIZES.map(whole).join(' or ')} invitations are in the database,`,
    `${EACH} to everybody else. Everybody knows ${2 * NEIGHBOURS} others, and a third of them a friend of the reader. CPU of server and MariaDB together a page,`,
    `medians of ${ROUNDS} rounds of ${LASTING} ms. Wanted: at most 1.5×.`,
    '',
    table(['filter', 'stores', ...SIZES.map((size) => `µs at ${whole(size)}`), 'ratio'], rows),
  ].join('\n');
}

async function compareOn(engine: Engine): Promise<string[][]> {
  const found: number[][] = [];
  for (const size of SIZES) found.push(await measure(engine, size));
  const [small = [], large = []] = found;
  return Object.keys(FILTERS).map((name, n) => {
    const [from = Number.NaN, to = Number.NaN] = [small[n], large[n]];
    return [name, engine, whole(from), whole(to), times(to / from)];
  });
}

/** Microseconds of CPU for a page with each filter. */
async function measure(engine: Engine, size: number): Promise<number[]> {
  const place = await openPlace(engine);
  const client = new ClientProcess();
  try {
    const database = await place.openDatabase();
    const others = size / EACH;
    const [reader, ...signed] = await signIn(place, database, Math.max(others, READER) + FRIENDS + 1);
    if (!reader) throw new Error('There is nobody.');
    const all = signed.map(({ memberId }) => memberId);
    const [members, friends] = [all.slice(FRIENDS), all.slice(0, FRIENDS)];
    await writeOpenInvitations(database, new Ids(database), open(reader.memberId, members, others));
    await writeConnections(database, known(reader.memberId, members, friends));
    if (engine === 'mariadb') await database.run('ANALYZE TABLE invitation, pair, connection');
    await database.close();
    const server = await startServerProcess({ ...place.env, DEMO: 'off' });
    try {
      const cpu = () => cpuOf(server.pid) + (place.stores.mariadb === undefined ? 0 : cpuOf(place.stores.mariadb));
      const costs: number[] = [];
      for (const [name, filter] of Object.entries(FILTERS)) {
        const rounds: number[] = [];
        for (let round = 0; round <= ROUNDS; round++) {
          const before = cpu();
          const { done, sample } = await client.pages({
            ...{ url: server.url, callers: 1, milliseconds: LASTING, token: reader.token, body: asking(filter) },
          });
          if (sample.includes('errors')) throw new Error(sample);
          if (round > 0) rounds.push((cpu() - before) / done);
        }
        costs.push(median(rounds));
        progress(`inbox: ${engine}, ${whole(size)}, ${name}: ${decimal(median(rounds), 0)} µs`);
      }
      return costs;
    } finally {
      await server.stop();
    }
  } finally {
    client.end();
    await place.close();
  }
}

function asking(filter: string): string {
  const monthAgo = JSON.stringify(new Date(Date.now() - 30 * DAY));
  const query = `{ viewer { invitationsReceived(first: 20 ${filter.replace('MONTH_AGO', monthAgo)}) {
    pageInfo { hasNextPage endCursor } edges { node { id reason note sentAt sender { id name headline } } } } } }`;
  return JSON.stringify({ query });
}

/** A thousand to the reader, and a hundred to each of so many others, over the last sixty days. */
function open(reader: number, members: readonly number[], others: number): Open[] {
  const between = (sender: number, recipient: number, n: number): Open => {
    const sentAt = Date.now() - Math.floor((60 * DAY * (n + 1)) / (READER + 1));
    return { sender, recipient, sentAt, expiresAt: sentAt + 180 * DAY };
  };
  const toReader = members.slice(0, READER).map((sender, n) => between(sender, reader, n));
  const toOthers = members
    .slice(0, others)
    .flatMap((recipient, m) =>
      Array.from({ length: EACH }, (_, n) => between(members[(m + n + 1) % members.length] ?? reader, recipient, n)),
    );
  return [...toReader, ...toOthers];
}

/** Everybody knows the ten before and the ten after them; every third knows one of the reader's friends as well. */
function known(reader: number, members: readonly number[], friends: readonly number[]): [one: number, other: number][] {
  return [
    ...friends.map((friend): [number, number] => [reader, friend]),
    ...members.flatMap((member, m) => [
      ...members.slice(m + 1, m + 1 + NEIGHBOURS).map((other): [number, number] => [member, other]),
      ...friends.filter((_, f) => m % 3 === 0 && f === m % FRIENDS).map((friend): [number, number] => [member, friend]),
    ]),
  ];
}

if (require.main === module) print(inbox);
