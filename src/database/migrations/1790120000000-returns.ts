import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './define';

const COLUMNS = ['`open_return` varchar(10)', '`open_return_at` bigint', '`open_reminder` bigint'];

/** When an open invitation comes before its recipient again, and by what: a reminder, or the end of a snooze. */
export class Returns1790120000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await define(runner, `ALTER TABLE \`pair\` ADD COLUMN ${column}`);
    await define(runner, 'CREATE INDEX `pairs_to_return` ON `pair` (`open_return_at`)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const embedded = runner.dataSource.options.type === 'better-sqlite3';
    await runner.query(`DROP INDEX \`pairs_to_return\`${embedded ? '' : ' ON `pair`'}`);
    for (const column of COLUMNS) {
      const [name] = column.split(' ');
      await runner.query(`ALTER TABLE \`pair\` DROP COLUMN ${name}`);
    }
  }
}
