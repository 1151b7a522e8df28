import type { SqlValue } from '../../src/database/database';
import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

interface Found {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
  };
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string; readonly name: string } }[];
}

const SEARCH = /* GraphQL */ `
  query ($query: String!, $filter: MemberFilter, $first: Int, $after: String) {
    searchMembers(query: $query, filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage endCursor }
      edges { cursor node { id name } }
    }
  }
`;

interface Search {
  readonly query: string;
  readonly filter?: object;
  readonly first?: number;
  readonly after?: string | null;
}

const ask = (viewer: Person, search: Search) => viewer.answer<{ searchMembers: Found }>(SEARCH, { ...search });

async function names(viewer: Person, query: string, filter?: object): Promise<string[]> {
  const { data } = await ask(viewer, { query, ...(filter ? { filter } : {}) });
  expect(data.searchMembers.totalCount).toBe(data.searchMembers.edges.length);
  return data.searchMembers.edges.map(({ node }) => node.name);
}

async function person(name: string, profile: object = {}): Promise<Person> {
  const someone = await app.people.signUp(name);
  await someone.does('updateProfile', profile);
  return someone;
}

test('Ada is found by the beginnings of the words of her name, headline, skill, title and company', async () => {
  const ada = await person('Adélaïde Quillfeather', {
    headline: 'Cartographer of Xanadu',
    skills: ['C++', 'Lepidoptery'],
    positions: [{ title: 'Zymurgist', company: 'Ouroboros & Söhne' }],
  });
  for (const query of [
    ...[
      'quill',
      'QUILLFEATHER',
      'adelaide quill',
      'quill adé',
      'xanadu carto',
      'lepid',
      'zymur',
      'sohne',
      'ouro quill',
    ],
    ...['adelaide-quillfeather', 'c++ quill', '  quill,  lepid!  '],
  ])
    expect(await names(ada, query)).toEqual(['Adélaïde Quillfeather']);
  for (const query of ['quillfeatherx', 'quill nobody', 'feather']) expect(await names(ada, query)).toEqual([]);
});

test('she is found by her new words as soon as she has changed them, and no longer by the old ones', async () => {
  const ada = await person('Ada Mumblewort', { skills: ['Falconry'] });
  expect(await names(ada, 'falconry mumble')).toEqual(['Ada Mumblewort']);
  await ada.does('updateProfile', { skills: ['Beekeeping'] });
  expect(await names(ada, 'falconry mumble')).toEqual([]);
  expect(await names(ada, 'beekeeping mumble')).toEqual(['Ada Mumblewort']);
});

test('those who are called Brimble come before those who only work there', async () => {
  const viewer = await person('Zeno Works', { positions: [{ title: 'Clerk', company: 'Brimble' }] });
  await person('Anna Brimbleton');
  await person('Bert Brimble');
  expect(await names(viewer, 'brimble')).toEqual(['Bert Brimble', 'Anna Brimbleton', 'Zeno Works']);
});

test('filters narrow the search, each by a run of words of its field', async () => {
  const one = await person('Ottoline One', {
    ...{ industry: 'Renewable Energy', location: 'Porto, Portugal', skills: ['Solar design'] },
    positions: [{ title: 'Engineer', company: 'Helio Works Limited' }],
  });
  await person('Ottoline Two', {
    ...{ industry: 'Energy Trading', location: 'Lisboa, Portugal', skills: ['Design'] },
    positions: [{ title: 'Helio', company: 'Other Works' }],
  });
  const both = ['Ottoline One', 'Ottoline Two'];
  expect(await names(one, 'ottoline', { location: 'PORTUGAL' })).toEqual(both);
  expect(await names(one, 'ottoline', { location: 'Porto' })).toEqual(['Ottoline One']);
  expect(await names(one, 'ottoline', { industry: 'energy' })).toEqual(both);
  expect(await names(one, 'ottoline', { company: 'helio works' })).toEqual(['Ottoline One']);
  expect(await names(one, 'ottoline', { company: 'works' })).toEqual(both);
  expect(await names(one, 'ottoline', { company: 'helio limited' })).toEqual([]);
  expect(await names(one, 'ottoline', { skill: 'design', location: 'Lisboa' })).toEqual(['Ottoline Two']);
  expect(await names(one, '', { company: 'Helio' })).toEqual(['Ottoline One']);
});

test('nobody finds those who have blocked them, nor those they have blocked', async () => {
  const [grace, pest] = [await person('Grace Wimpleton'), await person('Pest Wimpleton')];
  await grace.blocks(pest);
  expect(await names(pest, 'wimpleton')).toEqual(['Pest Wimpleton']);
  expect(await names(grace, 'wimpleton')).toEqual(['Grace Wimpleton']);
});

test.each([
  ['of one and the same name', (i: number) => ({ name: `Cedric Plum${'abc'[i % 3]}`, profile: {} }), 'plum'],
  [
    'by name and by headline',
    (i: number) => (i % 2 ? { name: `Pear${i} Tree`, profile: {} } : { name: `Un${i}`, profile: { headline: 'pear' } }),
    'pear',
  ],
  ['found twice by one word', (i: number) => ({ name: `Figaro Fig${i}`, profile: { skills: ['Figs'] } }), 'fig'],
])('paging through people %s meets each of them once', async (_, make, query) => {
  const crowd: Person[] = [];
  for (let i = 0; i < 7; i++) {
    const { name, profile } = make(i);
    crowd.push(await person(name, profile));
  }
  const [viewer] = crowd;
  if (!viewer) throw new Error('The crowd is empty.');
  const met: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data } = await ask(viewer, { query, first: 2, after });
    const { edges, pageInfo, totalCount } = data.searchMembers;
    met.push(...edges.map(({ node }) => node.id));
    expect(totalCount).toBe(7);
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    ({ endCursor: after, hasNextPage: more } = pageInfo);
  }
  expect(met.toSorted()).toEqual(crowd.map(({ id }) => id).toSorted());
  const { data } = await ask(viewer, { query, first: 100 });
  expect(data.searchMembers.edges.map(({ node }) => node.id)).toEqual(met);
});

test('somebody whose name is a single character is found by it', async () => {
  const li = await person('李', {});
  expect(await names(li, '李')).toEqual(['李']);
});

test.each([
  ['no word at all', { query: ' ?! ' }, 'query'],
  ['a single letter', { query: 'a' }, 'query'],
  ['a sentence', { query: 'one two three four five six' }, 'query'],
  ['a filter without a word', { query: 'ada', filter: { company: '--' } }, 'filter'],
  ['a page of nothing', { query: 'ada', first: 0 }, 'first'],
  ['a page of everything', { query: 'ada', first: 101 }, 'first'],
  ['a cursor of her own making', { query: 'ada', after: 'abc' }, 'after'],
  [
    'a cursor of another search',
    { query: 'ada', after: Buffer.from('["search eve","eve",1]').toString('base64url') },
    'after',
  ],
])('a search for %s is refused, naming the argument', async (_, search, argument) => {
  const someone = await app.people.signUp('Someone');
  const { errors } = await ask(someone, search);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
});

test('SQL in a search is searched for', async () => {
  const someone = await app.people.signUp('Someone');
  for (const query of ["' OR 1=1 --", '%%__', 'ada"; DROP TABLE member;']) {
    const { status, errors } = await ask(someone, { query });
    expect(status).toBe(200);
    expect(errors.every(({ extensions }) => extensions.code === 'BAD_USER_INPUT')).toBe(true);
  }
});

test('every step of a search is a range of an index, on either engine', async () => {
  const viewer = await person('Explained Person', { headline: 'explicable' });
  const { database } = app.app;
  const queries = jest.spyOn(database, 'query');
  await ask(viewer, { query: 'expl person', filter: { company: 'none' } });
  const asked = queries.mock.calls.filter(([text]) => text.includes('member_term'));
  queries.mockRestore();
  expect(asked.length).toBeGreaterThan(1);
  for (const [text, parameters] of asked) expect(await scans(text, parameters)).toEqual([]);

  async function scans(text: string, parameters: readonly SqlValue[] = []): Promise<string[]> {
    if (database.dialect.name === 'sqlite') {
      const plan = await database.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, parameters);
      return plan.map(({ detail }) => detail).filter((detail) => /^SCAN (t|o|b|member_term)\b/.test(detail));
    }
    const plan = await database.query<{ table: string | null; type: string }>(`EXPLAIN ${text}`, parameters);
    const ours = plan.filter(({ table }) => ['t', 'o', 'b', 'member_term'].includes(table ?? ''));
    return ours.filter(({ type }) => type === 'ALL' || type === 'index').map(({ table }) => table ?? '');
  }
});
