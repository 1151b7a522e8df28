import { violations } from '../../src/audit/violations';
import { KEPT } from '../../src/erasure/mentions';
import { isRefusal, type PairCommand } from '../../src/relationships/command';
import { createStore, type OpenDoor, openDoor, people, type Store } from '../kit/door';
import { placesOf, withLargeIds } from '../kit/schema-walk';
import { Racers } from './racers';

const ROUNDS = 30;
const WITHOUT_WAITING = {
  ...{ quotaPerDay: 1e9, quotaPerWeek: 1e9, openLimit: 1e9, networkLimit: 1e9, answersPerHour: 1e9 },
  ...{ withdrawCooldown: 0, blockCooldown: 0 },
};

let store: Store;
let own: OpenDoor;
let racers: Racers;

beforeAll(async () => {
  store = await createStore('mariadb');
  own = await openDoor(store.config, { policy: WITHOUT_WAITING });
  await withLargeIds(own.database);
  racers = Racers.start();
  const databaseUrl = store.config.databaseUrl ?? '';
  await racers.all({ kind: 'open', databaseUrl, batch: 16, policy: WITHOUT_WAITING });
}, 60_000);

afterAll(async () => {
  await racers.stop();
  await own.close();
  await store.remove();
});

const check = () => violations(own.database, { ...own.policy, ...WITHOUT_WAITING });
const leftOf = async (members: readonly number[]) =>
  (await placesOf(own.database, members)).filter((place) => !KEPT[place]);

test('when Ada is erased by two processes while Ben accepts and Cyd invites her, nothing of her is left and no promise broken', async () => {
  const all = await people(own.database, 3 * ROUNDS);
  const trios = Array.from({ length: ROUNDS }, (_, n) => all.slice(3 * n, 3 * n + 3));
  const invited = await own.door.submit(trios.map(([ada = 0, ben = 0]) => invite(ada, ben)));
  const accepts = trios.map(([, ben = 0], n): PairCommand => {
    const outcome = invited[n];
    return {
      kind: 'accept',
      actor: ben,
      invitation: outcome && 'change' in outcome ? outcome.change : 0,
      origin: 'DIRECT',
    };
  });
  const erased = trios.map(([ada = 0]) => ada);
  const invitations = trios.map(([ada = 0, , cyd = 0]) => invite(cyd, ada));
  const reports = await racers.each([
    { kind: 'erase', members: erased },
    { kind: 'submit', commands: accepts },
    { kind: 'submit', commands: invitations },
    { kind: 'erase', members: erased },
  ]);
  expect(reports.flatMap(({ failures }) => failures)).toEqual([]);
  const refused = reports.flatMap(({ outcomes }) => outcomes).filter((o) => o !== null && isRefusal(o));
  expect(refused.filter((o) => o !== null && 'refused' in o && o.refused !== 'NOT_FOUND')).toEqual([]);
  expect(await check()).toEqual([]);
  expect(await leftOf(erased)).toEqual([]);
}, 60_000);

test('while three processes do what they like among ten people, a fourth erases six of them, one after the other', async () => {
  const members = await people(own.database, 10);
  const mingle = { kind: 'mingle', members, callers: 8, commands: 300 } as const;
  for (const leaving of [members.slice(0, 1), members.slice(1, 3), members.slice(3, 6)]) {
    const reports = await racers.each([mingle, mingle, mingle, { kind: 'erase', members: leaving }]);
    expect(reports.flatMap(({ failures }) => failures)).toEqual([]);
    expect(await check()).toEqual([]);
    expect(await leftOf(leaving)).toEqual([]);
  }
}, 120_000);

const invite = (actor: number, peer: number): PairCommand => ({
  ...{ kind: 'invite', actor, peer, reason: 'COLLEAGUE', context: null, note: null, origin: 'DIRECT' },
});
