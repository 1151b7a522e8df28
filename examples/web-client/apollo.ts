import { type ApolloClient, CombinedGraphQLErrors, type TypePolicies } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { EventsDocument } from '../../schema/operations';
import type { Subscribe } from './follow';

/**
 * For `new InMemoryCache({ typePolicies })`: pages become one list, and another search, filter or order is another list. An argument
 * that is missing here mixes lists that are not the same.
 */
export const typePolicies: TypePolicies = {
  Viewer: {
    // There is one, whether or not an operation asks for its id. Clear the cache when another member signs in.
    keyFields: [],
    fields: {
      invitationsReceived: relayStylePagination(['filter', 'orderBy']),
      invitationsSent: relayStylePagination(['filter']),
      connections: relayStylePagination(['query', 'filter', 'orderBy']),
      notifications: relayStylePagination(['unreadOnly']),
      suggestions: relayStylePagination(),
      blockedMembers: relayStylePagination(),
    },
  },
  Query: { fields: { searchMembers: relayStylePagination(['query', 'filter']) } },
  Member: { fields: { connections: relayStylePagination() } },
  Relationship: { fields: { mutualConnections: relayStylePagination() } },
};

/** For a client whose subscriptions go through `new GraphQLWsLink(socketClient(…))`. */
export function overApollo(client: ApolloClient): Subscribe {
  return (after, { next, ended }) => {
    // A batch is news to apply, not an object to keep.
    const batches = client.subscribe({ query: EventsDocument, variables: { after }, fetchPolicy: 'no-cache' });
    const subscription = batches.subscribe({
      next: ({ data, error }) => {
        if (error && !CombinedGraphQLErrors.is(error)) ended(error);
        else next({ data, errors: error?.errors });
      },
      error: ended,
      complete: ended,
    });
    return () => subscription.unsubscribe();
  };
}
