import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from '../dialect';
import { define } from './define';

const TABLE = `CREATE TABLE \`erasure\` (\`member_id\` bigint NOT NULL, \`joined_at\` bigint NOT NULL,
  \`erased_at\` bigint NOT NULL, \`finished_at\` bigint, PRIMARY KEY (\`member_id\`))`;

/** By what an erasure finds all that mentions a member where no index led there yet. */
const INDEXES = [
  ['erasures_by_end', 'erasure', 'finished_at'],
  ['pairs_of_high', 'pair', 'high_id'],
  ['remarks_of_peer', 'remark', 'peer_id'],
] as const;

/** The list of the erased, and batches that tell of them. */
export class Erasure1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const embedded = runner.dataSource.options.type === 'better-sqlite3';
    const text = TABLE + (embedded ? DIALECTS.sqlite : DIALECTS.mysql).tableEnd;
    // TypeORM recognises the names of SQLite's constraints only between double quotes.
    await define(runner, embedded ? text.replaceAll('`', '"') : text);
    for (const [name, table, column] of INDEXES)
      await define(runner, `CREATE INDEX \`${name}\` ON \`${table}\` (\`${column}\`)`);
    await define(runner, 'ALTER TABLE `lane_batch` ADD COLUMN `erased` text');
  }

  async down(runner: QueryRunner): Promise<void> {
    const embedded = runner.dataSource.options.type === 'better-sqlite3';
    await runner.query('ALTER TABLE `lane_batch` DROP COLUMN `erased`');
    for (const [name, table] of INDEXES)
      await runner.query(`DROP INDEX \`${name}\`${embedded ? '' : ` ON \`${table}\``}`);
    await runner.query('DROP TABLE `erasure`');
  }
}
