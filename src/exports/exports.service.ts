import type { Database } from '../database/database';
import { InvalidInput } from '../errors';
import { SECTIONS } from './sections';

/** Records in a page. */
const PAGE = 200;

export interface ExportPage {
  readonly records: readonly { readonly kind: string; readonly json: string }[];
  /** Where to go on; null when this was all. */
  readonly endCursor: string | null;
}

/** Everything that is kept about a member, a page at a time: an export is as long as their life here was busy. */
export class ExportsService {
  constructor(private readonly database: Database) {}

  async page(member: number, after: string | null): Promise<ExportPage> {
    const at = this.database.time();
    let { section: place, key } = after === null ? { section: 0, key: -1 } : decode(after);
    const records: { kind: string; json: string }[] = [];
    for (;;) {
      const section = SECTIONS[place];
      if (!section) return { records, endCursor: null };
      // A page is full whatever is left out: its length must not tell that somebody has blocked the member.
      const most = PAGE - records.length;
      const entries = await section.read(this.database, { member, after: key, most, at });
      for (const { record } of entries) {
        const { kind } = section;
        if (record) records.push({ kind, json: JSON.stringify({ record: kind, ...record }) });
      }
      key = entries.at(-1)?.key ?? key;
      if (records.length === PAGE) return { records, endCursor: encode(place, key) };
      if (entries.length === most) continue;
      place += 1;
      key = -1;
    }
  }
}

const encode = (section: number, key: number): string =>
  Buffer.from(`export:${SECTIONS[section]?.kind}:${key}`).toString('base64url');

function decode(cursor: string): { section: number; key: number } {
  const [, kind, key] = /^export:([A-Z_]+):(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const section = SECTIONS.findIndex((known) => known.kind === kind);
  if (section < 0) throw new InvalidInput(['input', 'after'], 'Use the `endCursor` of the page before.');
  return { section, key: Number(key) };
}
