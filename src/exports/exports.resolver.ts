import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { Payload, payload } from '../graphql/user-error.type';
import type { ExportsService } from './exports.service';

@InputType({ description: 'Which page of the export.' })
export class ExportMyDataInput {
  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before; absent for the first.' })
  after?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Something that is kept about you.' })
export class ExportedRecord {
  @Field(() => String, {
    description: 'What it is: ACCOUNT, PROFILE, CONNECTION and others. Kinds are added over time.',
  })
  kind: string;

  @Field(() => String, {
    description: 'A JSON object, with the kind in its field `record`. Each makes a line of a file.',
  })
  json: string;
}

@ObjectType({ simpleResolvers: true, description: 'A page of what is kept about you.' })
export class ExportMyDataPayload extends Payload {
  @Field(() => [ExportedRecord], { nullable: true, description: 'Up to 200 records; null when refused.' })
  records?: readonly ExportedRecord[] | undefined;

  @Field(() => String, { nullable: true, description: 'Where to go on. Null when this was all.' })
  endCursor?: string | null | undefined;
}

@Resolver()
export class ExportsResolver {
  constructor(private readonly exports: ExportsService) {}

  @Mutation(() => ExportMyDataPayload, {
    description:
      'Everything that is kept about you, in pages; ask until `endCursor` is null. Secrets are left out, and what others did in silence: an invitation that was declined is PENDING here, too. What changes between two pages may be missing or twice.',
  })
  exportMyData(
    @Arg('input', () => ExportMyDataInput, { description: 'Which page.' }) input: ExportMyDataInput,
    @Ctx() context: RequestContext,
  ): Promise<ExportMyDataPayload> {
    const { viewerId } = context;
    return payload(() => this.exports.page(viewerId, input.after ?? null));
  }
}
