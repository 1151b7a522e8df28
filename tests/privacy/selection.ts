import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** Between a field's name and that of its type, where an answer can be of several types whose fields clash. */
const OF = '__of';

/** The name in the schema of a field of an answer. */
export const fieldName = (key: string): string => key.split(OF)[0] ?? key;

/**
 * Writes selections of every field that there is, so that what the schema gains is looked at from the same day. Only what
 * can be fetched by id counts as a step of the `depth`: pages, edges and parts of a profile are looked through.
 */
export class Selections {
  private readonly fragments = new Map<string, string>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** A selection with braces, or nothing for a leaf. */
  of(type: GraphQLNamedType, depth: number): string {
    return isCompositeType(type) ? `{ ${this.inside(type, depth)} }` : '';
  }

  /** What documents with these selections need besides: the fragments that are used, and those that they use. */
  needed(document: string, found = new Set<string>()): string {
    for (const [, name = ''] of document.matchAll(/\.\.\.(\w+_\d+)/g)) {
      if (found.has(name)) continue;
      found.add(name);
      this.needed(this.fragments.get(name) ?? '', found);
    }
    return [...found].map((name) => this.fragments.get(name)).join('\n');
  }

  private inside(type: GraphQLNamedType, depth: number): string {
    if (isAbstractType(type)) {
      const types = this.schema.getPossibleTypes(type);
      return `__typename ${types.map((one) => `... on ${one.name} { ${this.fieldsOf(one, depth, `${OF}${one.name}`)} }`).join(' ')}`;
    }
    const name = `${type.name}_${depth}`;
    if (!this.fragments.has(name) && isObjectType(type)) {
      this.fragments.set(name, '');
      this.fragments.set(name, `fragment ${name} on ${type.name} { ${this.fieldsOf(type, depth)} }`);
    }
    return `...${name}`;
  }

  private fieldsOf(type: GraphQLObjectType, depth: number, suffix = ''): string {
    if (isNode(type) && depth === 0) return '__typename id';
    const left = isNode(type) ? depth - 1 : depth;
    const fields = Object.values(type.getFields()).map((field) => {
      if (field.args.some(isRequiredArgument)) throw new Error(`Say how to ask for ${type.name}.${field.name}.`);
      const alias = suffix === '' ? '' : `${field.name}${suffix}: `;
      return `${alias}${field.name} ${this.of(getNamedType(field.type), left)}`;
    });
    return ['__typename', ...fields].join(' ');
  }
}

const isNode = (type: GraphQLNamedType): boolean =>
  isInterfaceType(type)
    ? type.name === 'Node'
    : isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
