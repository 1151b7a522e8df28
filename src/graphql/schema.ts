import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';

/** A resolver object, made by hand in the composition root. */
export type ResolverObject = object;

/**
 * Builds the schema from resolver objects. Inputs are checked by the services that use them, so TypeGraphQL validates
 * nothing; it has no global middleware, since even one that does nothing nearly doubles the cost of a list.
 */
export function buildGraphQLSchema(
  resolvers: readonly ResolverObject[],
  // biome-ignore lint/complexity/noBannedTypes: TypeGraphQL's own type for a list of classes.
  orphanedTypes: Function[],
): GraphQLSchema {
  const objects = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const [first, ...rest] = [...objects.keys()];
  if (!first) throw new Error('A schema needs resolvers.');
  // biome-ignore lint/complexity/noBannedTypes: TypeGraphQL's own type for a list of classes.
  const classes: NonEmptyArray<Function> = [first, ...rest];
  return buildSchemaSync({
    resolvers: classes,
    orphanedTypes,
    container: { get: (someClass) => objects.get(someClass) },
    validate: false,
    pubSub: {
      publish: () => refusePubSub(),
      subscribe: () => refusePubSub(),
    },
  });
}

/** Subscriptions read the event stream; a publish that is not stored first is what this project exists to avoid. */
function refusePubSub(): never {
  throw new Error('There is no pub/sub here: subscriptions read the event stream.');
}
