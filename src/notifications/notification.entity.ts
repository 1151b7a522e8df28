import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Integer, NullableInteger, PrimaryInteger, Varchar } from '../database/columns';
import { Member } from '../members/member.entity';

/** Something a member is told. Its id is that of the change it tells of. */
@Index('notifications_by_time', ['memberId', 'createdAt', 'id'])
@Index('notifications_unread', ['memberId', 'readAt', 'createdAt', 'id'])
@Index('notifications_of_actor', ['actorId'])
@Entity({ name: 'notification' })
export class Notification {
  @PrimaryInteger()
  id: number;

  @Integer({ name: 'member_id' })
  memberId: number;

  @Varchar(30)
  kind: string;

  @NullableInteger({ name: 'actor_id' })
  actorId: number | null;

  @NullableInteger({ name: 'invitation_id' })
  invitationId: number | null;

  @Integer({ name: 'created_at' })
  createdAt: number;

  @NullableInteger({ name: 'read_at' })
  readAt: number | null;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'fk_notification_member_id' })
  member?: Member;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'actor_id', foreignKeyConstraintName: 'fk_notification_actor_id' })
  actor?: Member | null;
}
