import { readFile } from 'node:fs/promises';
import { violations } from '../../src/audit/violations';
import { loadConfig } from '../../src/config';
import { Ids } from '../../src/database/ids';
import { DemoService } from '../../src/imports/demo/demo.service';
import { ACCEPTED, DEMO_PEOPLE, OPEN } from '../../src/imports/demo/demo-network';
import { checkedContext, checkedNote } from '../../src/invitations/note.rules';
import { startApp, type TestApp } from '../kit/start-app';
import { everything, fileWith } from './imports-graphs';
import { type Office, openOffice } from './imports-office';

describe('a newcomer', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ DEMO: 'on' });
  });
  afterAll(() => app.stop());

  test('signs in as Alan, as Grace and as Oliver with what the program says', async () => {
    expect(app.app.people.map(({ name }) => name)).toEqual(['Alan', 'Grace', 'Oliver']);
    for (const { name, email, password } of app.app.people) expect(await firstNameOf(email, password)).toBe(name);
  });

  test('finds the two not connected, free to invite each other, and with friends in common', async () => {
    const [alan, grace] = await Promise.all(app.app.people.map(tokenOf));
    for (const [token, handle] of [
      [alan, 'grace-okonjo'],
      [grace, 'alan-whitfield'],
    ]) {
      const { data } = await app.http.query(RELATIONSHIP, { handle }, { token });
      expect(data).toMatchObject({ member: { relationship: { state: 'NONE', canInvite: true } } });
    }
  });

  test('finds histories, goals, skills, connections, open invitations and news', async () => {
    const { data } = await app.http.query<Surroundings>(SURROUNDINGS, {}, { token: await tokenOf(app.app.people[1]) });
    const { member, invitationsReceived, notifications, unreadNotificationCount } = data.viewer;
    expect(member.connections.totalCount).toBeGreaterThan(5);
    expect(invitationsReceived.edges).toHaveLength(3);
    expect(notifications.edges.length).toBeGreaterThan(2);
    expect(unreadNotificationCount).toBe(notifications.edges.length);
    for (const { node } of member.connections.edges) {
      expect(node.positions.length * node.education.length * node.skills.length).toBeGreaterThan(0);
      expect(node.careerGoal).toMatch(/^To /);
      expect([...node.seeking, ...node.offering]).not.toEqual([]);
    }
  });

  test('sees as Oliver how somebody stands who invited too hastily, what became of it, and appeals', async () => {
    const token = await tokenOf(app.app.people[2]);
    const { data } = await app.http.query(await documented('standing'), {}, { token });
    const all = { sent: 20, rate: 0.3 };
    expect(data).toMatchObject({
      viewer: {
        standing: { level: 'RESTRICTED', reasons: [expect.stringMatching(/^Many members/)], appeal: null },
        invitationInsight: { overall: all, byReason: [{ reason: 'ADMIRE_WORK', ...all }], withoutSharedContext: all },
      },
    });
    const input = { text: 'I admire them all.' };
    const { data: appealed } = await app.http.query(await documented('appealStanding'), { input }, { token });
    expect(appealed).toMatchObject({ appealStanding: { standing: { appeal: input }, errors: [] } });
  });

  test.each([0, 1])(
    'finds invitations by every filter of the documented lists, as either of the first two',
    async (n) => {
      const token = await tokenOf(app.app.people[n]);
      for (const hasNote of [true, false]) {
        const filter = { hasNote, hasMutualConnections: hasNote };
        const query = await documented('invitationsReceived');
        const { data } = await app.http.query<Surroundings>(query, { filter, first: 20 }, { token });
        expect(data.viewer.invitationsReceived.edges).not.toEqual([]);
      }
    },
  );

  const documented = (name: string) => readFile(`schema/operations/${name}.graphql`, 'utf8');
  const tokenOf = async ({ email, password } = { email: '', password: '' }) =>
    (await signIn(email, password)).session.accessToken;
  const firstNameOf = async (email: string, password: string) =>
    (await signIn(email, password)).viewer.member.name.split(' ')[0];

  async function signIn(email: string, password: string) {
    const { data } = await app.http.query<SignedIn>(SIGN_IN, { input: { email, password } });
    return data.signIn;
  }
});

describe('the demo network', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  const demo = () => new DemoService(office.database, new Ids(office.database), office.door);

  test('is made once, keeps every promise, and is finished when its making was interrupted', async () => {
    const { database, policy } = office;
    const accounts = await demo().settle();
    expect(await violations(database, policy)).toEqual([]);
    const before = await everything(database);
    expect(before.member).toHaveLength(DEMO_PEOPLE.length);
    expect(await demo().settle()).toEqual(accounts);
    await database.run('DELETE FROM account');
    expect(await demo().settle()).toEqual(accounts);
    expect(await everything(database)).toEqual(before);
  });

  test('is made once by two processes that start at the same moment', async () => {
    const { database, policy } = office;
    const [one, other] = await Promise.all([demo().settle(), demo().settle()]);
    expect(one).toEqual(other);
    expect((await everything(database)).member).toHaveLength(DEMO_PEOPLE.length);
    expect(await violations(database, policy)).toEqual([]);
  });

  test('is not made where somebody lives already', async () => {
    await office.imports(await fileWith('ada grace'), 'town');
    expect(await demo().settle()).toEqual([]);
    expect((await everything(office.database)).member).toHaveLength(2);
  });

  test('keeps the rules of notes, and no person is in it twice', () => {
    for (const { note, context } of [...ACCEPTED, ...OPEN]) {
      expect(checkedNote(note, office.policy)).toBe(note);
      expect(checkedContext(context, office.policy)).toBe(context ?? null);
    }
    expect(new Set(DEMO_PEOPLE.map(({ name }) => name)).size).toBe(DEMO_PEOPLE.length);
  });

  test('does not start in production, where its passwords would let everybody in', () => {
    const AUTH_SECRET = 'a secret that is long enough, 0123456789';
    expect(() => loadConfig({ NODE_ENV: 'production', AUTH_SECRET, DEMO: 'on' })).toThrow(/DEMO must be off/);
    expect(loadConfig({ NODE_ENV: 'production', AUTH_SECRET }).demo).toBe(false);
  });
});

interface SignedIn {
  readonly signIn: {
    readonly session: { readonly accessToken: string };
    readonly viewer: { readonly member: { readonly name: string } };
  };
}

interface Surroundings {
  readonly viewer: {
    readonly member: {
      readonly connections: {
        readonly totalCount: number;
        readonly edges: readonly {
          readonly node: Record<'positions' | 'education' | 'skills' | 'seeking' | 'offering', unknown[]> & {
            readonly careerGoal: string;
          };
        }[];
      };
    };
    readonly invitationsReceived: { readonly edges: readonly unknown[] };
    readonly notifications: { readonly edges: readonly unknown[] };
    readonly unreadNotificationCount: number;
  };
}

const SIGN_IN = /* GraphQL */ `
  mutation ($input: SignInInput!) {
    signIn(input: $input) { session { accessToken } viewer { member { name } } errors { code } }
  }
`;

const RELATIONSHIP = /* GraphQL */ `
  query ($handle: String!) { member(handle: $handle) { relationship { state canInvite } } }
`;

const SURROUNDINGS = /* GraphQL */ `
  {
    viewer {
      member {
        connections(first: 20) {
          totalCount
          edges { node { careerGoal seeking offering skills positions { company } education { school } } }
        }
      }
      invitationsReceived(first: 10) { edges { node { id } } }
      notifications(first: 20) { edges { node { kind } } }
      unreadNotificationCount
    }
  }
`;
