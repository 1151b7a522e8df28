import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { NullableText, NullableVarchar, PrimaryInteger, Varchar } from '../database/columns';
import { Member } from './member.entity';

/** Something a member has achieved, `ordinal`th of their list. The date is partial. */
@Entity({ name: 'accomplishment' })
export class Accomplishment {
  @PrimaryInteger('member_id')
  memberId: number;

  @PrimaryColumn({ type: 'int' })
  ordinal: number;

  @Varchar(200)
  title: string;

  @NullableText()
  description: string | null;

  @NullableVarchar(10)
  date: string | null;

  @NullableVarchar(500)
  url: string | null;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'fk_accomplishment_member_id' })
  member?: Member;
}
