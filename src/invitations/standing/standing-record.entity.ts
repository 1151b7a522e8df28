import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Integer, NullableText, PrimaryInteger, Varchar } from '../../database/columns';
import { Member } from '../../members/member.entity';

/** What happened with a member's standing, for the operator who looks into it: append only. Its id is that of the change. */
@Index('records_of_standing', ['memberId', 'id'])
@Entity({ name: 'standing_record' })
export class StandingRecord {
  @PrimaryInteger()
  id: number;

  @Integer({ name: 'member_id' })
  memberId: number;

  /** RESTRICTED, APPEALED, PARDONED, PARDON_REVOKED or OVERUSED. */
  @Varchar(16)
  kind: string;

  /** The appeal, or the operator's reason. */
  @NullableText()
  text: string | null;

  @Integer({ name: 'created_at' })
  createdAt: number;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'fk_standing_record_member_id' })
  member?: Member;
}
