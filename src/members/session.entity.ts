import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Integer, NullableInteger, NullableVarchar, PrimaryInteger, Varchar } from '../database/columns';
import { Member } from './member.entity';

/** A signed-in device: a family of refresh tokens, of which only hashes of the current and the one before are kept. */
@Index('sessions_of_member', ['memberId'])
@Entity({ name: 'session' })
export class Session {
  @PrimaryInteger()
  id: number;

  @Integer({ name: 'member_id' })
  memberId: number;

  @Varchar(64, { name: 'token_hash' })
  tokenHash: string;

  @NullableVarchar(64, { name: 'previous_hash' })
  previousHash: string | null;

  @Integer({ name: 'rotated_at' })
  rotatedAt: number;

  @Integer({ name: 'created_at' })
  createdAt: number;

  @Integer({ name: 'expires_at' })
  expiresAt: number;

  @NullableInteger({ name: 'ended_at' })
  endedAt: number | null;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'fk_session_member_id' })
  member?: Member;
}
