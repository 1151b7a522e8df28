import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** No line of two labels is longer, whatever its blanks; a file without line ends must not fill the memory. */
const LONGEST = 4096;

/** The file cannot be opened, or not be read or decompressed to its end. */
export class BrokenFile extends Error {}

/**
 * The lines of a file without their ends, decompressed when the file begins like gzip, whatever it is called. Bytes that are
 * not UTF-8 become U+FFFD; a line that is too long is cut, ends with U+FFFD and is the last. Throws `BrokenFile`.
 */
export async function* textLines(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks(file)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > LONGEST) return yield `${rest.slice(0, LONGEST)}\u{fffd}`;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

async function* chunks(file: string): AsyncGenerator<Buffer> {
  try {
    yield* await open(file);
  } catch (error) {
    throw new BrokenFile(`the file cannot be read: ${error instanceof Error ? error.message : error}.`, {
      cause: error,
    });
  }
}

async function open(file: string): Promise<AsyncIterable<Buffer>> {
  const source = createReadStream(file);
  await once(source, 'readable');
  const head: Buffer | null = source.read(2);
  if (head === null) return source;
  source.unshift(head);
  const zipped = head[0] === 0x1f && head[1] === 0x8b;
  // Whatever breaks reaches the reader as an error of the stream that is returned.
  return zipped ? pipeline(source, createGunzip(), () => {}) : source;
}
