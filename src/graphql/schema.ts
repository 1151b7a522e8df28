import { type GraphQLSchema, isAbstractType } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import type { RequestContext } from './context';

/** A resolver object, made by hand in the composition root. */
export type ResolverObject = object;

/** What a subscription reads from. Given to `buildGraphQLSchema` by the field's name. */
export type Source = (
  context: RequestContext,
  args: Readonly<Record<string, unknown>>,
) => AsyncIterable<unknown> | Promise<AsyncIterable<unknown>>;

/** What stands for an interface or a union says which type it has. */
export interface Named {
  readonly __typename: string;
}

/** A source that takes part in how its events are told: when there is one, in two halves when its answer becomes too long, and once it has been made. */
export interface Telling {
  /**
   * Resolves, to nothing, when it is time to ask for the next event. Who waits here and not for the event itself, often for
   * minutes, leaves behind no old promise that holds a new answer, and with it everything that the answer was made of.
   */
  ready(): Promise<void>;
  /** Null: this one cannot be divided. */
  halves(event: unknown): readonly [first: unknown, second: unknown] | null;
  /** The answer to the event that was given last has been made, though it may take long to leave. */
  answered(): void;
}

/**
 * Builds the schema from resolver objects. Inputs are checked by the services that use them, so TypeGraphQL validates
 * nothing; it has no global middleware, since even one that does nothing nearly doubles the cost of a list.
 */
export function buildGraphQLSchema(
  resolvers: readonly ResolverObject[],
  // biome-ignore lint/complexity/noBannedTypes: TypeGraphQL's own type for a list of classes.
  orphanedTypes: Function[],
  sources: Readonly<Record<string, Source>>,
): GraphQLSchema {
  const objects = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const [first, ...rest] = [...objects.keys()];
  if (!first) throw new Error('A schema needs resolvers.');
  // biome-ignore lint/complexity/noBannedTypes: TypeGraphQL's own type for a list of classes.
  const classes: NonEmptyArray<Function> = [first, ...rest];
  const schema = buildSchemaSync({
    resolvers: classes,
    orphanedTypes,
    container: { get: (someClass) => objects.get(someClass) },
    validate: false,
    pubSub: {
      publish: () => refusePubSub(),
      subscribe: () => refusePubSub(),
    },
  });
  for (const [name, description] of Object.entries(ROOTS)) {
    const root = schema.getType(name);
    if (root) root.description = description;
  }
  // TypeGraphQL answers with a promise, for which a compiled operation does not wait.
  for (const type of Object.values(schema.getTypeMap()))
    if (isAbstractType(type)) type.resolveType = ({ __typename }: Named) => __typename;
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const source = sources[field.name];
    if (!source) throw new Error(`Subscription ${field.name} has no source.`);
    field.subscribe = (_root, args, context) => source(context, args);
  }
  return schema;
}

/** TypeGraphQL makes these types by itself and without a word. */
const ROOTS = {
  Query: 'Everything that can be read, always as the signed-in member may see it.',
  Mutation:
    'Everything that can be done. Expected refusals are in the `errors` of the payload, not among the top-level errors.',
  Subscription:
    'Everything that can be followed, over WebSocket (`graphql-transport-ws`) and server-sent events (`graphql-sse`).',
};

/** Stands in decorators where TypeGraphQL demands a function that cannot know the objects wired by hand. */
export const WIRED_LATER = (): never => refusePubSub();

/** Subscriptions read the event stream; a publish that is not stored first is what this project exists to avoid. */
function refusePubSub(): never {
  throw new Error('There is no pub/sub here: subscriptions read the event stream.');
}
