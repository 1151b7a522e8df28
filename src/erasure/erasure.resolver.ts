import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { Payload, payload } from '../graphql/user-error.type';
import type { ErasureService } from './erasure.service';

@InputType({ description: 'Proves that it is you who wants to be erased.' })
export class EraseMeInput {
  @Field(() => String, { description: 'Your password. After ten failures you have to wait.' })
  password: string;
}

@ObjectType({ simpleResolvers: true, description: 'What came of eraseMe. Without errors your account is gone.' })
export class EraseMePayload extends Payload {}

@Resolver()
export class ErasureResolver {
  constructor(private readonly erasures: ErasureService) {}

  @Mutation(() => EraseMePayload, {
    description:
      'Erases you, for good: account, profile, connections, invitations, everything you wrote, everything written about you. Export your data first, in a document of its own: what comes behind in the same one is UNAUTHENTICATED. To others you are an account that was closed. Your sessions end: sockets close with 4403. Your e-mail address and your handle are free again.',
  })
  eraseMe(
    @Arg('input', () => EraseMeInput, { description: 'The proof.' }) input: EraseMeInput,
    @Ctx() context: RequestContext,
  ): Promise<EraseMePayload> {
    const { memberId } = context.requireViewer();
    return payload(async () => {
      await this.erasures.erase(memberId, input.password);
      context.erased();
      return {};
    });
  }
}
