import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Integer, PrimaryInteger, Varchar } from '../database/columns';

/** The outcome of a command that carried a key, kept so that a repetition gets the same answer. */
@Index('idempotency_keys_by_age', ['createdAt'])
@Entity({ name: 'idempotency_key', withoutRowid: true })
export class IdempotencyKey {
  @PrimaryInteger('member_id')
  memberId: number;

  @PrimaryColumn({ type: 'varchar', length: 100 })
  token: string;

  @Varchar(64, { name: 'input_hash' })
  inputHash: string;

  @Column({ type: 'text' })
  outcome: string;

  @Integer({ name: 'created_at' })
  createdAt: number;
}
