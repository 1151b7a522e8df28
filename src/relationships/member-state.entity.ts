import { Column, Entity } from 'typeorm';
import { Integer, NullableInteger, PrimaryInteger } from '../database/columns';

/** The row whose lock guards everything about a member: stream position, counters, settings version. Only the door writes it. */
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
}
