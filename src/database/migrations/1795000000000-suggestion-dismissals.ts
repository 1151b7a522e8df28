import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from '../dialect';
import { define } from './define';

const toMember = (column: string): string =>
  `CONSTRAINT \`fk_suggestion_dismissal_${column}\` FOREIGN KEY (\`${column}\`) REFERENCES \`member\` (\`id\`) ON DELETE CASCADE ON UPDATE NO ACTION`;

const TABLE = `CREATE TABLE \`suggestion_dismissal\` (\`member_id\` bigint NOT NULL, \`peer_id\` bigint NOT NULL,
  \`dismissed_at\` bigint NOT NULL, PRIMARY KEY (\`member_id\`, \`peer_id\`),
  ${toMember('member_id')}, ${toMember('peer_id')})`;

export class SuggestionDismissals1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const embedded = runner.dataSource.options.type === 'better-sqlite3';
    const text = TABLE + (embedded ? DIALECTS.sqlite : DIALECTS.mysql).clusteredTableEnd;
    // TypeORM recognises the names of SQLite's constraints only between double quotes.
    await define(runner, embedded ? text.replaceAll('`', '"') : text);
    await define(runner, 'CREATE INDEX `dismissals_of_peer` ON `suggestion_dismissal` (`peer_id`)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE `suggestion_dismissal`');
  }
}
