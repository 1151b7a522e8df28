import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PrimaryInteger, Varchar } from '../database/columns';
import { Member } from './member.entity';

/** Something a member can do, `ordinal`th of their list. */
@Entity({ name: 'skill' })
export class Skill {
  @PrimaryInteger('member_id')
  memberId: number;

  @PrimaryColumn({ type: 'int' })
  ordinal: number;

  @Varchar(80)
  name: string;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'fk_skill_member_id' })
  member?: Member;
}
