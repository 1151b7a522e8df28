import { Entity, Index, JoinColumn, OneToOne } from 'typeorm';
import { Integer, PrimaryInteger, Varchar } from '../database/columns';
import { Member } from './member.entity';

/** How a member signs in. The e-mail address is stored normalised (trimmed, lower case). */
@Index('one_account_per_email', ['email'], { unique: true })
@Entity({ name: 'account' })
export class Account {
  @PrimaryInteger('member_id')
  memberId: number;

  @Varchar(254)
  email: string;

  @Varchar(200, { name: 'password_hash' })
  passwordHash: string;

  @Integer({ name: 'created_at' })
  createdAt: number;

  @Integer({ name: 'password_changed_at' })
  passwordChangedAt: number;

  @OneToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'fk_account_member_id' })
  member?: Member;
}
