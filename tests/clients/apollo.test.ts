import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { typePolicies } from '../../examples/web-client/apollo';
import {
  ConnectionsDocument,
  NotificationsDocument,
  SearchMembersDocument,
  StandingDocument,
} from '../../schema/operations';
import type { Person } from '../kit/person';
import { startApp, type TestApp } from '../kit/start-app';
import { invited } from './invited';

const RECEIVED = gql`
  query Received($first: Int, $after: String) {
    viewer {
      id
      invitationsReceived(first: $first, after: $after) {
        edges { cursor node { id status sender { id name } } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }
`;
const ACCEPT = gql`
  mutation Accept($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) { invitation { id status } edge { node { id name } } errors { code } }
  }
`;

interface Received {
  readonly viewer: {
    readonly invitationsReceived: {
      readonly edges: readonly { readonly node: { readonly id: string; readonly status: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  };
}

describe('Grace uses Apollo Client', () => {
  let town: TestApp;
  beforeAll(async () => {
    town = await startApp();
  });
  afterAll(() => town.stop());

  const clientOf = ({ token }: Person) =>
    new ApolloClient({
      link: new HttpLink({ uri: `${town.app.url}/graphql`, headers: { authorization: `Bearer ${token}` } }),
      cache: new InMemoryCache({ typePolicies }),
    });

  test('and reads page after page into one list', async () => {
    const [grace, sent] = await invited(town.people, 5);
    const client = clientOf(grace);
    const lengths: number[] = [];
    let after: string | undefined;
    for (let page = 1; page <= 3; page++) {
      const variables = { first: 2, after };
      const { data } = await client.query<Received>({ query: RECEIVED, variables, fetchPolicy: 'network-only' });
      lengths.push(data?.viewer.invitationsReceived.edges.length ?? 0);
      after = data?.viewer.invitationsReceived.pageInfo.endCursor;
    }
    expect(lengths).toEqual([2, 4, 5]);
    const list = client.readQuery<Received>({ query: RECEIVED, variables: { first: 2 } });
    expect(list?.viewer.invitationsReceived.edges.map(({ node }) => node.id)).toEqual(sent);
  });

  test('and what a mutation answers changes the list that shows it, by its global id', async () => {
    const [grace, [first]] = await invited(town.people, 2);
    const client = clientOf(grace);
    await client.query({ query: RECEIVED, variables: { first: 10 } });
    await client.mutate({ mutation: ACCEPT, variables: { input: { invitationId: first } } });
    const list = client.readQuery<Received>({ query: RECEIVED, variables: { first: 10 } });
    const shown = list?.viewer.invitationsReceived.edges.find(({ node }) => node.id === first);
    expect(shown?.node.status).toBe('ACCEPTED');
  });

  test('and another search is another list, among all members and among her connections', async () => {
    const grace = await town.people.signUp('Grace Hopper');
    for (const friend of await town.people.signUpAll('Zadie Smith', 'Zora Hurston')) await grace.connectsWith(friend);
    const client = clientOf(grace);
    const found = async (query: string) => {
      const members = await client.query({ query: SearchMembersDocument, variables: { query } });
      const connections = await client.query({ query: ConnectionsDocument, variables: { query } });
      return [members.data?.searchMembers, connections.data?.viewer.connections].map((list) =>
        list?.edges.map(({ node }) => node.name),
      );
    };
    expect(await found('zadie')).toEqual([['Zadie Smith'], ['Zadie Smith']]);
    expect(await found('zora')).toEqual([['Zora Hurston'], ['Zora Hurston']]);
    expect(await found('zadie')).toEqual([['Zadie Smith'], ['Zadie Smith']]);
  });

  test('and what she has read is not in the list of what she has not, nor does one screen take from another', async () => {
    const [grace] = await invited(town.people, 1);
    const client = clientOf(grace);
    const told = async (unreadOnly: boolean) => {
      const { data } = await client.query({ query: NotificationsDocument, variables: { unreadOnly } });
      return data?.viewer.notifications.edges.length;
    };
    expect(await told(true)).toBe(1);
    const { data } = await client.query({ query: NotificationsDocument, variables: { unreadOnly: true } });
    await grace.does('markNotificationsRead', { ids: data?.viewer.notifications.edges.map(({ node }) => node.id) });
    expect(await told(false)).toBe(1);
    const again = {
      query: NotificationsDocument,
      variables: { unreadOnly: true },
      fetchPolicy: 'network-only',
    } as const;
    expect((await client.query(again)).data?.viewer.notifications.edges).toEqual([]);
    expect(await told(false)).toBe(1);
    await client.query({ query: StandingDocument });
    expect(client.readQuery({ query: NotificationsDocument, variables: { unreadOnly: false } })).not.toBeNull();
  });
});
