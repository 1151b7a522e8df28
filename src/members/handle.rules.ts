import { randomInt } from 'node:crypto';
import { InvalidInput } from '../errors';

const HANDLE = /^[a-z0-9-]{3,40}$/;
const LONGEST = 40;
/** Room for a suffix of up to six digits. */
const LONGEST_DERIVED = 33;

export function checkedHandle(value: string, path: readonly string[]): string {
  const handle = normalisedHandle(value);
  if (HANDLE.test(handle)) return handle;
  throw new InvalidInput(path, 'A handle has 3 to 40 characters of a–z, 0–9 and "-".');
}

export const normalisedHandle = (value: string): string => value.trim().toLowerCase();

/** A handle made of a name: `ada-lovelace` for Ada Lovelace; `member` where no letter of a–z is left. */
export function derivedHandle(name: string): string {
  const words = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  const handle = words
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_DERIVED)
    .replace(/^-+|-+$/g, '');
  return handle.length < 3 ? 'member' : handle;
}

/** Another try for a handle that is taken; later tries take more digits. */
export function suffixedHandle(handle: string, attempt: number): string {
  const suffix = `-${randomInt(10 ** Math.min(attempt + 1, 6))}`;
  return `${handle.slice(0, LONGEST - suffix.length)}${suffix}`;
}
