import { randomBytes } from 'node:crypto';
import type { Database } from '../database/database';
import { randomTag } from './tag';

/** The key that signs this deployment's cursors; made, with the first epoch, by the first process to ask. */
export async function cursorKey(database: Database): Promise<Buffer> {
  return database.transact(async (tx) => {
    const read = () => tx.query<{ mac_key: string }>(`SELECT mac_key FROM stream_lineage WHERE id = 1`);
    const [known] = await read();
    if (known) return Buffer.from(known.mac_key, 'hex');
    try {
      await tx.run('INSERT INTO stream_lineage (id, epoch, mac_key) VALUES (1, ?, ?)', [
        randomTag(),
        randomBytes(32).toString('hex'),
      ]);
    } catch (error) {
      if (tx.dialect.classify(error) !== 'duplicate') throw error;
    }
    const [made] = await read();
    if (!made) throw new Error('Table stream_lineage cannot be written.');
    return Buffer.from(made.mac_key, 'hex');
  });
}
