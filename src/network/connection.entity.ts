import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Integer, PrimaryInteger } from '../database/columns';
import { Member } from '../members/member.entity';

/** A connection as one of the two sees it; the other's row mirrors it. `invitationId` is the invitation whose note this side received or sent. */
@Index('connections_by_time', ['memberId', 'connectedAt', 'peerId'])
@Index('connections_of_peer', ['peerId'])
@Entity({ name: 'connection', withoutRowid: true })
export class Connection {
  @PrimaryInteger('member_id')
  memberId: number;

  @PrimaryInteger('peer_id')
  peerId: number;

  @Integer({ name: 'connected_at' })
  connectedAt: number;

  @Integer({ name: 'invitation_id' })
  invitationId: number;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'fk_connection_member_id' })
  member?: Member;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'peer_id', foreignKeyConstraintName: 'fk_connection_peer_id' })
  peer?: Member;
}
