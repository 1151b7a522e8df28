import type { GraphQLFormattedError } from 'graphql';
import type { Result } from './compilation';
import type { Variables } from './cost.rules';
import type { Operation } from './documents';

/** What every transport brings. */
export interface OperationRequest {
  readonly query?: string | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: Variables | null | undefined;
}

/** An operation that may run: its shape, variables and cost have been found good. */
export interface Prepared {
  readonly operation: Operation;
  readonly variables: Variables;
  readonly cost: number;
  readonly errors?: undefined;
}

/** One that may not; the errors are ready to be shown. */
export interface Refused {
  readonly operation?: undefined;
  readonly errors: readonly GraphQLFormattedError[];
}

/** An answer, ready to be shown. */
export interface Answer {
  readonly data?: Result['data'];
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export type Transport = 'http' | 'websocket' | 'sse';
