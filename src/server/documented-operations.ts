import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';

/** One example of `schema/operations`, as the playground shows it. */
export interface DocumentedOperation {
  readonly name: string;
  readonly kind: string;
  readonly description: string;
  readonly document: string;
  /** JSON to begin with; what is in angle brackets is for the reader to fill in. */
  readonly variables: string;
}

/**
 * Reads the documented operations. A file begins with comments that say what the operation is for; after a comment line
 * `# Variables:` they hold an example of its variables in JSON.
 */
export function readOperations(folder: string): DocumentedOperation[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => describeOperation(readFileSync(join(folder, file), 'utf8'), file));
}

function describeOperation(text: string, file: string): DocumentedOperation {
  const operation = parse(text).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation?.name) throw new Error(`${file} holds no operation with a name.`);
  const lines = text.split('\n');
  const begin = lines.findIndex((line) => !line.startsWith('#'));
  const comment = lines.slice(0, begin).map((line) => line.replace(/^# ?/, ''));
  const variables = comment.indexOf('Variables:');
  return {
    name: operation.name.value,
    kind: operation.operation,
    description: (variables < 0 ? comment : comment.slice(0, variables)).join(' ').trim(),
    document: lines.slice(begin).join('\n').trim(),
    variables: variables < 0 ? '{}' : comment.slice(variables + 1).join('\n'),
  };
}
