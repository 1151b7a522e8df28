import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from '../dialect';
import { define } from './define';

const COLUMNS = [
  ['member_state', '`standing` varchar(10)'],
  ['member_state', '`restricted_at` bigint'],
  ['member_state', '`restricted_until` bigint'],
  ['member_state', '`restrictions` integer NOT NULL DEFAULT 0'],
  ['member_state', '`appealed_at` bigint'],
  ['member_state', '`pardoned_at` bigint'],
  ['member_state', '`overuses` tinyint NOT NULL DEFAULT 0'],
  ['member_state', '`recount_at` bigint'],
  ['invitation', '`shares_context` tinyint'],
] as const;

const toMember = (table: string, column: string): string =>
  `CONSTRAINT \`fk_${table}_${column}\` FOREIGN KEY (\`${column}\`) REFERENCES \`member\` (\`id\`) ON DELETE CASCADE ON UPDATE NO ACTION`;

const REPORT = `CREATE TABLE \`report\` (\`member_id\` bigint NOT NULL, \`peer_id\` bigint NOT NULL,
  \`kind\` varchar(16) NOT NULL, \`made_at\` bigint NOT NULL, \`counts_at\` bigint NOT NULL,
  PRIMARY KEY (\`member_id\`, \`peer_id\`), ${toMember('report', 'member_id')}, ${toMember('report', 'peer_id')})`;
const RECORD = `CREATE TABLE \`standing_record\` (\`id\` bigint NOT NULL, \`member_id\` bigint NOT NULL,
  \`kind\` varchar(16) NOT NULL, \`text\` text, \`created_at\` bigint NOT NULL,
  PRIMARY KEY (\`id\`), ${toMember('standing_record', 'member_id')})`;

const INDEXES = [
  'CREATE INDEX `standings_due` ON `member_state` (`recount_at`)',
  'CREATE INDEX `reports_of_peer` ON `report` (`peer_id`)',
  'CREATE INDEX `records_of_standing` ON `standing_record` (`member_id`, `id`)',
];

/** How freely members may invite: reports about them, what came of those, and what an operator did about it. */
export class Standing1797000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const embedded = runner.dataSource.options.type === 'better-sqlite3';
    const { clusteredTableEnd, tableEnd } = embedded ? DIALECTS.sqlite : DIALECTS.mysql;
    for (const [table, column] of COLUMNS) await define(runner, `ALTER TABLE \`${table}\` ADD COLUMN ${column}`);
    // TypeORM recognises the names of SQLite's constraints only between double quotes.
    for (const table of [REPORT + clusteredTableEnd, RECORD + tableEnd])
      await define(runner, embedded ? table.replaceAll('`', '"') : table);
    for (const index of INDEXES) await define(runner, index);
  }

  async down(runner: QueryRunner): Promise<void> {
    const embedded = runner.dataSource.options.type === 'better-sqlite3';
    for (const table of ['standing_record', 'report']) await runner.query(`DROP TABLE \`${table}\``);
    await runner.query(`DROP INDEX \`standings_due\`${embedded ? '' : ' ON `member_state`'}`);
    for (const [table, column] of COLUMNS) {
      const [name] = column.split(' ');
      await runner.query(`ALTER TABLE \`${table}\` DROP COLUMN ${name}`);
    }
  }
}
