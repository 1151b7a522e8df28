import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Integer, PrimaryInteger } from '../../database/columns';
import { Member } from '../../members/member.entity';

/** A member does not want somebody suggested to them any more. Only they know. */
@Index('dismissals_of_peer', ['peerId'])
@Entity({ name: 'suggestion_dismissal', withoutRowid: true })
export class SuggestionDismissal {
  @PrimaryInteger('member_id')
  memberId: number;

  @PrimaryInteger('peer_id')
  peerId: number;

  @Integer({ name: 'dismissed_at' })
  dismissedAt: number;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'fk_suggestion_dismissal_member_id' })
  member?: Member;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'peer_id', foreignKeyConstraintName: 'fk_suggestion_dismissal_peer_id' })
  peer?: Member;
}
