import { createHash } from 'node:crypto';
import { InvalidInput } from '../errors';

const NAME = /^(?=.{1,20}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const PLAIN_LABEL = /^[a-z0-9]{1,19}$/;
const LONGEST_HANDLE = 40;
const HASH_LENGTH = 12;

/** The name of an import is the beginning of its members' handles. Throws `InvalidInput`. */
export function checkedImportName(name: string): string {
  if (NAME.test(name)) return name;
  throw new InvalidInput('name', 'The name of an import has 1 to 20 characters of a–z and 0–9, with "-" between them.');
}

/** The name of an import that was given none: `facebook-combined` for `data/facebook_combined.txt.gz`. */
export function importNameOf(file: string): string {
  const base = file.slice(file.lastIndexOf('/') + 1).replace(/\..*$/s, '');
  return slug(base, 20) || 'import';
}

/**
 * Who a label is, always the same for the same name of an import, so that a second run finds whom the first one made. A
 * short label of a–z and 0–9 is the end of the handle (`facebook-123`); any other is told apart by a hash of 62 bits after
 * "--", which no plain one holds (`facebook-ada-lovela--1k2x…`).
 */
export function importedPerson(importName: string, label: string): { readonly handle: string; readonly name: string } {
  const name = /\p{L}/u.test(label) ? label : `${importName} ${label}`;
  if (PLAIN_LABEL.test(label)) return { handle: `${importName}-${label}`, name };
  const digest = createHash('sha256').update(`${importName}\n${label}`).digest().readBigUInt64BE();
  const hash = digest.toString(36).padStart(HASH_LENGTH, '0').slice(-HASH_LENGTH);
  const readable = slug(label, LONGEST_HANDLE - importName.length - hash.length - 3);
  return { handle: [importName, ...(readable ? [readable] : [])].join('-').concat('--', hash), name };
}

function slug(text: string, length: number): string {
  const plain = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, length)
    .replace(/-$/, '');
}
