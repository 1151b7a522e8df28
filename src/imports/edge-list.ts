import { DomainError } from '../errors';
import { requiredText } from '../members/text.rules';
import { BadEdgeList } from './bad-edge-list';
import { type Cells, cellsOf, isComment, isHeader, type Separator, separatorOf } from './edge-line.rules';
import { BrokenFile, textLines } from './text-lines';

const LABEL = { most: 64 };
/** A JavaScript `Map` holds no more, and two of these fit into the 53 bits of a number. */
const MOST_PEOPLE = 2 ** 24;

/** A graph: people by their labels, in order of first appearance, and who is connected with whom. */
export class EdgeList {
  constructor(
    readonly labels: readonly string[],
    private readonly keys: Float64Array,
    /** Lines that repeat an edge, in either direction, and lines that connect somebody with themselves. */
    readonly left: { readonly repeated: number; readonly loops: number },
  ) {}

  get size(): number {
    return this.keys.length;
  }

  /** Each edge once, as two different places in `labels`; all edges of a person to later ones follow each other. */
  *edges(): Generator<readonly [one: number, other: number]> {
    for (const key of this.keys) yield [Math.floor(key / MOST_PEOPLE), key % MOST_PEOPLE];
  }
}

/**
 * Reads a whole edge list: `a b` or `a,b` in each line. It is read to its end before anything is made of it, so that a bad
 * last line changes as little as a bad first one; eight bytes an edge are a low price. Throws `BadEdgeList`.
 */
export async function readEdgeList(file: string): Promise<EdgeList> {
  const reader = new Reader();
  let line = 0;
  try {
    for await (const text of textLines(file)) {
      line += 1;
      reader.read(text.trim());
    }
  } catch (error) {
    if (error instanceof Unreadable) throw new BadEdgeList(file, line, error.message);
    if (error instanceof BrokenFile) throw new BadEdgeList(file, line === 0 ? null : line + 1, error.message);
    throw error;
  }
  const list = reader.end();
  if (list.labels.length === 0) throw new BadEdgeList(file, line, 'the file ends here, and there was no edge in it.');
  return list;
}

/** Why a line cannot be read. */
class Unreadable extends Error {}

class Reader {
  private readonly labels: string[] = [];
  private readonly places = new Map<string, number>();
  private readonly keys: number[] = [];
  private separator: Separator | undefined;
  /** The first line of a CSV, until the next one tells whether it is a header. */
  private first: Cells | undefined;
  private loops = 0;

  read(line: string): void {
    if (isComment(line)) return;
    if (line.includes('\u{fffd}')) throw new Unreadable('this is not a line of text in UTF-8.');
    const beginning = this.separator === undefined;
    this.separator ??= separatorOf(line);
    const cells = cellsOf(line, this.separator);
    if (!cells) throw new Unreadable(`expected two labels like ${EXAMPLES[this.separator]}, found ${quoted(line)}.`);
    const labels = [this.label(cells[0]), this.label(cells[1])] as const;
    if (beginning && this.separator === 'comma') {
      this.first = labels;
      return;
    }
    this.settleFirst(labels);
    this.connect(labels);
  }

  end(): EdgeList {
    this.settleFirst(undefined);
    const sorted = Float64Array.from(this.keys).sort();
    const keys = sorted.filter((key, index) => key !== sorted[index - 1]);
    return new EdgeList(this.labels, keys, { repeated: sorted.length - keys.length, loops: this.loops });
  }

  private settleFirst(next: Cells | undefined): void {
    const { first } = this;
    this.first = undefined;
    if (first && !isHeader(first, next)) this.connect(first);
  }

  private connect([one, other]: Cells): void {
    const [a, b] = [this.place(one), this.place(other)];
    if (a === b) this.loops += 1;
    else this.keys.push(Math.min(a, b) * MOST_PEOPLE + Math.max(a, b));
  }

  private place(label: string): number {
    const place = this.places.get(label);
    if (place !== undefined) return place;
    if (this.labels.length === MOST_PEOPLE) throw new Unreadable('these are too many people for one import.');
    this.places.set(label, this.labels.length);
    return this.labels.push(label) - 1;
  }

  /** The label as it is kept; one that is known already has been through this. */
  private label(cell: string): string {
    if (this.places.has(cell)) return cell;
    try {
      return requiredText(cell, [], LABEL);
    } catch (error) {
      if (error instanceof DomainError)
        throw new Unreadable(`the label ${quoted(cell)} is not accepted. ${error.message}`);
      throw error;
    }
  }
}

const EXAMPLES = { blank: '"a b"', comma: '"a,b"' } as const;

const quoted = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
