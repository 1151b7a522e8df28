import { type Client, type Exchange, subscriptionExchange } from '@urql/core';
import type { Client as SocketClient } from 'graphql-ws';
import { EventsDocument } from '../../schema/operations';
import type { Subscribe } from './follow';

export function socketExchange(client: SocketClient): Exchange {
  return subscriptionExchange({
    forwardSubscription: ({ query = '', variables = {} }) => ({
      subscribe: (sink) => ({ unsubscribe: client.subscribe({ query, variables }, sink) }),
    }),
  });
}

/** For a client that has `socketExchange(socketClient(…))` among its exchanges. */
export function overUrql(client: Client): Subscribe {
  return (after, { next, ended }) => {
    const { unsubscribe } = client.subscription(EventsDocument, { after }).subscribe(({ data, error, hasNext }) => {
      if (error?.networkError) ended(error);
      else next({ data, errors: error?.graphQLErrors });
      if (!hasNext) ended();
    });
    return unsubscribe;
  };
}
