import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from '../graphql/context';
import type { Variables } from './cost.rules';
import type { ReportedError } from './failures';

/** As graphql-js and graphql-jit both give it. */
export interface Result {
  readonly data?: ExecutionResult['data'];
  readonly errors?: readonly ReportedError[];
}

type Run = (root: unknown, context: RequestContext, variables: Variables) => Promise<Result> | Result;

/** Compiling takes as long as a few hundred runs save on a small query: only what is asked again and again is compiled. */
const RUNS_BEFORE_COMPILING = 5;

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
    const compiled = compileQuery(this.schema, this.document, this.operation.name?.value, {
      disablingCapturingStackErrors: true,
    });
    if (!isCompiledQuery(compiled)) return this.interpret;
    return (root, context, variables) => {
      const result = compiled.query(root, context, { ...variables });
      // Without data it has not begun: it finds fault with variables that graphql-js accepts, which has the last word.
      if ('data' in result || 'then' in result) return result;
      this.current = this.interpret;
      return this.interpret(root, context, variables);
    };
  }
}
