import { violations } from '../../src/audit/violations';
import type { Policy } from '../../src/policy';
import { isRefusal, type Outcome, type PairCommand } from '../../src/relationships/command';
import { createStore, type OpenDoor, openDoor, people, type Store } from '../kit/door';
import { damagedCopy, Racers } from './racers';
import type { Report } from './worker';

/** Whom a scenario is about: a new two for each of so many rounds, all of which race at once. */
const ROUNDS = 40;
/** What each process does; more where there is time for it. */
const MINGLED = Number(process.env.RAPPORT_RACE ?? 400);
/** Of that among one ten; then come ten others. With no quota, each invitation counts all that its sender sent this week. */
const AMONG_TEN = 1_000;
const MINGLING = 120_000 + MINGLED * 20;
const QUOTA = 5;
const EACH_WAITS_FOR_NOTHING: Partial<Policy> = {
  ...{ quotaPerDay: 1e9, quotaPerWeek: 1e9, openLimit: 1e9, networkLimit: 1e9 },
  ...{ withdrawCooldown: 0, blockCooldown: 0 },
};

let store: Store;
let own: OpenDoor;
let racers: Racers;

beforeAll(async () => {
  store = await createStore('mariadb');
  own = await openDoor(store.config, { policy: { quotaPerDay: QUOTA } });
  racers = Racers.start();
}, 120_000);

afterAll(async () => {
  await racers.stop();
  await own.close();
  await store.remove();
});

describe.each([1, 64])('Four processes, at most %i commands in a transaction', (batch) => {
  beforeAll(() => racers.all(opening(batch, { quotaPerDay: QUOTA })), 60_000);

  test('when two invite each other on all of them, they are connected once', async () => {
    const twos = await pairsOfPeople();
    const there = twos.map(([ada, ben]) => invite(ada, ben));
    const back = twos.map(([ada, ben]) => invite(ben, ada));
    const results = await racers.race([there, back, there, back]);
    for (const round of rounds(results)) {
      expect(round.filter((o) => !isRefusal(o))).toHaveLength(2);
      expect(round.filter((o) => !isRefusal(o) && o.connected)).toHaveLength(1);
    }
    expect(await connectionsAmong(twos)).toBe(ROUNDS);
  }, 120_000);

  test('when Ben accepts four times at once, one of them does it', async () => {
    const { twos, invitations } = await invited();
    const accepts = twos.map(([, ben], n) => accept(ben, invitations[n]));
    for (const round of rounds(await racers.race([accepts, accepts, accepts, accepts])))
      expect(answers(round)).toEqual(['ALREADY_ANSWERED', 'ALREADY_ANSWERED', 'ALREADY_ANSWERED', 'done']);
    expect(await connectionsAmong(twos)).toBe(ROUNDS);
  }, 120_000);

  test('when Ada withdraws while Ben accepts, either happens and not both', async () => {
    const { twos, invitations } = await invited();
    const accepts = twos.map(([, ben], n) => accept(ben, invitations[n]));
    const withdrawals = twos.map(([ada], n) => withdraw(ada, invitations[n]));
    const results = await racers.race([accepts, withdrawals, withdrawals, accepts]);
    for (const round of rounds(results)) expect(answers(round).filter((answer) => answer === 'done')).toHaveLength(1);
    const accepted = results.flat().filter((o) => !isRefusal(o) && o.connected).length;
    expect(await connectionsAmong(twos)).toBe(accepted);
  }, 120_000);

  test('when Ada blocks Ben while he accepts, they end unconnected', async () => {
    const { twos, invitations } = await invited();
    const accepts = twos.map(([, ben], n) => accept(ben, invitations[n]));
    const blocks = twos.map(([ada, ben]): PairCommand => ({ kind: 'block', actor: ada, peer: ben }));
    const results = await racers.race([accepts, blocks, blocks, accepts]);
    for (const [first, second, third, fourth] of rounds(results)) {
      expect(answers([second, third])).toEqual(['MEMBER_BLOCKED', 'done']);
      expect(answers([first, fourth])).toContainEqual(expect.stringMatching(/NOT_FOUND|ALREADY_ANSWERED/));
    }
    expect(await connectionsAmong(twos)).toBe(0);
  }, 120_000);

  test('with one invitation left for today, four at once send one', async () => {
    const senders = await people(own.database, ROUNDS);
    const others = await people(own.database, QUOTA + 3);
    const spent = senders.flatMap((sender) => others.slice(0, QUOTA - 1).map((other) => invite(sender, other)));
    await own.door.submit(spent);
    const lists = others.slice(QUOTA - 1).map((other) => senders.map((sender) => invite(sender, other)));
    for (const round of rounds(await racers.race(lists)))
      expect(answers(round)).toEqual(['QUOTA_EXCEEDED', 'QUOTA_EXCEEDED', 'QUOTA_EXCEEDED', 'done']);
  }, 120_000);

  test('nothing of all that broke a promise', async () => {
    expect(await violations(own.database, own.policy)).toEqual([]);
  }, 120_000);
});

describe.each([1, 64])('Ten people whom everyone wants, at most %i commands in a transaction', (batch) => {
  test(
    'do things by the hundreds through four processes, and no promise is broken',
    async () => {
      await racers.all(opening(batch, EACH_WAITS_FOR_NOTHING));
      const { done, commands, failures, deadlocks } = await mingle(racers);
      const share = Math.round((100 * done) / commands);
      console.log(`batch ${batch}: ${commands} commands, ${share} % committed, ${deadlocks} deadlocks`);
      expect(failures).toEqual([]);
      expect(share).toBeGreaterThanOrEqual(30);
      expect(deadlocks).toBeLessThanOrEqual(1 + commands / 10_000);
      expect(await violations(own.database, { ...own.policy, ...EACH_WAITS_FOR_NOTHING })).toEqual([]);
    },
    MINGLING,
  );
});

test('Four processes that lock nobody are caught', async () => {
  const { dist, remove } = await damagedCopy(
    'src/relationships/member-facts.queries.js',
    '{tx.dialect.forUpdate}',
    "{''}",
  );
  const careless = Racers.start(dist);
  await careless.all(opening(64, EACH_WAITS_FOR_NOTHING));
  await mingle(careless);
  await careless.stop();
  await remove();
  const found = await violations(own.database, { ...own.policy, ...EACH_WAITS_FOR_NOTHING });
  expect(found.length).toBeGreaterThan(0);
}, 120_000);

const opening = (batch: number, policy: Partial<Policy>) =>
  ({ kind: 'open', databaseUrl: store.config.databaseUrl ?? '', batch, policy }) as const;

async function mingle(among: Racers) {
  const reports: Report[] = [];
  for (let left = MINGLED; left > 0; left -= AMONG_TEN) {
    const members = await people(own.database, 10);
    const commands = Math.min(left, AMONG_TEN);
    reports.push(...(await among.all({ kind: 'mingle', members, callers: 16, commands })));
  }
  const outcomes = reports.flatMap((report) => report.outcomes);
  return {
    commands: outcomes.length,
    done: outcomes.filter((outcome) => outcome !== null && !isRefusal(outcome)).length,
    failures: reports.flatMap((report) => report.failures),
    deadlocks: reports.reduce((sum, report) => sum + report.deadlocks, 0),
  };
}

type Two = readonly [ada: number, ben: number];

async function pairsOfPeople(): Promise<Two[]> {
  const ids = await people(own.database, 2 * ROUNDS);
  return Array.from({ length: ROUNDS }, (_, n) => [ids[2 * n] ?? 0, ids[2 * n + 1] ?? 0]);
}

async function invited(): Promise<{ twos: Two[]; invitations: number[] }> {
  const twos = await pairsOfPeople();
  const outcomes = await own.door.submit(twos.map(([ada, ben]) => invite(ada, ben)));
  return { twos, invitations: outcomes.flatMap((o) => (isRefusal(o) ? [] : (o.invitation ?? []))) };
}

/** The outcomes of each round, one of each process. */
const rounds = (results: readonly (readonly Outcome[])[]): Outcome[][] =>
  Array.from({ length: ROUNDS }, (_, n) => results.flatMap((outcomes) => outcomes[n] ?? []));

const answers = (outcomes: readonly (Outcome | undefined)[]): string[] =>
  outcomes.map((o) => (o === undefined ? 'none' : isRefusal(o) ? o.refused : 'done')).toSorted();

async function connectionsAmong(twos: readonly Two[]): Promise<number> {
  const rows = await own.database.query<{ member_id: number; peer_id: number }>(
    'SELECT member_id, peer_id FROM connection',
  );
  const known = new Set(rows.map((row) => `${row.member_id} ${row.peer_id}`));
  return twos.filter(([ada, ben]) => known.has(`${ada} ${ben}`) && known.has(`${ben} ${ada}`)).length;
}

const invite = (actor: number, peer: number): PairCommand => ({
  ...{ kind: 'invite', actor, peer, reason: 'COLLEAGUE', context: null, note: null, origin: 'DIRECT' },
});
const accept = (actor: number, invitation = 0): PairCommand => ({
  kind: 'accept',
  actor,
  invitation,
  origin: 'DIRECT',
});
const withdraw = (actor: number, invitation = 0): PairCommand => ({ kind: 'withdraw', actor, invitation });
