import { randomBytes } from 'node:crypto';
import type { Database } from '../database/database';
import { randomTag } from './tag';

/** The key that signs this deployment's cursors; made, with the first epoch, by the first process to ask. */
export async function cursorKey(database: Database): Promise<Buffer> {
  const key = (await readKey(database)) ?? (await makeKey(database));
  if (key === undefined) throw new Error('Table stream_lineage cannot be written.');
  return Buffer.from(key, 'hex');
}

async function makeKey(database: Database): Promise<string | undefined> {
  const lineage = [randomTag(), randomBytes(32).toString('hex')];
  try {
    await database.run('INSERT INTO stream_lineage (id, epoch, mac_key) VALUES (1, ?, ?)', lineage);
  } catch (error) {
    // Somebody else was the first.
    if (database.dialect.classify(error) !== 'duplicate') throw error;
  }
  return readKey(database);
}

async function readKey(database: Database): Promise<string | undefined> {
  const [known] = await database.query<{ mac_key: string }>('SELECT mac_key FROM stream_lineage WHERE id = 1');
  return known?.mac_key;
}
