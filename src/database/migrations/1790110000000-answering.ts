import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './define';

const COLUMNS = [
  ['member_state', '`answers_since` bigint'],
  ['member_state', '`answers_count` integer NOT NULL DEFAULT 0'],
  ['pair', '`open_question` bigint'],
  ['pair', '`open_reply` bigint'],
  ['invitation', '`snoozed_until` bigint'],
  ['invitation', '`question` text'],
  ['invitation', '`asked_at` bigint'],
  ['invitation', '`reply` text'],
  ['invitation', '`replied_at` bigint'],
] as const;

/** Putting off, one question and one answer, and the budget of answers. */
export class Answering1790110000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of COLUMNS) await define(runner, `ALTER TABLE \`${table}\` ADD COLUMN ${column}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column] of COLUMNS) {
      const [name] = column.split(' ');
      await runner.query(`ALTER TABLE \`${table}\` DROP COLUMN ${name}`);
    }
  }
}
