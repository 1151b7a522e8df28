import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { DomainError } from '../errors';
import type { Metrics } from '../metrics';

/** What execution reports of an error. graphql-jit's are no GraphQLErrors, but have all of this. */
export interface ReportedError {
  readonly message: string;
  readonly locations?: GraphQLError['locations'];
  readonly path?: GraphQLError['path'];
  readonly originalError?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Where an error came up. */
export interface Scene {
  readonly requestId: string;
  readonly transport: string;
}

const OUT_OF_REACH =
  'The database is out of reach for a moment. Ask again shortly; send a mutation again with the same `idempotencyKey`, since it may have been done.';
const SUGGESTION = / ?Did you mean .+\?$/s;

/** One of the bounds on what a request may ask for was exceeded; `limit` says which. */
export function limitExceeded(
  limit: string,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED', limit, ...more } });
}

/**
 * Decides what clients read of an error, the same on every transport. What was thrown for the client goes through; an outage
 * is UNAVAILABLE; all else is a bug: the client gets an id under which the log tells the rest, and never a stack.
 */
export class Failures {
  constructor(
    private readonly logger: Logger,
    private readonly metrics: Metrics,
    /** Whether "Did you mean …?" may name parts of the schema. */
    private readonly suggestions: boolean,
    /** Whether an error says that the database is out of reach for now. */
    private readonly passing: (error: unknown) => boolean,
  ) {}

  /** Errors of parsing, validation and coercion: all of them are the client's own. */
  ofRequest(errors: readonly GraphQLError[]): GraphQLFormattedError[] {
    return errors.map((error) => this.shown(error, error));
  }

  /** Errors of execution, or whatever was thrown around it. */
  ofExecution(errors: readonly ReportedError[], scene: Scene): GraphQLFormattedError[] {
    return errors.map((error) => {
      const cause = rootOf(error);
      if (this.passing(cause)) return this.outage(error, cause, scene);
      if (!isForClient(cause)) return this.masked(error, cause, scene);
      return this.shown(error, cause instanceof DomainError ? asReported(cause) : cause);
    });
  }

  private shown(at: ReportedError, cause: ReportedError): GraphQLFormattedError {
    const { http: _, code = 'BAD_USER_INPUT', ...rest } = cause.extensions ?? {};
    const message = this.suggestions ? cause.message : cause.message.replace(SUGGESTION, '');
    return { message, ...whereabouts(at), extensions: { code, ...rest } };
  }

  private outage(at: ReportedError, cause: unknown, { requestId, transport }: Scene): GraphQLFormattedError {
    this.logger.warn({ err: cause, requestId, transport, path: at.path?.join('.') }, 'the database is out of reach');
    return { message: OUT_OF_REACH, ...whereabouts(at), extensions: { code: 'UNAVAILABLE', requestId } };
  }

  private masked(at: ReportedError, cause: unknown, { requestId, transport }: Scene): GraphQLFormattedError {
    this.metrics.maskedErrors.inc();
    this.logger.error(
      { err: cause ?? new Error(at.message), requestId, transport, path: at.path?.join('.') },
      'masked an error',
    );
    const message = 'Something went wrong on our side. The log tells more under this request id.';
    return { message, ...whereabouts(at), extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
  }
}

/** Before an operation begins: whoever asks cannot be recognised just now. */
export function outOfReach(requestId: string): GraphQLError {
  return new GraphQLError(OUT_OF_REACH, { extensions: { code: 'UNAVAILABLE', requestId, http: { status: 503 } } });
}

/** The HTTP status that an error asks for, such as 401 for a request without a valid token. */
export function statusOf(errors: readonly ReportedError[]): number | undefined {
  for (const error of errors) {
    const cause = rootOf(error);
    const http: unknown = cause instanceof GraphQLError ? cause.extensions.http : undefined;
    if (typeof http === 'object' && http !== null && 'status' in http && typeof http.status === 'number')
      return http.status;
  }
  return undefined;
}

/** A refusal outside of a payload, such as an unknown id among a query's arguments. */
function asReported({ message, code, details }: DomainError): ReportedError {
  const retryAt = details.retryAt === undefined ? {} : { retryAt: new Date(details.retryAt).toISOString() };
  return { message, extensions: { code, ...details, ...retryAt } };
}

/** Whether a cause was thrown for the client to read; all others are bugs and outages. */
export function isForClient(cause: unknown): cause is GraphQLError | DomainError {
  return cause instanceof GraphQLError || cause instanceof DomainError;
}

/** What was thrown: the innermost original error. */
export function rootOf(error: ReportedError): unknown {
  let cause: unknown = error.originalError;
  while (cause instanceof GraphQLError && cause.originalError !== undefined) cause = cause.originalError;
  return cause;
}

function whereabouts({ locations, path }: ReportedError): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  return { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
}
