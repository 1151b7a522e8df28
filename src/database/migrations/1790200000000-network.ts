import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from '../dialect';
import { define } from './define';

const REMARK = `CREATE TABLE \`remark\` (\`member_id\` bigint NOT NULL, \`peer_id\` bigint NOT NULL, \`label\` varchar(60),
  \`private_note\` text, \`updated_at\` bigint NOT NULL, PRIMARY KEY (\`member_id\`, \`peer_id\`))`;

/** What members note about each other in private, and batches that tell whose settings have changed. */
export class Network1790200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const embedded = runner.dataSource.options.type === 'better-sqlite3';
    const text = `${REMARK}${(embedded ? DIALECTS.sqlite : DIALECTS.mysql).clusteredTableEnd}`;
    // TypeORM recognises the names of SQLite's constraints only between double quotes.
    await define(runner, embedded ? text.replaceAll('`', '"') : text);
    await define(runner, 'ALTER TABLE `lane_batch` ADD COLUMN `chosen` text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `lane_batch` DROP COLUMN `chosen`');
    await runner.query('DROP TABLE `remark`');
  }
}
