import type { ApolloClient } from '@apollo/client';
import { EventsDocument } from '../../schema/operations';
import type { Subscribe } from './follow';

/** For a client whose subscriptions go through `new GraphQLWsLink(socketClient(…))`. */
export function overApollo(client: ApolloClient): Subscribe {
  return (after, { next, ended }) => {
    // A batch is news to apply, not an object to keep.
    const batches = client.subscribe({ query: EventsDocument, variables: { after }, fetchPolicy: 'no-cache' });
    const subscription = batches.subscribe({
      next: ({ data }) => (data ? next(data.events) : ended()),
      error: ended,
      complete: ended,
    });
    return () => subscription.unsubscribe();
  };
}
