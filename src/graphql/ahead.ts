import {
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionNode,
} from 'graphql';

/** What the answer goes on to select, below the field of a resolver: for reading at once what would be read step by step. */
export class Ahead {
  private constructor(
    private readonly info: GraphQLResolveInfo,
    private readonly type: GraphQLNamedType,
    private readonly nodes: readonly FieldNode[],
    private readonly field?: GraphQLField<unknown, unknown>,
  ) {}

  static of(info: GraphQLResolveInfo): Ahead {
    return new Ahead(info, getNamedType(info.returnType), info.fieldNodes);
  }

  /** The selections of this field, of this field of those, and so on, whatever their aliases. */
  below(...names: readonly string[]): Ahead {
    const [name, ...rest] = names;
    if (name === undefined) return this;
    const field = isObjectType(this.type) ? this.type.getFields()[name] : undefined;
    if (!field) throw new Error(`There is no field ${name} in ${this.type.name}.`);
    const nodes = this.named(
      name,
      this.nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
    );
    return new Ahead(this.info, getNamedType(field.type), nodes, field).below(...rest);
  }

  get isSelected(): boolean {
    return this.nodes.length > 0;
  }

  /** Those of each selection; `Arguments` is what the schema says that they are. */
  arguments<Arguments extends object>(): Arguments[] {
    const { field, info } = this;
    if (!field) return [];
    return this.nodes.map((node) => getArgumentValues(field, node, info.variableValues) as Arguments);
  }

  /** Looks into every fragment once, however often it is spread. */
  private named(name: string, within: readonly SelectionNode[], seen = new Set<string>()): FieldNode[] {
    return within.flatMap((selection): readonly FieldNode[] => {
      if (!this.isIncluded(selection)) return [];
      if (selection.kind === Kind.FIELD) return selection.name.value === name ? [selection] : [];
      if (selection.kind === Kind.INLINE_FRAGMENT) return this.named(name, selection.selectionSet.selections, seen);
      const spread = selection.name.value;
      if (seen.has(spread)) return [];
      seen.add(spread);
      return this.named(name, this.info.fragments[spread]?.selectionSet.selections ?? [], seen);
    });
  }

  private isIncluded(node: SelectionNode): boolean {
    const given = (directive: typeof GraphQLSkipDirective) =>
      getDirectiveValues(directive, node, this.info.variableValues)?.if;
    return given(GraphQLSkipDirective) !== true && given(GraphQLIncludeDirective) !== false;
  }
}
