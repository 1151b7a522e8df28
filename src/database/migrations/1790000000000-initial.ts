import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from '../dialect';
import { define } from './define';

/** Tables in order of creation; `clustered` ones are stored in the order of their composite primary key. */
interface Table {
  readonly name: string;
  readonly clustered?: boolean;
  readonly columns: string;
}

const toMember = (table: string, column: string): string =>
  `CONSTRAINT \`fk_${table}_${column}\` FOREIGN KEY (\`${column}\`) REFERENCES \`member\` (\`id\`) ON DELETE CASCADE ON UPDATE NO ACTION`;

/** A profile's lists are replaced as a whole and kept in the order given, so their key is the place in the list. */
const profileList = (name: string, columns: string): Table => ({
  name,
  columns: `\`member_id\` bigint NOT NULL, \`ordinal\` integer NOT NULL, ${columns},
    PRIMARY KEY (\`member_id\`, \`ordinal\`), ${toMember(name, 'member_id')}`,
});

const MEMBERS: readonly Table[] = [
  {
    name: 'member',
    columns: `\`id\` bigint NOT NULL, \`handle\` varchar(40) NOT NULL, \`name\` varchar(120) NOT NULL,
      \`headline\` varchar(220), \`summary\` text, \`industry\` varchar(100), \`location\` varchar(120),
      \`photo_url\` varchar(500), \`career_goal\` text, \`seeking\` varchar(200) NOT NULL, \`offering\` varchar(200) NOT NULL,
      \`created_at\` bigint NOT NULL, \`updated_at\` bigint NOT NULL, PRIMARY KEY (\`id\`)`,
  },
  profileList(
    'position',
    `\`title\` varchar(150) NOT NULL, \`company\` varchar(150) NOT NULL, \`started_on\` varchar(10),
    \`ended_on\` varchar(10), \`location\` varchar(120), \`description\` text`,
  ),
  profileList(
    'education',
    `\`school\` varchar(150) NOT NULL, \`degree\` varchar(150), \`field\` varchar(150), \`started_on\` varchar(10),
    \`ended_on\` varchar(10)`,
  ),
  profileList('skill', '`name` varchar(80) NOT NULL'),
  profileList(
    'accomplishment',
    '`title` varchar(200) NOT NULL, `description` text, `date` varchar(10), `url` varchar(500)',
  ),
  {
    name: 'account',
    columns: `\`member_id\` bigint NOT NULL, \`email\` varchar(254) NOT NULL, \`password_hash\` varchar(200) NOT NULL,
      \`created_at\` bigint NOT NULL, \`password_changed_at\` bigint NOT NULL, PRIMARY KEY (\`member_id\`),
      ${toMember('account', 'member_id')}`,
  },
  {
    name: 'session',
    columns: `\`id\` bigint NOT NULL, \`member_id\` bigint NOT NULL, \`token_hash\` varchar(64) NOT NULL,
      \`previous_hash\` varchar(64), \`rotated_at\` bigint NOT NULL, \`created_at\` bigint NOT NULL,
      \`expires_at\` bigint NOT NULL, \`ended_at\` bigint, PRIMARY KEY (\`id\`), ${toMember('session', 'member_id')}`,
  },
  {
    name: 'settings',
    columns: `\`member_id\` bigint NOT NULL, \`connections_visible_to\` varchar(20) NOT NULL, PRIMARY KEY (\`member_id\`),
      ${toMember('settings', 'member_id')}`,
  },
  {
    name: 'member_term',
    clustered: true,
    columns: `\`term\` varchar(64) NOT NULL, \`member_id\` bigint NOT NULL, PRIMARY KEY (\`term\`, \`member_id\`)`,
  },
];

const RELATIONSHIPS: readonly Table[] = [
  {
    name: 'invitation',
    columns: `\`id\` bigint NOT NULL, \`sender_id\` bigint NOT NULL, \`recipient_id\` bigint NOT NULL,
      \`reason\` varchar(20) NOT NULL, \`context\` text, \`note\` text, \`origin\` varchar(10) NOT NULL,
      \`sender_status\` varchar(10) NOT NULL, \`recipient_status\` varchar(10) NOT NULL, \`report\` varchar(16),
      \`sent_at\` bigint NOT NULL, \`answered_at\` bigint, \`expires_at\` bigint NOT NULL, \`open_until\` bigint,
      PRIMARY KEY (\`id\`), ${toMember('invitation', 'sender_id')}, ${toMember('invitation', 'recipient_id')}`,
  },
  {
    name: 'connection',
    clustered: true,
    columns: `\`member_id\` bigint NOT NULL, \`peer_id\` bigint NOT NULL, \`connected_at\` bigint NOT NULL,
      \`invitation_id\` bigint NOT NULL, PRIMARY KEY (\`member_id\`, \`peer_id\`),
      ${toMember('connection', 'member_id')}, ${toMember('connection', 'peer_id')}`,
  },
  {
    name: 'notification',
    columns: `\`id\` bigint NOT NULL, \`member_id\` bigint NOT NULL, \`kind\` varchar(30) NOT NULL, \`actor_id\` bigint,
      \`invitation_id\` bigint, \`created_at\` bigint NOT NULL, \`read_at\` bigint, PRIMARY KEY (\`id\`),
      ${toMember('notification', 'member_id')}, ${toMember('notification', 'actor_id')}`,
  },
  {
    name: 'member_state',
    columns: `\`member_id\` bigint NOT NULL, \`created_at\` bigint NOT NULL, \`last_seq\` bigint NOT NULL,
      \`last_tag\` bigint NOT NULL, \`floor_seq\` bigint NOT NULL, \`floor_tag\` bigint NOT NULL,
      \`connection_count\` integer NOT NULL, \`open_sent_count\` integer NOT NULL, \`muted_kinds\` integer NOT NULL,
      \`settings_version\` integer NOT NULL, \`erased_at\` bigint, PRIMARY KEY (\`member_id\`)`,
  },
  {
    name: 'pair',
    clustered: true,
    columns: `\`low_id\` bigint NOT NULL, \`high_id\` bigint NOT NULL, \`version\` integer NOT NULL, \`low_seq\` bigint NOT NULL,
      \`high_seq\` bigint NOT NULL, \`connected_at\` bigint, \`open_id\` bigint, \`open_sender_id\` bigint,
      \`open_state\` varchar(10), \`open_expires_at\` bigint, \`open_answered_at\` bigint, \`open_answered_version\` integer,
      \`low_withdrew_at\` bigint, \`high_withdrew_at\` bigint, \`low_blocked_at\` bigint, \`high_blocked_at\` bigint,
      \`low_unblocked_at\` bigint, \`high_unblocked_at\` bigint, \`low_unknown\` tinyint NOT NULL,
      \`high_unknown\` tinyint NOT NULL, PRIMARY KEY (\`low_id\`, \`high_id\`)`,
  },
  {
    name: 'block',
    clustered: true,
    columns: `\`member_id\` bigint NOT NULL, \`peer_id\` bigint NOT NULL, \`blocked_at\` bigint NOT NULL,
      PRIMARY KEY (\`member_id\`, \`peer_id\`)`,
  },
  {
    name: 'idempotency_key',
    clustered: true,
    columns: `\`member_id\` bigint NOT NULL, \`token\` varchar(100) NOT NULL, \`input_hash\` varchar(64) NOT NULL,
      \`outcome\` text NOT NULL, \`created_at\` bigint NOT NULL, PRIMARY KEY (\`member_id\`, \`token\`)`,
  },
];

const STREAM: readonly Table[] = [
  {
    name: 'stream_lineage',
    columns: '`id` integer NOT NULL, `epoch` bigint NOT NULL, `mac_key` varchar(64) NOT NULL, PRIMARY KEY (`id`)',
  },
  {
    name: 'member_event',
    clustered: true,
    columns: `\`member_id\` bigint NOT NULL, \`seq\` bigint NOT NULL, \`tag\` bigint NOT NULL, \`change_id\` bigint NOT NULL,
      \`kind\` varchar(32) NOT NULL, \`subject\` bigint, \`actor\` bigint, \`payload\` text, \`created_at\` bigint NOT NULL,
      PRIMARY KEY (\`member_id\`, \`seq\`)`,
  },
  {
    name: 'lane',
    columns:
      '`id` bigint NOT NULL, `process` varchar(100) NOT NULL, `seq` bigint NOT NULL, `tag` bigint NOT NULL, PRIMARY KEY (`id`)',
  },
  {
    name: 'lane_batch',
    clustered: true,
    columns: `\`lane_id\` bigint NOT NULL, \`seq\` bigint NOT NULL, \`tag\` bigint NOT NULL, \`members\` text NOT NULL,
      \`pairs\` text NOT NULL, \`ended\` text NOT NULL, \`created_at\` bigint NOT NULL, PRIMARY KEY (\`lane_id\`, \`seq\`)`,
  },
  {
    name: 'id_block',
    columns: '`name` varchar(20) NOT NULL, `next_id` bigint NOT NULL, PRIMARY KEY (`name`)',
  },
];

const INDEXES: readonly string[] = [
  'CREATE UNIQUE INDEX `one_member_per_handle` ON `member` (`handle`)',
  'CREATE UNIQUE INDEX `one_account_per_email` ON `account` (`email`)',
  'CREATE INDEX `sessions_of_member` ON `session` (`member_id`)',
  'CREATE INDEX `terms_of_member` ON `member_term` (`member_id`)',
  'CREATE INDEX `invitations_sent` ON `invitation` (`sender_id`, `sent_at`, `id`, `origin`)',
  'CREATE INDEX `invitations_received` ON `invitation` (`recipient_id`, `recipient_status`, `sent_at`, `id`)',
  'CREATE INDEX `invitations_due` ON `invitation` (`open_until`)',
  'CREATE INDEX `connections_by_time` ON `connection` (`member_id`, `connected_at`, `peer_id`)',
  'CREATE INDEX `connections_of_peer` ON `connection` (`peer_id`)',
  'CREATE INDEX `notifications_by_time` ON `notification` (`member_id`, `created_at`, `id`)',
  'CREATE INDEX `notifications_unread` ON `notification` (`member_id`, `read_at`, `created_at`, `id`)',
  'CREATE INDEX `notifications_of_actor` ON `notification` (`actor_id`)',
  'CREATE INDEX `blocks_by_time` ON `block` (`member_id`, `blocked_at`, `peer_id`)',
  'CREATE INDEX `blocks_of_peer` ON `block` (`peer_id`)',
  'CREATE INDEX `idempotency_keys_by_age` ON `idempotency_key` (`created_at`)',
];

const TABLES = [...MEMBERS, ...RELATIONSHIPS, ...STREAM];

export class Initial1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const embedded = runner.dataSource.options.type === 'better-sqlite3';
    const dialect = embedded ? DIALECTS.sqlite : DIALECTS.mysql;
    for (const table of TABLES) {
      const end = table.clustered ? dialect.clusteredTableEnd : dialect.tableEnd;
      const text = `CREATE TABLE \`${table.name}\` (${table.columns})${end}`;
      // TypeORM recognises the names of SQLite's constraints only between double quotes.
      await define(runner, embedded ? text.replaceAll('`', '"') : text);
    }
    for (const index of INDEXES) await define(runner, index);
    const [block] = await runner.query('SELECT `name` FROM `id_block`');
    if (!block) await runner.query("INSERT INTO `id_block` (`name`, `next_id`) VALUES ('main', 1)");
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES.toReversed()) await runner.query(`DROP TABLE \`${table.name}\``);
  }
}
