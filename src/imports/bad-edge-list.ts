import { InvalidInput } from '../errors';

/** The file is no edge list. Nothing was changed. `line` counts from 1; null when the file could not be opened at all. */
export class BadEdgeList extends InvalidInput {
  constructor(
    readonly file: string,
    readonly line: number | null,
    why: string,
  ) {
    super('file', `${file}${line === null ? '' : `, line ${line}`}: ${why}`);
  }
}
