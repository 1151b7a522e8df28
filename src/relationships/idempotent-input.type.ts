import { Field, InputType } from 'type-graphql';

@InputType()
export abstract class IdempotentInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Makes it safe to send the request again when no answer came: within 24 hours the same key with the same input gets the same outcome and changes nothing twice. Any text of up to 100 characters, a UUID for example.',
  })
  idempotencyKey?: string;
}
