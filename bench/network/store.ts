import { Readable } from 'node:stream';
import { createConnection } from 'mysql2/promise';
import type { Database } from '../../src/database/database';
import { insert } from '../../src/database/rows';
import { createMembers } from '../../src/members/create-members.queries';
import type { GraphIndex } from '../../src/network/graph/graph-index';
import { progress } from '../report';

const MEMBERS = 2000;
const LISTS = 500;
const COLUMNS = ['member_id', 'peer_id', 'connected_at', 'invitation_id'];

/** Puts members and connections into an empty database: on MariaDB, where there may be millions, as it restores a dump. */
export async function store(database: Database, url: string | undefined, index: GraphIndex): Promise<void> {
  for (const people of parts(index.numbers.size, MEMBERS))
    await database.transact((tx) =>
      createMembers(
        tx,
        people.map((n) => ({ id: index.numbers.idOf(n), handle: `p${n}`, name: `P${n}` })),
        0,
      ),
    );
  progress('members are stored');
  if (url === undefined)
    for (const people of parts(index.numbers.size, LISTS))
      await database.transact((tx) =>
        insert(
          tx,
          'connection',
          COLUMNS,
          people.flatMap((n) => rowsOf(index, n)),
        ),
      );
  else await restore(url, index);
  progress('connections are stored');
  await database.run(
    'UPDATE member_state SET connection_count = (SELECT COUNT(*) FROM connection c WHERE c.member_id = member_state.member_id)',
  );
}

async function restore(url: string, index: GraphIndex): Promise<void> {
  const connection = await createConnection(url.replace(/^mariadb:/, 'mysql:'));
  await connection.query(`SET GLOBAL innodb_buffer_pool_size = ${2 ** 30}`);
  for (const check of ['sql_log_bin', 'unique_checks', 'foreign_key_checks'])
    await connection.query(`SET SESSION ${check} = 0`);
  await connection.query({
    sql: `LOAD DATA LOCAL INFILE 'rows' INTO TABLE connection (${COLUMNS.join(', ')})`,
    infileStreamFactory: () => Readable.from(lines(index)),
  });
  await connection.query('ANALYZE TABLE connection');
  await connection.end();
}

function* lines(index: GraphIndex): Generator<Buffer> {
  for (const people of parts(index.numbers.size, LISTS))
    yield Buffer.from(people.map((n) => linesOf(index, n)).join(''));
}

function linesOf({ numbers, lists }: GraphIndex, person: number): string {
  let text = '';
  for (const peer of lists.of(person)) text += `${numbers.idOf(person)}\t${numbers.idOf(peer)}\t0\t0\n`;
  return text;
}

function rowsOf({ numbers, lists }: GraphIndex, person: number): number[][] {
  return Array.from(lists.of(person), (peer) => [numbers.idOf(person), numbers.idOf(peer), 0, 0]);
}

function* parts(count: number, most: number): Generator<number[]> {
  for (let from = 0; from < count; from += most)
    yield Array.from({ length: Math.min(most, count - from) }, (_, n) => from + n);
}
