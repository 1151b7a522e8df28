import { KEPT, MENTIONS } from '../../src/erasure/mentions';
import { NOT_EXPORTED, SECTIONS } from '../../src/exports/sections';
import type { Person } from '../kit/person';
import { allColumns } from '../kit/schema-walk';
import { startApp, type TestApp } from '../kit/start-app';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

interface Page {
  readonly records: readonly { readonly kind: string; readonly json: string }[];
  readonly endCursor: string | null;
}

type Exported = Readonly<Record<string, unknown>>;

async function exportOf(person: Person): Promise<{ records: Exported[]; pages: number }> {
  const records: Exported[] = [];
  for (let after: string | null = null, pages = 1; ; pages++) {
    const page: Page = await person.does<Page>('exportMyData', { after }, 'records { kind json } endCursor');
    records.push(...page.records.map(({ json }) => JSON.parse(json)));
    after = page.endCursor;
    if (after === null) return { records, pages };
  }
}

const of = (kind: string, records: readonly Exported[]) => records.filter(({ record }) => record === kind);

test('Grace takes everything along: what she is, wrote, chose and did, without her secrets', async () => {
  const [grace, alan, ada] = await app.people.trio();
  await grace.does('updateProfile', {
    headline: 'Compilers',
    skills: ['COBOL'],
    positions: [{ title: 'A', company: 'B' }],
  });
  await grace.connectsWith(alan);
  await grace.does('updateRelationship', { memberId: alan.id, label: 'Enigma', privateNote: 'Tea' });
  await grace.declines(await ada.sends(grace, { note: 'Hello' }), 'SPAM');
  await grace.does('dismissSuggestion', { memberId: ada.id });
  await grace.does('updateSettings', { admission: { asksNote: true }, mutedNotifications: ['INVITATION_REMINDER'] });
  const { records, pages } = await exportOf(grace);
  expect(pages).toBe(1);
  expect(of('ACCOUNT', records)).toMatchObject([{ email: grace.email }]);
  expect(of('PROFILE', records)).toMatchObject([{ id: grace.id, name: grace.name, headline: 'Compilers' }]);
  expect([...of('SKILL', records), ...of('POSITION', records)]).toMatchObject([
    { name: 'COBOL' },
    { title: 'A', company: 'B' },
  ]);
  expect(of('STATE', records)).toMatchObject([
    { asks: { note: true, reason: false }, mutedKinds: ['INVITATION_REMINDER'], dropsUnadmitted: false },
  ]);
  expect(of('CONNECTION', records)).toMatchObject([{ peerId: alan.id }]);
  expect(of('REMARK', records)).toMatchObject([{ peerId: alan.id, label: 'Enigma', privateNote: 'Tea' }]);
  expect(of('INVITATION_SENT', records)).toMatchObject([{ recipient: alan.id, status: 'ACCEPTED' }]);
  expect(of('INVITATION_RECEIVED', records)).toMatchObject([
    { sender: ada.id, note: 'Hello', status: 'DECLINED', report: 'SPAM' },
  ]);
  expect(of('REMEMBERED', records)).toMatchObject([{ member: ada.id, unknownToMe: true }]);
  expect(of('DISMISSED_SUGGESTION', records)).toMatchObject([{ peerId: ada.id }]);
  expect(of('NOTIFICATION', records)).toHaveLength(2);
  expect(of('EVENT', records).map(({ kind }) => kind)).toEqual([
    ...['PROFILE_UPDATED', 'INVITATION_SENT', 'CONNECTION_CREATED', 'RELATIONSHIP_UPDATED'],
    ...['INVITATION_RECEIVED', 'INVITATION_UPDATED', 'SUGGESTION_DISMISSED', 'SETTINGS_UPDATED'],
  ]);
  expect(JSON.stringify(records)).not.toMatch(/argon2|token|[Hh]ash|"tag/);
});

test('Ada cannot tell from her export who declined, reported or blocked her, nor that anybody did', async () => {
  const [grace, , ada] = await app.people.trio();
  const quiet = await app.people.signUp('Quiet');
  const toGrace = await ada.sends(grace);
  const toQuiet = await ada.sends(quiet);
  await grace.declines(toGrace, 'UNKNOWN_SENDER');
  const { records } = await exportOf(ada);
  const [declined, waiting] = [toGrace, toQuiet].map((id) => of('INVITATION_SENT', records).find((r) => r.id === id));
  const same = { id: 0, recipient: 0, sentAt: 0, expiresAt: 0 };
  expect({ ...declined, ...same }).toEqual({ ...waiting, ...same });
  expect(declined).toMatchObject({ status: 'PENDING', answeredAt: null });
  expect([...of('REMEMBERED', records), ...of('BLOCK', records)]).toEqual([]);

  await grace.blocks(ada);
  const afterwards = (await exportOf(ada)).records;
  expect(of('INVITATION_SENT', afterwards).map(({ id }) => id)).toEqual([toQuiet]);
  expect(JSON.stringify(afterwards)).not.toContain(grace.id);
});

test('of Grace, who was connected with Ada and has blocked her since, nothing in the export tells but that things happened', async () => {
  const [grace, alan, ada] = await app.people.trio();
  await ada.connectsWith(grace);
  await ada.connectsWith(alan);
  await ada.does('updateRelationship', { memberId: grace.id, label: 'Compilers' });
  const named = (records: Exported[]) => of('EVENT', records).map(({ kind, member }) => ({ kind, member }));
  const [sent, created] = [{ kind: 'INVITATION_SENT', member: null }, 'CONNECTION_CREATED'];
  const withAlan = [sent, { kind: created, member: alan.id }];
  expect(named((await exportOf(ada)).records)).toEqual([
    ...[sent, { kind: created, member: grace.id }, ...withAlan],
    { kind: 'RELATIONSHIP_UPDATED', member: grace.id },
  ]);
  await grace.blocks(ada);
  const { records } = await exportOf(ada);
  expect(named(records)).toEqual([
    ...[sent, { kind: created, member: null }, ...withAlan],
    ...[
      { kind: 'RELATIONSHIP_UPDATED', member: null },
      { kind: 'CONNECTION_REMOVED', member: null },
    ],
  ]);
  expect(of('EVENT', records).map(({ invitation }) => invitation !== null)).toEqual([
    ...[false, false, true, true, false, false],
  ]);
  expect(JSON.stringify(records)).not.toContain(grace.id);
});

test('an export of any length comes in pages, each record once', async () => {
  const [grace] = await app.people.trio();
  for (let n = 0; n < 450; n += 50)
    await Promise.all(Array.from({ length: 50 }, () => grace.does('updateProfile', { headline: `Version ${n}` })));
  const { records, pages } = await exportOf(grace);
  expect(pages).toBe(3);
  expect(of('EVENT', records).map(({ seq }) => seq)).toEqual(Array.from({ length: 450 }, (_, n) => String(n + 1)));
  expect(await grace.does('exportMyData', { after: 'nonsense' })).toMatchObject({
    errors: [{ code: 'INVALID_INPUT', path: ['input', 'after'] }],
  });
}, 60_000);

test('a page is as long as ever when somebody in it has blocked Ada', async () => {
  const [grace, , ada] = await app.people.trio();
  await Promise.all(Array.from({ length: 205 }, (_, n) => ada.does('updateProfile', { headline: `Version ${n}` })));
  await ada.sends(grace);
  const firstPage = async () => (await ada.does<Page>('exportMyData', {}, 'records { kind } endCursor')).records.length;
  const before = await firstPage();
  await grace.blocks(ada);
  expect([before, await firstPage()]).toEqual([200, 200]);
}, 60_000);

test('every table that mentions a member is in the export with all its columns, or there is a reason why not', async () => {
  const columns = await allColumns(app.app.database);
  const about = new Set([
    ...MENTIONS.map(({ table }) => table),
    ...Object.keys(KEPT).map((place) => place.split('.')[0]),
  ]);
  const exported = new Set(SECTIONS.map(({ table }) => table));
  expect([...about].filter((table) => !exported.has(table ?? '')).sort()).toEqual(Object.keys(NOT_EXPORTED).sort());
  for (const section of SECTIONS) {
    const own = columns.filter(({ table }) => table === section.table).map(({ name }) => name);
    expect([section.kind, ...section.columns, ...Object.keys(section.withheld)].sort()).toEqual(
      [section.kind, ...own].sort(),
    );
  }
});
