import { setTimeout as delay } from 'node:timers/promises';
import {
  createSourceEventStream,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getVariableValues,
} from 'graphql';
import type { RequestContext } from '../graphql/context';
import type { Telling } from '../graphql/schema';
import type { Metrics } from '../metrics';
import type { Answer, OperationRequest, Prepared, Refused, Transport } from './answer';
import type { Result } from './compilation';
import type { Documents } from './documents';
import { EventAnswers } from './event-answers';
import { type Failures, isForClient, limitExceeded, rootOf, statusOf } from './failures';

export interface ExecutorLimits {
  /** The most an operation may cost. */
  readonly cost: number;
  /** Bytes of an answer to an event above which it is told in parts, where it can be. */
  readonly batchBytes: number;
}

/** How long to wait before an event that could not be read just now is read again (milliseconds), and how often when it may be a bug. */
const AGAIN = 500;
const READINGS = 4;

/** What happened could not be read. Its listener must be sent away, and come again with its cursor: nothing is passed over. */
export class EventUnreadable extends Error {
  override readonly name = 'EventUnreadable';
}

/** Runs operations for all transports alike: the same limits, the same rules, the same masking. */
export class Executor {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly documents: Documents,
    private readonly failures: Failures,
    private readonly metrics: Metrics,
    private readonly limits: ExecutorLimits,
    /** Whether an error is nobody's fault and will soon be over, such as a database that restarts. */
    private readonly passing: (error: unknown) => boolean,
  ) {}

  /** Finds everything that can be found wrong before anything runs. */
  prepare({ query, operationName, variables }: OperationRequest): Prepared | Refused {
    const operation = this.documents.find(query ?? '', operationName ?? undefined);
    if (operation === undefined) return this.refuse([new GraphQLError(unknownOperation(operationName))]);
    if (!('node' in operation)) return this.refuse(operation);
    const given = variables ?? {};
    const { errors, coerced } = getVariableValues(this.schema, operation.node.variableDefinitions ?? [], given, {
      maxErrors: 5,
    });
    if (errors) return this.refuse(errors);
    // Also what a client leaves to a variable's default is asked for.
    const cost = operation.cost(coerced);
    if (cost <= this.limits.cost) return { operation, variables: given, cost };
    return this.refuse([tooCostly(cost, this.limits.cost)]);
  }

  /** Runs a query, which an outage leaves without any data, or a mutation. `status` is what the errors ask HTTP to answer with, if anything. */
  async execute(
    prepared: Prepared,
    context: RequestContext,
    transport: Transport,
  ): Promise<{ answer: Answer; status: number | undefined }> {
    const { node, compilation } = prepared.operation;
    const end = this.metrics.graphqlSeconds.startTimer({ transport, type: node.operation });
    const result = await this.run(() => compilation.run(undefined, context, prepared.variables));
    end({ outcome: result.errors ? 'errors' : 'ok' });
    // Half of what was asked for could pass for all of it, and a page of events half read would be passed over.
    const outage = node.operation === 'query' && result.errors?.some((error) => this.passing(rootOf(error)));
    const answer = this.answer(outage ? { ...result, data: null } : result, context, transport);
    return {
      answer: { ...answer, extensions: { cost: prepared.cost } },
      status: result.errors && statusOf(result.errors),
    };
  }

  /**
   * Opens the source of a subscription; each event is answered as a fresh reading, by what has been compiled for it.
   */
  async subscribe(
    prepared: Prepared,
    context: RequestContext,
    transport: Transport,
  ): Promise<EventAnswers<unknown, Answer> | Answer> {
    const { document, node } = prepared.operation;
    const source = await createSourceEventStream({
      schema: this.schema,
      document,
      contextValue: context,
      variableValues: prepared.variables,
      operationName: node.name?.value,
    }).catch((error: unknown) => ({ errors: [asReported(error)] }));
    if (!(Symbol.asyncIterator in source)) return this.answer(source, context, transport);
    const { compilation } = prepared.operation;
    this.metrics.subscriptions.inc();
    const events: AsyncIterator<unknown> & Partial<Telling> = source[Symbol.asyncIterator]();
    return new EventAnswers(
      events,
      async (event, answering) => {
        for (let reading = 1; ; reading++) {
          const result = await this.run(() => compilation.run(event, context.fresh(), prepared.variables));
          const causes = answering.over() ? [] : (result.errors ?? []).map(rootOf);
          const faults = causes.filter((cause) => !isForClient(cause));
          if (faults.length > 0) {
            // An event is never passed over: what fails only now is told when it can be.
            if (reading >= READINGS && !faults.every(this.passing)) throw this.unreadable(result, context, transport);
            await delay(AGAIN);
            continue;
          }
          events.answered?.();
          const parts = events.halves?.(event);
          if (!parts || !this.isLong(result)) return this.answer(result, context, transport);
          answering.later(parts[1]);
          event = parts[0];
        }
      },
      () => this.metrics.subscriptions.dec(),
    );
  }

  private unreadable(result: Result, context: RequestContext, transport: Transport): EventUnreadable {
    // The log tells why, under the id of the request.
    this.answer(result, context, transport);
    return new EventUnreadable();
  }

  private isLong({ data }: Result): boolean {
    return Buffer.byteLength(JSON.stringify(data) ?? '') > this.limits.batchBytes;
  }

  /** What a client may read of why it may not even ask. */
  refused(error: GraphQLError): readonly GraphQLFormattedError[] {
    return this.failures.ofRequest([error]);
  }

  /** What a client may read of something that was thrown outside of an operation. */
  failure(thrown: unknown, context: RequestContext, transport: Transport): readonly GraphQLFormattedError[] {
    return this.failures.ofExecution([asReported(thrown)], { requestId: context.requestId, transport });
  }

  private async run(work: () => Promise<Result> | Result): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      return { data: null, errors: [asReported(error)] };
    }
  }

  private answer({ data, errors }: Result, { requestId }: RequestContext, transport: Transport): Answer {
    const shown = errors ? { errors: this.failures.ofExecution(errors, { requestId, transport }) } : {};
    return data === undefined ? shown : { ...shown, data };
  }

  private refuse(errors: readonly GraphQLError[]): Refused {
    return { errors: this.failures.ofRequest(errors) };
  }
}

function unknownOperation(name: string | null | undefined): string {
  return name ? 'The document holds no operation with the name that was asked for.' : 'Name the operation to run.';
}

function tooCostly(cost: number, most: number): GraphQLError {
  const message = `This would cost ${cost}; at most ${most} is allowed. Ask for smaller pages, or for less inside of them.`;
  return limitExceeded('cost', message, { cost });
}

/** The shape in which execution reports what a resolver throws. */
function asReported(thrown: unknown) {
  const originalError = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { message: originalError.message, originalError };
}
