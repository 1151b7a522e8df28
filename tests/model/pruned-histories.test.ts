import { violations } from '../../src/audit/violations';
import { isRefusal, type PairCommand } from '../../src/relationships/command';
import { type Told, told } from '../../src/relationships/told.rules';
import { oldestEvents, raiseFloor } from '../../src/retention/retention.queries';
import { createStore, type OpenDoor, openDoor, people, type Store } from '../kit/door';
import { likelyCommand } from '../races/likely-command';
import { engine } from '../services/engine';

jest.mock('../../src/relationships/told.rules', () => {
  const rules = jest.requireActual('../../src/relationships/told.rules');
  return { ...rules, told: jest.fn(rules.told) };
});

const DAY = 86_400_000;
const HISTORIES = engine === 'embedded' ? 25 : 6;
const STEP = 'each step of a pair is legal, is told to whom it concerns, and leads to where the pair stands';
const WITHOUT_WAITING = {
  ...{ quotaPerDay: 1e9, quotaPerWeek: 1e9, openLimit: 1e9, networkLimit: 1e9, answersPerHour: 1e9 },
  ...{ withdrawCooldown: 0, blockCooldown: 0 },
};

let store: Store;
let open: OpenDoor;
let later: number;

beforeEach(async () => {
  later = 0;
  store = await createStore();
  open = await openDoor(store.config, { policy: WITHOUT_WAITING, clock: (time) => time + later });
});
afterEach(async () => {
  jest.mocked(told).mockImplementation(rightly);
  await open.close();
  await store.remove();
});

const check = () => violations(open.database, open.policy);
const { told: rightly } = jest.requireActual<{ told: typeof told }>('../../src/relationships/told.rules');

/** Takes away the oldest events of a member, but for so many. */
const prune = (member: number, keep: number) =>
  open.database.transact(async (tx) => {
    const last = (await oldestEvents(tx, member, keep, 1000)).at(-1);
    if (last) await raiseFloor(tx, member, last);
  });

test('whatever people did, and however much of it has been pruned of each of them, no promise is broken', async () => {
  for (let n = 0; n < HISTORIES; n++) {
    const members = await people(open.database, 4);
    for (let round = 0; round < 3; round++) {
      for (let deed = 0; deed < 25; deed++) {
        const command = await likelyCommand(open.database, members);
        if (command) await open.door.submit([command]);
        later += Math.random() * 3 * DAY;
      }
      for (const member of members) if (Math.random() < 0.7) await prune(member, Math.floor(Math.random() * 20));
      expect(await check()).toEqual([]);
    }
  }
}, 120_000);

describe.each<readonly [what: string, pruned: readonly number[]]>([
  ['whose streams are whole', []],
  ['of whom Ada has only her last event left', [0]],
  ['of whom Ben has only his last event left', [1]],
  ['of whom each has only the last event left', [0, 1]],
])('Ada and Ben, %s', (_, pruned) => {
  let ada: number;
  let ben: number;
  let invitation: number;

  /** Ada invited Ben long ago, and both have heard something of Cyd since. */
  beforeEach(async () => {
    const three = await people(open.database, 3);
    let cyd: number;
    [ada = 0, ben = 0, cyd = 0] = three;
    invitation = await done(invite(ada, ben));
    later += 20 * DAY;
    for (const friend of [ada, ben]) await done(invite(cyd, friend));
    for (const place of pruned) await prune(three[place] ?? 0, 1);
    later += 20 * DAY;
  });

  const decline = (): PairCommand => ({ kind: 'decline', actor: ben, invitation, report: 'NONE' });
  const accept = (): PairCommand => ({ kind: 'accept', actor: ben, invitation, origin: 'DIRECT' });
  const block = (): PairCommand => ({ kind: 'block', actor: ben, peer: ada });
  const blockAfterAccepting = async () => {
    await done(accept());
    return block();
  };

  test.each<readonly [what: string, deed: () => PairCommand | Promise<PairCommand>, wrong: Told]>([
    ['a decline is told to its sender', decline, { actor: 'INVITATION_UPDATED', peer: 'INVITATION_UPDATED' }],
    [
      'a decline looks to its sender like the end',
      decline,
      { actor: 'INVITATION_UPDATED', peer: 'INVITATION_EXPIRED' },
    ],
    ['an acceptance is not told to the sender', accept, { actor: 'CONNECTION_CREATED', peer: null }],
    ['an acceptance is not told to who accepts', accept, { actor: null, peer: 'CONNECTION_CREATED' }],
    ['a block is told as one', blockAfterAccepting, { actor: 'BLOCK_CREATED', peer: 'BLOCK_CREATED' }],
    ['a block is told to nobody', blockAfterAccepting, { actor: 'BLOCK_CREATED', peer: null }],
  ])('the checker notices when %s', async (__, deed, wrong) => {
    const last = await deed();
    expect(await check()).toEqual([]);
    jest.mocked(told).mockReturnValue(wrong);
    await done(last);
    expect((await check()).map(({ invariant }) => invariant)).toEqual([STEP]);
  });
});

async function done(command: PairCommand): Promise<number> {
  const [outcome] = await open.door.submit([command]);
  if (!outcome || isRefusal(outcome)) throw new Error('It was refused.');
  return outcome.change;
}

function invite(actor: number, peer: number): PairCommand {
  return { kind: 'invite', actor, peer, reason: 'COLLEAGUE', context: null, note: null, origin: 'DIRECT' };
}
