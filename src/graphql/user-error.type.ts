import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DomainError, ERROR_CODES, type ErrorCode } from '../errors';
import { DateTime } from './scalars';

const names = Object.fromEntries(Object.keys(ERROR_CODES).map((code) => [code, code]));
const valuesConfig = Object.fromEntries(
  Object.entries(ERROR_CODES).map(([code, description]) => [code, { description }]),
);
export const ErrorCodeEnum = names;

registerEnumType(ErrorCodeEnum, {
  name: 'ErrorCode',
  description: 'Why something was refused. Codes are added over time: keep a default branch.',
  valuesConfig,
});

@ObjectType('UserError', { description: 'A refusal that is part of normal use, with what to do about it.' })
export class UserError {
  @Field(() => ErrorCodeEnum, { description: 'What to branch on. Stable for ever.' })
  code: ErrorCode;

  @Field(() => String, { description: 'For a developer to read; not translated.' })
  message: string;

  @Field(() => [String], { nullable: true, description: 'The field of the input at fault, outermost name first.' })
  path?: readonly string[] | undefined;

  @Field(() => DateTime, { nullable: true, description: 'When the same request may succeed.' })
  retryAt?: number | undefined;

  @Field(() => Int, { nullable: true, description: 'How much of an exhausted allowance is left.' })
  remaining?: number | undefined;
}

@ObjectType()
export abstract class Payload {
  @Field(() => [UserError], {
    description: 'Empty when it was done. Otherwise nothing was changed, and this says why.',
  })
  errors: readonly UserError[];
}

/** Runs a mutation's work: refusals become the payload's `errors`, anything else is a bug and goes on as an exception. */
export async function payload<Result extends object>(
  work: () => Promise<Result>,
): Promise<Partial<Result> & { errors: readonly UserError[] }> {
  try {
    // Added to the result rather than copied with it, so that what is costly may be a getter.
    return Object.assign(await work(), { errors: [] });
  } catch (error) {
    if (error instanceof DomainError)
      return { errors: [toUserError(error)] } as Partial<Result> & { errors: UserError[] };
    throw error;
  }
}

export function toUserError(error: DomainError): UserError {
  return { code: error.code, message: error.message, ...error.details };
}
