import { Column, Entity, Index } from 'typeorm';
import { Integer, NullableInteger, NullableVarchar, PrimaryInteger } from '../database/columns';

/** The row whose lock guards everything about a member: stream position, counters, settings version. Only the door writes it. */
@Index('standings_due', ['recountAt'])
@Entity({ name: 'member_state' })
export class MemberState {
  @PrimaryInteger('member_id')
  memberId: number;

  @Integer({ name: 'created_at' })
  createdAt: number;

  @Integer({ name: 'last_seq' })
  lastSeq: number;

  @Integer({ name: 'last_tag' })
  lastTag: number;

  @Integer({ name: 'floor_seq' })
  floorSeq: number;

  @Integer({ name: 'floor_tag' })
  floorTag: number;

  @Column({ type: 'int', name: 'connection_count' })
  connectionCount: number;

  @Column({ type: 'int', name: 'open_sent_count' })
  openSentCount: number;

  @Column({ type: 'int', name: 'muted_kinds' })
  mutedKinds: number;

  @Column({ type: 'int', name: 'settings_version' })
  settingsVersion: number;

  @NullableInteger({ name: 'erased_at' })
  erasedAt: number | null;

  /** Public demands, as bits: 1 a note, 2 a reason. */
  @Column({ type: 'int', default: 0 })
  asks: number;

  /** Null: everyone. */
  @NullableVarchar(20, { name: 'who_may_invite' })
  whoMayInvite: string | null;

  @Column({ type: 'int', nullable: true, name: 'daily_intake' })
  dailyIntake: number | null;

  @NullableInteger({ name: 'paused_until' })
  pausedUntil: number | null;

  @Column({ type: 'tinyint', name: 'drops_unadmitted', default: 0 })
  dropsUnadmitted: number;

  @NullableInteger({ name: 'intake_since' })
  intakeSince: number | null;

  @Column({ type: 'int', name: 'intake_count', default: 0 })
  intakeCount: number;

  @NullableInteger({ name: 'answers_since' })
  answersSince: number | null;

  @Column({ type: 'int', name: 'answers_count', default: 0 })
  answersCount: number;

  @NullableInteger({ name: 'proofs_since' })
  proofsSince: number | null;

  @Column({ type: 'int', name: 'proofs_count', default: 0 })
  proofsCount: number;

  /** As its owner was told last; null: GOOD. */
  @NullableVarchar(10)
  standing: string | null;

  @NullableInteger({ name: 'restricted_at' })
  restrictedAt: number | null;

  @NullableInteger({ name: 'restricted_until' })
  restrictedUntil: number | null;

  @Column({ type: 'int', default: 0 })
  restrictions: number;

  @NullableInteger({ name: 'appealed_at' })
  appealedAt: number | null;

  @NullableInteger({ name: 'pardoned_at' })
  pardonedAt: number | null;

  @Column({ type: 'tinyint', default: 0 })
  overuses: number;

  /** When the standing is to be looked at again; null: nothing will change by itself. */
  @NullableInteger({ name: 'recount_at' })
  recountAt: number | null;
}
