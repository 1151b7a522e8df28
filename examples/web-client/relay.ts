import type { GraphQLFormattedError } from 'graphql';
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

class AnsweredWithErrors extends Error {
  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super(errors.map(({ message }) => message).join(' '));
  }
}

/** The second argument of `Network.create`. */
export function relaySubscriptions(client: Client): SubscribeFunction {
  return ({ text, name }, variables) =>
    Observable.create((sink) =>
      client.subscribe(
        { query: text ?? '', operationName: name, variables },
        {
          // Relay would show an answer with errors as if it were whole.
          next: (answer) =>
            answer.errors ? sink.error(new AnsweredWithErrors(answer.errors)) : sink.next(answer as never),
          error: (error: Error) => sink.error(error),
          complete: () => sink.complete(),
        },
      ),
    );
}

/** `events` is your own subscription to `events`, as Relay's compiler has made it. */
export function overRelay(environment: IEnvironment, events: GraphQLTaggedNode): Subscribe {
  return (after, { next, ended }) => {
    const { dispose } = requestSubscription<{ variables: { after: string }; response: EventsSubscription }>(
      environment,
      {
        subscription: events,
        variables: { after },
        onNext: (data) => next({ data }),
        onError: (error) => (error instanceof AnsweredWithErrors ? next(error) : ended(error)),
        onCompleted: ended,
      },
    );
    return dispose;
  };
}
