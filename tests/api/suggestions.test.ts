import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY, statements } from '../kit/steady';
import { introduce, names, suggestedTo } from './suggestions-people';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ ...STEADY, QUOTA_PER_DAY: '1000', QUOTA_PER_WEEK: '1000' });
});
afterAll(() => app.stop());

/** Grace knows Alan, and Alan knows these, who do not know Grace. They sign up one after the other: equals are in that order. */
async function throughAlan(...others: readonly string[]): Promise<[grace: Person, alan: Person, ...others: Person[]]> {
  const [grace, alan] = await app.people.trio();
  const rest: Person[] = [];
  for (const name of others) rest.push(await app.people.signUp(name));
  await introduce([alan], [grace, ...rest]);
  return [grace, alan, ...rest];
}

const profiled = (person: Person, input: object) => person.does('updateProfile', input);

test('Grace is suggested the people two steps away, those with more mutual connections first, and told why', async () => {
  const [grace, alan, ada, edsger] = await throughAlan('Ada Lovelace', 'Edsger Dijkstra');
  const barbara = await app.people.signUp('Barbara Liskov');
  if (!ada) throw new Error('Nobody came.');
  await introduce([barbara], [grace, ada]);
  const page = await suggestedTo(grace);
  expect(page).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false, hasPreviousPage: false } });
  expect(page.edges).toMatchObject([
    { mutualConnectionCount: 2, reasons: [{ kind: 'MUTUAL_CONNECTIONS', text: '2 mutual connections' }] },
    { mutualConnectionCount: 1, reasons: [{ kind: 'MUTUAL_CONNECTIONS', text: '1 mutual connection' }] },
  ]);
  expect(names(page)).toEqual([ada?.name, edsger?.name]);
  expect(names(await suggestedTo(alan))).toEqual(['Barbara Liskov']);
  expect(names(await suggestedTo(await app.people.signUp('Nobody Yet')))).toEqual([]);
});

test('a common employer moves somebody forward, and the reason names the years', async () => {
  const [grace, , first, second] = await throughAlan('First Person', 'Second Person');
  if (!first || !second) throw new Error('Nobody came.');
  expect(names(await suggestedTo(grace))).toEqual(['First Person', 'Second Person']);
  const job = (startedOn: string, endedOn: string | null, company = 'Siemens') => ({
    positions: [{ title: 'Engineer', company, startedOn, endedOn }],
  });
  await profiled(grace, {
    ...job('2015', '2021-06'),
    industry: 'Energy',
    location: 'Berlin',
    skills: ['COBOL', 'SQL'],
  });
  await profiled(second, {
    ...job('2019-03', null, 'SIEMENS'),
    ...{ industry: 'energy', location: 'Berlin', skills: ['sql', 'Cobol', 'Chess'] },
  });
  const page = await suggestedTo(grace);
  expect(names(page)).toEqual(['Second Person', 'First Person']);
  expect(page.edges[0]?.reasons.map(({ text }) => text)).toEqual([
    ...['1 mutual connection', 'both at SIEMENS 2019–2021', 'both in Berlin'],
    ...['2 shared skills: COBOL and others', 'both in energy'],
  ]);
});

test('pages follow each other without repetition or gap, while the first ones are dismissed, and after a new ranking', async () => {
  const others = Array.from({ length: 7 }, (_, n) => `Person ${n}`);
  const [grace] = await throughAlan(...others);
  const all = names(await suggestedTo(grace));
  expect(all.toSorted()).toEqual(others);
  const first = await suggestedTo(grace, '(first: 3)');
  expect(first).toMatchObject({ totalCount: 7, pageInfo: { hasNextPage: true } });
  await grace.does('dismissSuggestion', { memberId: first.edges[0]?.node.id });
  const second = await suggestedTo(grace, `(first: 3, after: "${first.pageInfo.endCursor}")`);
  expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  await suggestedTo(grace, '(first: 1)');
  const third = await suggestedTo(grace, `(first: 3, after: "${second.pageInfo.endCursor}")`);
  expect(third.pageInfo).toMatchObject({ hasNextPage: false });
  expect([first, second, third].flatMap(names)).toEqual(all);
});

test("a cursor of another list, and a page that is too large, are refused as the client's mistake", async () => {
  const [grace] = await throughAlan();
  for (const args of ['(after: "nonsense")', '(first: 101)', '(first: 0)']) {
    const { errors } = await grace.answer(`{ viewer { suggestions${args} { totalCount } } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

test('whoever Grace has dismissed stays away, her other devices hear of it once, and nobody else does', async () => {
  const [grace, , ada] = await throughAlan('Ada Lovelace');
  await grace.listens();
  const dismiss = () => grace.does('dismissSuggestion', { memberId: ada?.id }, 'member { name }');
  expect(await dismiss()).toEqual({ member: { name: 'Ada Lovelace' }, errors: [] });
  const { seq } = await grace.hears('SUGGESTION_DISMISSED');
  expect(await dismiss()).toEqual({ member: { name: 'Ada Lovelace' }, errors: [] });
  await profiled(grace, { headline: 'Compilers' });
  expect(Number((await grace.hears('PROFILE_UPDATED')).seq)).toBe(Number(seq) + 1);
  expect(names(await suggestedTo(grace))).toEqual([]);
  if (ada) expect(names(await suggestedTo(ada))).toEqual(['Grace Hopper']);
});

test('the event tells who was dismissed', async () => {
  const [grace, , ada] = await throughAlan('Ada Lovelace');
  const { snapshot } = await grace.asks<{ snapshot: { cursor: string } }>('{ snapshot { cursor } }');
  await grace.does('dismissSuggestion', { memberId: ada?.id });
  const page = await grace.asks(
    `query ($after: Cursor!) { eventPage(after: $after) { events { kind ... on SuggestionDismissedEvent { member { name } } } } }`,
    { after: snapshot.cursor },
  );
  const event = { kind: 'SUGGESTION_DISMISSED', member: { name: 'Ada Lovelace' } };
  expect(page).toEqual({ eventPage: { events: [event] } });
});

test('nobody can dismiss themselves, nor an id that leads nowhere for them', async () => {
  const [grace, alan] = await throughAlan();
  const refused = async (memberId: string) => (await grace.does('dismissSuggestion', { memberId })).errors;
  expect(await refused(grace.id)).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'memberId'] }]);
  await alan.blocks(grace);
  for (const id of [alan.id, 'nonsense', Buffer.from('Member:999999999').toString('base64url')])
    expect(await refused(id)).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'memberId'] }]);
});

test('a person of whom much is asked already comes after others who are as near', async () => {
  const [grace, , ada, edsger] = await throughAlan('Ada Lovelace', 'Edsger Dijkstra');
  if (!ada || !edsger) throw new Error('Nobody came.');
  expect(names(await suggestedTo(grace))).toEqual(['Ada Lovelace', 'Edsger Dijkstra']);
  const crowd = await app.people.signUpAll(...Array.from({ length: 24 }, (_, n) => `Admirer ${n}`));
  const invitations = await Promise.all(crowd.map((admirer) => admirer.sends(ada)));
  expect(names(await suggestedTo(grace))).toEqual(['Edsger Dijkstra', 'Ada Lovelace']);
  await Promise.all(crowd.map((admirer, n) => admirer.withdraws(invitations[n] ?? '')));
  expect(names(await suggestedTo(grace))).toEqual(['Ada Lovelace', 'Edsger Dijkstra']);
});

test('a page of five takes as many statements as a page of one', async () => {
  const [grace] = await throughAlan('One', 'Two', 'Three', 'Four', 'Five');
  const five = await statements(app, () => suggestedTo(grace));
  expect(await statements(app, () => suggestedTo(grace, '(first: 1)'))).toBe(five);
  expect(five).toBeLessThanOrEqual(10);
});
