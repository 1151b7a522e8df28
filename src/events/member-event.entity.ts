import { Entity } from 'typeorm';
import { Integer, NullableInteger, NullableText, PrimaryInteger, Varchar } from '../database/columns';

/** The `seq`th fact a member was told. */
@Entity({ name: 'member_event', withoutRowid: true })
export class MemberEvent {
  @PrimaryInteger('member_id')
  memberId: number;

  @PrimaryInteger()
  seq: number;

  @Integer()
  tag: number;

  @Integer({ name: 'change_id' })
  changeId: number;

  @Varchar(32)
  kind: string;

  @NullableInteger()
  subject: number | null;

  @NullableInteger()
  actor: number | null;

  @NullableText()
  payload: string | null;

  @Integer({ name: 'created_at' })
  createdAt: number;
}
