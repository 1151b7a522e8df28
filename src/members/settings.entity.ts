import { Entity, JoinColumn, OneToOne } from 'typeorm';
import { PrimaryInteger, Varchar } from '../database/columns';
import { Member } from './member.entity';

/** A member's choices, but for muted notification kinds, which the door needs at hand in `member_state`. */
@Entity({ name: 'settings' })
export class Settings {
  @PrimaryInteger('member_id')
  memberId: number;

  @Varchar(20, { name: 'connections_visible_to' })
  connectionsVisibleTo: string;

  @OneToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'fk_settings_member_id' })
  member?: Member;
}
