import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from '../dialect';
import { define } from './define';

export class Leases1790000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const embedded = runner.dataSource.options.type === 'better-sqlite3';
    const { tableEnd } = embedded ? DIALECTS.sqlite : DIALECTS.mysql;
    const text = `CREATE TABLE \`lease\` (\`name\` varchar(40) NOT NULL, \`holder\` varchar(100) NOT NULL,
      \`fence\` bigint NOT NULL, \`expires_at\` bigint NOT NULL, \`done_to\` bigint NOT NULL, PRIMARY KEY (\`name\`))${tableEnd}`;
    // TypeORM recognises the names of SQLite's constraints only between double quotes.
    await define(runner, embedded ? text.replaceAll('`', '"') : text);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE `lease`');
  }
}
