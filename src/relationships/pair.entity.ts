import { Column, Entity, Index } from 'typeorm';
import { Integer, NullableInteger, NullableVarchar, PrimaryInteger } from '../database/columns';

/** What stands between two people; `low` is the member with the smaller id. One row for each pair that ever had something to do with each other. */
@Index('pairs_to_return', ['openReturnAt'])
@Index('pairs_of_high', ['highId'])
@Entity({ name: 'pair', withoutRowid: true })
export class Pair {
  @PrimaryInteger('low_id')
  lowId: number;

  @PrimaryInteger('high_id')
  highId: number;

  @Column({ type: 'int' })
  version: number;

  @Integer({ name: 'low_seq' })
  lowSeq: number;

  @Integer({ name: 'high_seq' })
  highSeq: number;

  @NullableInteger({ name: 'connected_at' })
  connectedAt: number | null;

  @NullableInteger({ name: 'open_id' })
  openId: number | null;

  @NullableInteger({ name: 'open_sender_id' })
  openSenderId: number | null;

  @NullableVarchar(10, { name: 'open_state' })
  openState: string | null;

  @NullableInteger({ name: 'open_expires_at' })
  openExpiresAt: number | null;

  @NullableInteger({ name: 'open_answered_at' })
  openAnsweredAt: number | null;

  @Column({ type: 'int', nullable: true, name: 'open_answered_version' })
  openAnsweredVersion: number | null;

  @NullableInteger({ name: 'open_question' })
  openQuestion: number | null;

  @NullableInteger({ name: 'open_reply' })
  openReply: number | null;

  @NullableVarchar(10, { name: 'open_return' })
  openReturn: string | null;

  @NullableInteger({ name: 'open_return_at' })
  openReturnAt: number | null;

  @NullableInteger({ name: 'open_reminder' })
  openReminder: number | null;

  @NullableInteger({ name: 'low_withdrew_at' })
  lowWithdrewAt: number | null;

  @NullableInteger({ name: 'high_withdrew_at' })
  highWithdrewAt: number | null;

  @NullableInteger({ name: 'low_blocked_at' })
  lowBlockedAt: number | null;

  @NullableInteger({ name: 'high_blocked_at' })
  highBlockedAt: number | null;

  @NullableInteger({ name: 'low_unblocked_at' })
  lowUnblockedAt: number | null;

  @NullableInteger({ name: 'high_unblocked_at' })
  highUnblockedAt: number | null;

  @Column({ type: 'tinyint', name: 'low_unknown' })
  lowUnknown: number;

  @Column({ type: 'tinyint', name: 'high_unknown' })
  highUnknown: number;
}
