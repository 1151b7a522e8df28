import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/user-error.type';
import { Member } from '../members/member.type';
import { IdempotentInput } from '../relationships/idempotent-input.type';
import { Relationship } from './relationship.type';
import type { RelationshipView } from './relationship-view.rules';

@InputType()
abstract class AboutMemberInput extends IdempotentInput {
  @Field(() => ID, { description: 'The other member.' })
  memberId: string;
}

@InputType('RemoveConnectionInput', { description: 'Which connection to remove.' })
export class RemoveConnectionInput extends AboutMemberInput {}

@InputType('BlockMemberInput', { description: 'Whom to block.' })
export class BlockMemberInput extends AboutMemberInput {}

@InputType('UnblockMemberInput', { description: 'Whom to unblock.' })
export class UnblockMemberInput extends AboutMemberInput {}

@ObjectType()
abstract class AboutMemberPayload extends Payload {
  @Field(() => Member, { nullable: true, description: 'The other member as they are to you now; null when refused.' })
  member?: Member | undefined;

  @Field(() => Relationship, { nullable: true, description: 'How they stand to you now; null when refused.' })
  relationship?: RelationshipView | null | undefined;
}

@ObjectType('RemoveConnectionPayload', { description: 'What came of removeConnection.' })
export class RemoveConnectionPayload extends AboutMemberPayload {}

@ObjectType('BlockMemberPayload', { description: 'What came of blockMember.' })
export class BlockMemberPayload extends AboutMemberPayload {}

@ObjectType('UnblockMemberPayload', { description: 'What came of unblockMember.' })
export class UnblockMemberPayload extends AboutMemberPayload {}
