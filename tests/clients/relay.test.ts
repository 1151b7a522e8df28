import type { Variables } from 'relay-runtime';
import { startApp, type TestApp } from '../kit/start-app';
import { invited } from './invited';
import { Compiled } from './relay/compiled';
import { type Page, Reader } from './relay/reader';

interface Received {
  readonly viewer: { readonly invitationsReceived: Page };
}

interface Found {
  readonly node: unknown;
}

interface Network {
  readonly connections: Page;
}

describe('Grace uses Relay, whose compiler has read the schema', () => {
  let town: TestApp;
  let compiled: Compiled;
  beforeAll(async () => {
    compiled = new Compiled();
    town = await startApp();
  });
  afterAll(async () => {
    await town.stop();
    compiled.remove();
  });

  test.each([
    [
      'forward',
      ({ hasNextPage, endCursor }: Page['pageInfo']) => hasNextPage && { first: 2, after: endCursor },
      { first: 2 },
    ],
    [
      'backward',
      ({ hasPreviousPage, startCursor }: Page['pageInfo']) => hasPreviousPage && { last: 2, before: startCursor },
      { last: 2 },
    ],
  ] as const)('and pages %s through one list', async (_direction, next, first) => {
    const [grace, sent] = await invited(town.people, 5);
    const reader = new Reader(grace);
    const lengths: number[] = [];
    let list: Page | undefined;
    for (let page: object | false = first; page; page = next(list.pageInfo)) {
      list = (await reader.read<Received>(compiled.load('GraceInvitationsQuery'), { ...page })).viewer
        .invitationsReceived;
      lengths.push(list.edges.length);
    }
    expect(lengths).toEqual([2, 4, 5]);
    expect(list?.edges.map(({ node }) => node.id)).toEqual(sent);
  });

  test('and asks for the next page of a list inside of an object by the id of the object alone', async () => {
    const [grace] = await invited(town.people, 0);
    const friends = await town.people.signUpAll('Ada', 'Bob', 'Cem');
    for (const friend of friends) await grace.connectsWith(friend);
    const reader = new Reader(grace);
    const lengths: number[] = [];
    let cursor: string | null = null;
    for (let page = 1; page <= 2; page++) {
      const variables: Variables = { id: grace.id, count: 2, cursor };
      const { node }: Found = await reader.read(compiled.load('GraceNetworkPageQuery'), variables);
      const { connections }: Network = reader.inside(compiled.load('Grace_network'), node);
      lengths.push(connections.edges.length);
      cursor = connections.pageInfo.endCursor;
    }
    expect(lengths).toEqual([2, 3]);
  });
});
