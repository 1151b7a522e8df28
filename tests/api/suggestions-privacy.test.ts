import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';
import { introduce, names, suggestedTo } from './suggestions-people';

const DAY = 86_400_000;
let app: TestApp;
beforeAll(async () => {
  app = await startApp({ ...STEADY, QUOTA_PER_DAY: '1000', QUOTA_PER_WEEK: '1000' });
});
afterAll(() => app.stop());

/** Grace and Ada both know Alan, and not each other. */
async function twoStepsApart(): Promise<[grace: Person, alan: Person, ada: Person]> {
  const [grace, alan, ada] = await app.people.trio();
  await introduce([alan], [grace, ada]);
  return [grace, alan, ada];
}

const each = async (grace: Person, ada: Person) => [names(await suggestedTo(grace)), names(await suggestedTo(ada))];
const BOTH = [['Ada Lovelace'], ['Grace Hopper']];
const NEITHER = [[], []];

describe('two who could be suggested to each other', () => {
  test('are, though the one between them shows nobody his connections: a mutual connection is known to both', async () => {
    const [grace, alan, ada] = await twoStepsApart();
    await alan.does('updateSettings', { connectionsVisibleTo: 'ONLY_ME' });
    expect(await each(grace, ada)).toEqual(BOTH);
  });

  test('are not, once either has blocked the other; and again after the block', async () => {
    const [grace, , ada] = await twoStepsApart();
    await ada.blocks(grace);
    expect(await each(grace, ada)).toEqual(NEITHER);
    await ada.does('unblockMember', { memberId: grace.id });
    expect(await each(grace, ada)).toEqual(BOTH);
  });

  test('are not, when the only one between them is blocked by one of the two', async () => {
    const [grace, alan, ada] = await twoStepsApart();
    await alan.blocks(grace);
    expect(await each(grace, ada)).toEqual(NEITHER);
  });

  test('are not, while an invitation is open between them, and when they are connected', async () => {
    const [grace, , ada] = await twoStepsApart();
    const invitation = await grace.sends(ada);
    expect(await each(grace, ada)).toEqual(NEITHER);
    await ada.accepts(invitation);
    expect(await each(grace, ada)).toEqual(NEITHER);
    await ada.does('removeConnection', { memberId: grace.id });
    expect(await each(grace, ada)).toEqual(BOTH);
  });

  test('are not, for as long as Grace may not invite Ada again after a withdrawal; Ada may', async () => {
    const [grace, , ada] = await twoStepsApart();
    await grace.withdraws(await grace.sends(ada));
    expect(await each(grace, ada)).toEqual([[], ['Grace Hopper']]);
    app.clock.advance(21 * DAY);
    expect(await each(grace, ada)).toEqual(BOTH);
  });

  test('are not, on a page that was ranked before the block', async () => {
    const [grace, alan, ada] = await twoStepsApart();
    const edsger = await app.people.signUp('Edsger Dijkstra');
    await introduce([alan], [edsger]);
    const first = await suggestedTo(grace, '(first: 1)');
    expect(names(first)).toEqual(['Ada Lovelace']);
    await edsger.blocks(grace);
    expect(names(await suggestedTo(grace, `(after: "${first.pageInfo.endCursor}")`))).toEqual([]);
    expect(names(await suggestedTo(grace))).toEqual([ada.name]);
  });

  test('are not, when one of the accounts is closed', async () => {
    const [grace, , ada] = await twoStepsApart();
    const id = Number(Buffer.from(ada.id, 'base64url').toString().split(':')[1]);
    await app.app.database.run('UPDATE member_state SET erased_at = 1 WHERE member_id = ?', [id]);
    expect(names(await suggestedTo(grace))).toEqual([]);
  });
});

describe("a recipient's silence", () => {
  type Answer = (ada: Person, invitation: string) => Promise<unknown>;

  /** All that Alan's friend Grace, who invites Ada, and a bystander are suggested while Ada answers, or does not. */
  async function live(answer: Answer): Promise<string[]> {
    const [grace, alan, ada] = await twoStepsApart();
    const others = await app.people.signUpAll('Barbara Liskov', 'Edsger Dijkstra');
    for (const other of others) await introduce([alan], [other]);
    const seen: string[] = [];
    const look = async () => {
      for (const person of [grace, ...others]) {
        const { totalCount, pageInfo, edges } = await suggestedTo(person);
        const people = edges.map(({ node, reasons }) => [node.name, ...reasons.map(({ text }) => text)].join());
        seen.push(`${person.name}: ${totalCount} ${pageInfo.hasNextPage} ${people.toSorted().join(' | ')}`);
      }
    };
    await look();
    const invitation = await grace.sends(ada);
    await look();
    await answer(ada, invitation);
    await look();
    app.clock.advance(30 * DAY);
    await look();
    app.clock.advance(151 * DAY);
    await look();
    return seen;
  }

  let undisturbed: string[];
  beforeAll(async () => {
    undisturbed = await live(async () => {});
  });

  test('the witnesses see what happens: Ada is there, is gone while the invitation is open, and is back', () => {
    const seen = undisturbed.filter((line) => line.startsWith('Grace')).map((line) => line.includes('Ada'));
    expect(seen).toEqual([true, false, false, false, true]);
  });

  test.each(['NONE', 'UNKNOWN_SENDER', 'SPAM'])(
    'nobody is suggested anything else after a decline (%s)',
    async (report) => {
      expect(await live((ada, invitation) => ada.declines(invitation, report))).toEqual(undisturbed);
    },
  );

  test('a server whose suggestions follow the answer is caught', async () => {
    const leaky: Answer = async (ada, invitation) => {
      await ada.declines(invitation);
      const id = Number(Buffer.from(invitation, 'base64url').toString().split(':')[1]);
      await app.app.database.run('UPDATE pair SET open_id = NULL WHERE open_id = ?', [id]);
      await app.app.database.run("UPDATE invitation SET sender_status = 'EXPIRED' WHERE id = ?", [id]);
    };
    expect(await live(leaky)).not.toEqual(undisturbed);
  });
});

test('a sought-after person is so in the eyes of others also while she pauses and invitations are filed away', async () => {
  const [grace, alan, ada] = await twoStepsApart();
  const edsger = await app.people.signUp('Edsger Dijkstra');
  await introduce([alan], [edsger]);
  await ada.does('updateSettings', { admission: { pausedUntil: new Date(app.clock.now + 10 * DAY).toISOString() } });
  const crowd = await app.people.signUpAll(...Array.from({ length: 24 }, (_, n) => `Admirer ${n}`));
  expect(names(await suggestedTo(grace))).toEqual(['Ada Lovelace', 'Edsger Dijkstra']);
  await Promise.all(crowd.map((admirer) => admirer.sends(ada)));
  expect(names(await suggestedTo(grace))).toEqual(['Edsger Dijkstra', 'Ada Lovelace']);
});

test('declining does not make a sought-after person any less so in the eyes of others', async () => {
  const [grace, alan, ada] = await twoStepsApart();
  const edsger = await app.people.signUp('Edsger Dijkstra');
  await introduce([alan], [edsger]);
  const crowd = await app.people.signUpAll(...Array.from({ length: 24 }, (_, n) => `Admirer ${n}`));
  const invitations = await Promise.all(crowd.map((admirer) => admirer.sends(ada)));
  expect(names(await suggestedTo(grace))).toEqual(['Edsger Dijkstra', 'Ada Lovelace']);
  await Promise.all(invitations.map((invitation) => ada.declines(invitation)));
  expect(names(await suggestedTo(grace))).toEqual(['Edsger Dijkstra', 'Ada Lovelace']);
});
