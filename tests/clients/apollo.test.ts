import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
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
      cache: new InMemoryCache({
        typePolicies: { Viewer: { fields: { invitationsReceived: relayStylePagination(['filter', 'orderBy']) } } },
      }),
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
});
