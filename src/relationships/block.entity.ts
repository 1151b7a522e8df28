import { Entity, Index } from 'typeorm';
import { Integer, PrimaryInteger } from '../database/columns';

/** `memberId` has blocked `peerId`: the list form of what the pair row says. */
@Index('blocks_by_time', ['memberId', 'blockedAt', 'peerId'])
@Index('blocks_of_peer', ['peerId'])
@Entity({ name: 'block', withoutRowid: true })
export class Block {
  @PrimaryInteger('member_id')
  memberId: number;

  @PrimaryInteger('peer_id')
  peerId: number;

  @Integer({ name: 'blocked_at' })
  blockedAt: number;
}
