import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Integer, PrimaryInteger, Varchar } from '../../database/columns';
import { Member } from '../../members/member.entity';

/** `peerId` has reported `memberId`, and has not taken it back: there is one for as long as they do not know each other. */
@Index('reports_of_peer', ['peerId'])
@Entity({ name: 'report', withoutRowid: true })
export class Report {
  @PrimaryInteger('member_id')
  memberId: number;

  @PrimaryInteger('peer_id')
  peerId: number;

  /** UNKNOWN_SENDER or SPAM. */
  @Varchar(16)
  kind: string;

  @Integer({ name: 'made_at' })
  madeAt: number;

  /** The midnight from which on it counts. */
  @Integer({ name: 'counts_at' })
  countsAt: number;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'fk_report_member_id' })
  member?: Member;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'peer_id', foreignKeyConstraintName: 'fk_report_peer_id' })
  peer?: Member;
}
