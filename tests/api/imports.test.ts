import { gzipSync } from 'node:zlib';
import { violations } from '../../src/audit/violations';
import type { ImportReport } from '../../src/imports/import.service';
import { createAccount } from '../../src/members/accounts.queries';
import { type Invite, isRefusal, type Outcome } from '../../src/relationships/command';
import { connectionsOf, degreesOf, everything, fileWith, friendships, linesOf } from './imports-graphs';
import { type Office, openOffice } from './imports-office';

const graph = friendships(130, 4);

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

test('everybody of a graph becomes a member with the connections the file says, and nobody is disturbed', async () => {
  const { imports, database, policy } = office;
  expect(Math.max(...degreesOf(graph).values())).toBeGreaterThan(policy.quotaPerWeek);
  const report = await imports(await fileWith(gzipSync(linesOf(graph))), 'town');
  expect(report).toMatchObject({
    members: { all: 130, made: 130 },
    connections: { all: graph.length, made: graph.length, existing: 0 },
    refused: new Map(),
  });
  expect(await connectionsOf(database, 'town')).toEqual(degreesOf(graph));
  const { notification, invitation } = await everything(database);
  expect([notification, invitation?.length]).toEqual([[], graph.length]);
  expect(await violations(database, policy)).toEqual([]);
});

test('a second import changes nothing at all', async () => {
  const { imports, database } = office;
  const file = await fileWith(linesOf(graph));
  await imports(file, 'town');
  const before = await everything(database);
  expect(await imports(file, 'town')).toMatchObject({
    members: { all: 130, made: 0 },
    connections: { made: 0, existing: graph.length },
  });
  expect(await everything(database)).toEqual(before);
});

test('what an operator adds to a file later is added, also between people who are there', async () => {
  const { imports, database } = office;
  await imports(await fileWith('ada grace\ngrace alan'), 'town');
  expect(await imports(await fileWith('grace ada\nalan ada\nalan barbara'), 'town')).toMatchObject({
    members: { all: 4, made: 1 },
    connections: { all: 3, made: 2, existing: 1 },
  });
  expect(await connectionsOf(database, 'town')).toEqual(
    new Map([...['ada', 'grace'].map((name) => [name, 2] as const), ['alan', 3], ['barbara', 1]]),
  );
});

test('two imports of one file at the same time connect everybody once', async () => {
  const { imports, database, policy } = office;
  const file = await fileWith(linesOf(graph));
  const reports = await Promise.all([imports(file, 'town'), imports(file, 'town')]);
  const sum = (of: (report: ImportReport) => number) => reports.map(of).reduce((one, other) => one + other);
  expect(sum(({ members }) => members.made)).toBe(130);
  expect(sum(({ connections }) => connections.made + connections.existing)).toBe(2 * graph.length);
  expect(sum(({ refused }) => refused.size)).toBe(0);
  expect(await connectionsOf(database, 'town')).toEqual(degreesOf(graph));
  expect(await violations(database, policy)).toEqual([]);
});

test('an import accepts what is open, and respects a block and a hidden no', async () => {
  const { imports, database, door, policy } = office;
  await imports(await fileWith('ada ada\ngrace grace\nalan alan\nbarbara barbara\nkurt kurt'), 'town');
  const [ada, grace] = [await member('ada'), await member('grace')];
  const [alan, barbara, kurt] = [await member('alan'), await member('barbara'), await member('kurt')];
  const [toGrace, toAlan, toAda] = await door.submit([invite(ada, grace), invite(ada, alan), invite(barbara, ada)]);
  await door.submit([
    { kind: 'block', actor: kurt, peer: ada },
    { kind: 'decline', actor: alan, invitation: invitationOf(toAlan), report: 'NONE' },
  ]);

  const file = await fileWith('ada grace\nada alan\nada barbara\nada kurt');
  for (const [made, existing] of [
    [2, 0],
    [0, 2],
  ])
    expect(await imports(file, 'town')).toMatchObject({
      connections: { all: 4, made, existing },
      refused: new Map(Object.entries({ ALREADY_ANSWERED: 1, NOT_FOUND: 1 })),
    });
  const { connection } = await everything(database);
  expect(connection).toContainEqual(
    expect.objectContaining({ member_id: grace, peer_id: ada, invitation_id: invitationOf(toGrace) }),
  );
  expect(connection).toContainEqual(
    expect.objectContaining({ member_id: ada, peer_id: barbara, invitation_id: invitationOf(toAda) }),
  );
  expect(connection).toHaveLength(4);
  expect(await violations(database, policy)).toEqual([]);
});

test('nobody who can sign in is taken for somebody of a file', async () => {
  const { imports, database } = office;
  await imports(await fileWith('ada grace'), 'town');
  const memberId = await member('ada');
  await database.transact((tx) => createAccount(tx, { memberId, email: 'ada@example.org', passwordHash: '' }, 0));
  const before = await everything(database);
  const refused = imports(await fileWith('alan ada'), 'town');
  await expect(refused).rejects.toMatchObject({ code: 'HANDLE_TAKEN', details: { path: ['name'] } });
  expect(await everything(database)).toEqual(before);
});

test.each([
  ['a bad first line', '1\n2 3', 'town', 'file'],
  ['a bad last line', '1 2\n2 3\n4', 'town', 'file'],
  ['a name that cannot begin a handle', '1 2', 'Our Town', 'name'],
])('%s changes nothing', async (_, content, name, field) => {
  const refused = office.imports(await fileWith(content), name);
  await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { path: [field] } });
  expect(Object.values(await everything(office.database)).flat()).toEqual([]);
});

const member = (label: string) => office.member('town', label);

const invite = (actor: number, peer: number): Invite => ({
  ...{ kind: 'invite', actor, peer, reason: 'OTHER', context: null, note: null, origin: 'DIRECT' },
});

function invitationOf(outcome: Outcome | undefined): number {
  if (!outcome || isRefusal(outcome) || !outcome.invitation) throw new Error('There is no invitation.');
  return outcome.invitation;
}
