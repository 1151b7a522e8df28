import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from '../graphql/context';
import type { Variables } from './cost.rules';
import { expandedFields } from './expansion.rules';
import type { ReportedError } from './failures';

/** As graphql-js and graphql-jit both give it. */
export interface Result {
  readonly data?: ExecutionResult['data'];
  readonly errors?: readonly ReportedError[];
}

type Run = (root: unknown, context: RequestContext, variables: Variables) => Promise<Result> | Result;

/** Compiling takes as long as a few hundred runs save on a small query: only what is asked again and again is compiled. */
const RUNS_BEFORE_COMPILING = 5;
/** Compiling takes about a tenth of a millisecond a field, and writes out every fragment that is spread. */
const MOST_FIELDS = 400;

/** Runs one operation: by graphql-js at first, by a function compiled for it when it is asked for often. */
export class Compilation {
  private runs = 0;
  private readonly interpret: Run;
  private current: Run;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    const operationName = operation.name?.value;
    this.interpret = (rootValue, contextValue, variableValues) =>
      execute({ schema, document, operationName, rootValue, contextValue, variableValues });
    this.current = this.interpret;
  }

  /** `variables` are the client's, found good by graphql-js. `root` is the event, for a subscription. */
  run(root: unknown, context: RequestContext, variables: Variables): Promise<Result> | Result {
    if (this.runs < RUNS_BEFORE_COMPILING && ++this.runs === RUNS_BEFORE_COMPILING) this.current = this.compile();
    return this.current(root, context, variables);
  }

  private compile(): Run {
    if (expandedFields(this.document, this.operation) > MOST_FIELDS) return this.interpret;
    const compiled = compileQuery(this.schema, this.document, this.operation.name?.value, {
      disablingCapturingStackErrors: true,
    });
    if (!isCompiledQuery(compiled)) return this.interpret;
    return async (root, context, variables) => {
      const result = await compiled.query(root, context, { ...variables });
      if (!this.doubtful(result)) return result;
      this.current = this.interpret;
      // A change that has been made is not made again; only coercion, which comes before it, leaves no data.
      const begun = 'data' in result && this.operation.operation === OperationTypeNode.MUTATION;
      return begun ? result : this.interpret(root, context, variables);
    };
  }

  /**
   * An error that nobody threw is the compiler's own: about a variable that graphql-js accepts, or a promise in a field
   * without resolver. graphql-js has the last word, and this operation from then on.
   */
  private doubtful({ errors }: Result): boolean {
    return errors?.some(({ originalError }) => originalError === undefined) ?? false;
  }
}
