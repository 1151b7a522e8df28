import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';

/** What Grace does, in order: what she chooses, and her answer to what reaches her. */
const NOES: readonly { readonly what: string; readonly admission?: object; readonly report?: string }[] = [
  { what: 'does nothing' },
  { what: 'declines', report: 'NONE' },
  { what: 'reports him', report: 'SPAM' },
  { what: 'files everything', admission: { whoMayInvite: 'NOBODY', unadmitted: 'FILE' } },
  { what: 'drops everything', admission: { whoMayInvite: 'NOBODY', unadmitted: 'DROP' } },
];

describe('the time of a commit', () => {
  let town: TestApp;
  beforeAll(async () => {
    town = await startApp(STEADY);
  });
  afterAll(() => town.stop());

  /** How many statements Alan waits for when he invites Grace, and when he withdraws. */
  async function waitsFor(admission: object, report: string | undefined): Promise<number[]> {
    const [grace, alan] = await town.people.trio();
    await grace.does('updateSettings', { admission });
    await alan.asks('{ viewer { id } }');
    let invitation = '';
    const sending = await town.queries.during(async () => {
      invitation = await alan.sends(grace);
    });
    if (report) expect((await grace.declines(invitation, report)).errors).toEqual([]);
    const withdrawing = await town.queries.during(() => alan.withdraws(invitation));
    return [sending.length, withdrawing.length];
  }

  test.each([...NOES])('Alan waits for as many statements when Grace $what', async ({ admission = {}, report }) => {
    expect(await waitsFor(admission, report)).toEqual(await waitsFor({}, undefined));
  });
});
