import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './define';

/** They stand beside the counters, under the lock that every invitation takes: no statement more is needed to obey them. */
const COLUMNS = [
  '`asks` integer NOT NULL DEFAULT 0',
  '`who_may_invite` varchar(20)',
  '`daily_intake` integer',
  '`paused_until` bigint',
  '`drops_unadmitted` tinyint NOT NULL DEFAULT 0',
  '`intake_since` bigint',
  '`intake_count` integer NOT NULL DEFAULT 0',
  '`proofs_since` bigint',
  '`proofs_count` integer NOT NULL DEFAULT 0',
];

export class Admission1790100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await define(runner, `ALTER TABLE \`member_state\` ADD COLUMN ${column}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) {
      const [name] = column.split(' ');
      await runner.query(`ALTER TABLE \`member_state\` DROP COLUMN ${name}`);
    }
  }
}
