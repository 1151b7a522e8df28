import { Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Integer, NullableInteger, NullableText, NullableVarchar, PrimaryInteger, Varchar } from '../database/columns';
import { Member } from '../members/member.entity';

/**
 * An invitation. Each side has a status of its own: nothing the recipient does in silence touches `senderStatus`. The index of
 * sent ones ends with the origin, so that counting a quota reads nothing but the index.
 */
@Index('invitations_sent', ['senderId', 'sentAt', 'id', 'origin'])
@Index('invitations_received', ['recipientId', 'recipientStatus', 'sentAt', 'id'])
@Index('invitations_due', ['openUntil'])
@Entity({ name: 'invitation' })
export class Invitation {
  @PrimaryInteger()
  id: number;

  @Integer({ name: 'sender_id' })
  senderId: number;

  @Integer({ name: 'recipient_id' })
  recipientId: number;

  @Varchar(20)
  reason: string;

  @NullableText()
  context: string | null;

  @NullableText()
  note: string | null;

  @Varchar(10)
  origin: string;

  @Varchar(10, { name: 'sender_status' })
  senderStatus: string;

  @Varchar(10, { name: 'recipient_status' })
  recipientStatus: string;

  @NullableVarchar(16)
  report: string | null;

  @Integer({ name: 'sent_at' })
  sentAt: number;

  @NullableInteger({ name: 'answered_at' })
  answeredAt: number | null;

  @Integer({ name: 'expires_at' })
  expiresAt: number;

  @NullableInteger({ name: 'open_until' })
  openUntil: number | null;

  @NullableInteger({ name: 'snoozed_until' })
  snoozedUntil: number | null;

  @NullableText()
  question: string | null;

  @NullableInteger({ name: 'asked_at' })
  askedAt: number | null;

  @NullableText()
  reply: string | null;

  @NullableInteger({ name: 'replied_at' })
  repliedAt: number | null;

  /** Whether the two named the same employer or school when it was sent; null: not looked up. */
  @Column({ type: 'tinyint', name: 'shares_context', nullable: true })
  sharesContext: number | null;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'sender_id', foreignKeyConstraintName: 'fk_invitation_sender_id' })
  sender?: Member;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'recipient_id', foreignKeyConstraintName: 'fk_invitation_recipient_id' })
  recipient?: Member;
}
