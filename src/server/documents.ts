import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import { Compilation } from './compilation';
import { type Cost, costOf } from './cost.rules';
import { readDocument, type ShapeLimits } from './limits.rules';

/** One operation of a document that has passed every check of its shape. */
export interface Operation {
  readonly node: OperationDefinitionNode;
  readonly document: DocumentNode;
  readonly cost: Cost;
  readonly compilation: Compilation;
}

/** What is remembered of a text: a document with the operations used so far, or what is wrong with it. */
interface Known {
  readonly document: DocumentNode | undefined;
  readonly errors: readonly GraphQLError[];
  readonly operations: Map<string, Operation>;
}

/** Texts kept, and their characters in all: a parsed document takes about a hundred times its text. */
const MOST_DOCUMENTS = 1000;
const MOST_CHARACTERS = 400_000;

/** Remembers what documents say, so that each is parsed, validated and compiled once. The least recently used go first. */
export class Documents {
  private readonly known = new Map<string, Known>();
  private characters = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: ShapeLimits,
  ) {}

  /** The operation to run; `undefined` when the document is fine but does not hold the one that was named. */
  find(source: string, name: string | undefined): Operation | undefined | readonly GraphQLError[] {
    const { document, errors, operations } = this.read(source);
    if (!document) return errors;
    const known = operations.get(name ?? '');
    if (known) return known;
    const node = getOperationAST(document, name);
    if (!node) return undefined;
    const compilation = new Compilation(this.schema, document, node);
    const operation = { node, document, cost: costOf(this.schema, document, node), compilation };
    operations.set(name ?? '', operation);
    return operation;
  }

  private read(source: string): Known {
    const known = this.known.get(source);
    if (known) {
      this.known.delete(source);
      this.known.set(source, known);
      return known;
    }
    const { document, errors = [] } = readDocument(this.schema, source, this.limits);
    const fresh: Known = { document, errors, operations: new Map() };
    if (source.length <= this.limits.document) this.keep(source, fresh);
    return fresh;
  }

  private keep(source: string, fresh: Known): void {
    this.known.set(source, fresh);
    this.characters += source.length;
    for (const oldest of this.known.keys()) {
      if (this.characters <= MOST_CHARACTERS && this.known.size <= MOST_DOCUMENTS) return;
      this.known.delete(oldest);
      this.characters -= oldest.length;
    }
  }
}
