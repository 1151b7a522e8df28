import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { NullableText, NullableVarchar, PrimaryInteger, Varchar } from '../database/columns';
import { Member } from './member.entity';

/** A place where a member has worked, `ordinal`th of their list. Dates are partial: YYYY, YYYY-MM or YYYY-MM-DD. */
@Entity({ name: 'position' })
export class Position {
  @PrimaryInteger('member_id')
  memberId: number;

  @PrimaryColumn({ type: 'int' })
  ordinal: number;

  @Varchar(150)
  title: string;

  @Varchar(150)
  company: string;

  @NullableVarchar(10, { name: 'started_on' })
  startedOn: string | null;

  @NullableVarchar(10, { name: 'ended_on' })
  endedOn: string | null;

  @NullableVarchar(120)
  location: string | null;

  @NullableText()
  description: string | null;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'fk_position_member_id' })
  member?: Member;
}
