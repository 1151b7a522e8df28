import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestContext, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from '../graphql/context';
import type { Answer, Prepared, Refused } from './answer';
import type { Executor } from './executor';

/**
 * Apollo speaks GraphQL over HTTP: headers, content negotiation, preflights. What it would do with the operation itself is
 * done by our executor, so that the same limits hold on every transport.
 */
export function createApollo(schema: GraphQLSchema, executor: Executor, logger: Logger): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ourExecution(executor),
    ],
    logger,
    // Ours reads and remembers documents.
    documentStore: null,
    persistedQueries: false,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: ({ message, extensions, ...rest }, error) => {
      if (extensions?.code !== 'INTERNAL_SERVER_ERROR') return { message, extensions: extensions ?? {}, ...rest };
      logger.error({ err: error }, 'a request failed before its operation began');
      return { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
    },
  });
}

type Stage = GraphQLRequestContext<RequestContext>;

/** What Apollo holds instead of the document, which it would parse and validate without our limits. */
const HANDLED: DocumentNode = parse('{ __typename }');

function ourExecution(executor: Executor): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async ({ request }) => {
      let prepared: Prepared | Refused;
      return {
        didResolveSource: async (stage) => {
          prepared = executor.prepare(request);
          Object.assign(stage, { document: prepared.operation?.document ?? HANDLED });
        },
        responseForOperation: async (stage: Stage) => {
          if (prepared.errors) return single({ errors: prepared.errors }, wantsPlainJson(stage) ? 200 : 400);
          if (prepared.operation.node.operation === 'subscription') return single(NOT_OVER_HTTP, 400);
          const { answer, status } = await executor.execute(prepared, stage.contextValue, 'http');
          return single(answer, status ?? 200);
        },
      };
    },
  };
}

const NOT_OVER_HTTP: Answer = {
  errors: [
    {
      message: 'Subscriptions go over a WebSocket to this address, by the protocol "graphql-transport-ws".',
      extensions: { code: 'BAD_REQUEST' },
    },
  ],
};

function single({ data, errors, extensions }: Answer, status: number) {
  const parts = {
    ...(data === undefined ? {} : { data }),
    ...(errors ? { errors } : {}),
    ...(extensions ? { extensions } : {}),
  };
  return { http: { status, headers: new HeaderMap() }, body: { kind: 'single' as const, singleResult: parts } };
}

/**
 * Whether to answer a refusal by 200: GraphQL over HTTP wants that of `application/json`, for clients of old that read the
 * body of no other status. Those that know `application/graphql-response+json` get 400.
 */
function wantsPlainJson({ request }: Stage): boolean {
  const accept = request.http?.headers.get('accept') ?? '';
  return accept.includes('application/json') && !accept.includes('application/graphql-response+json');
}
