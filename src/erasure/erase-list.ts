import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConfigError } from '../config';
import type { Erased } from './erasure.queries';

const time = (milliseconds: number): string => new Date(milliseconds).toISOString();
const LINE = /erased (\d+) joined (\S+) at (\S+)$/gm;

/** One erased member, as a line of text. */
export const lineOf = ({ memberId, joinedAt, erasedAt }: Erased): string =>
  `erased ${memberId} joined ${time(joinedAt)} at ${time(erasedAt)}\n`;

/**
 * A file that remembers who was erased: numbers and times only. It is no part of the database, so that it knows what a
 * restored backup has forgotten. Lines are only ever added; one that is there twice says the same.
 */
export class EraseList {
  constructor(private readonly file: string) {}

  /** On the disk when it resolves. */
  async add(erased: Erased): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    const handle = await open(this.file, 'a');
    try {
      await handle.appendFile(lineOf(erased));
      await handle.datasync();
    } finally {
      await handle.close();
    }
  }

  async read(): Promise<Erased[]> {
    const text = await readFile(this.file, 'utf8').catch((error: unknown) => {
      const { code } = Object(error);
      if (code === 'ENOENT') return '';
      throw new ConfigError([`ERASE_LIST must be a file that this program may read and write (${code}).`]);
    });
    return [...text.matchAll(LINE)].map(([, id, joined = '', at = '']) => ({
      memberId: Number(id),
      joinedAt: Date.parse(joined),
      erasedAt: Date.parse(at),
    }));
  }
}
