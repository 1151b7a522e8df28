import type { Client } from 'graphql-ws';
import {
  type GraphQLTaggedNode,
  type IEnvironment,
  Observable,
  requestSubscription,
  type SubscribeFunction,
} from 'relay-runtime';
import type { EventsSubscription } from '../../schema/operations';
import type { Subscribe } from './follow';

/** The second argument of `Network.create`. */
export function relaySubscriptions(client: Client): SubscribeFunction {
  return ({ text, name }, variables) =>
    Observable.create((sink) => client.subscribe({ query: text ?? '', operationName: name, variables }, sink as never));
}

/** `events` is your own subscription to `events`, as Relay's compiler has made it. */
export function overRelay(environment: IEnvironment, events: GraphQLTaggedNode): Subscribe {
  return (after, { next, ended }) => {
    const { dispose } = requestSubscription<{ variables: { after: string }; response: EventsSubscription }>(
      environment,
      {
        subscription: events,
        variables: { after },
        onNext: (data) => (data ? next(data.events) : ended()),
        onError: ended,
        onCompleted: ended,
      },
    );
    return dispose;
  };
}
