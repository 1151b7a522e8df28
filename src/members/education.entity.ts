import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { NullableVarchar, PrimaryInteger, Varchar } from '../database/columns';
import { Member } from './member.entity';

/** A school a member has been to, `ordinal`th of their list. Dates are partial. */
@Entity({ name: 'education' })
export class Education {
  @PrimaryInteger('member_id')
  memberId: number;

  @PrimaryColumn({ type: 'int' })
  ordinal: number;

  @Varchar(150)
  school: string;

  @NullableVarchar(150)
  degree: string | null;

  @NullableVarchar(150)
  field: string | null;

  @NullableVarchar(10, { name: 'started_on' })
  startedOn: string | null;

  @NullableVarchar(10, { name: 'ended_on' })
  endedOn: string | null;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'fk_education_member_id' })
  member?: Member;
}
