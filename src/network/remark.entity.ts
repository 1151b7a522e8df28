import { Column, Entity, Index } from 'typeorm';
import { Integer, NullableVarchar, PrimaryInteger } from '../database/columns';

/** What `memberId` has noted about `peerId`, for their own eyes only. */
@Index('remarks_of_peer', ['peerId'])
@Entity({ name: 'remark', withoutRowid: true })
export class Remark {
  @PrimaryInteger('member_id')
  memberId: number;

  @PrimaryInteger('peer_id')
  peerId: number;

  @NullableVarchar(60)
  label: string | null;

  @Column({ type: 'text', nullable: true, name: 'private_note' })
  privateNote: string | null;

  @Integer({ name: 'updated_at' })
  updatedAt: number;
}
