import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  type SelectionSetNode,
  typeFromAST,
  type ValueNode,
} from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;
/** What an operation may cost, once its variables are known. */
export type Cost = (variables: Variables) => number;

/** A page whose size neither the client nor the schema gives; a list that is not paged, such as the skills of a profile. */
const USUAL_PAGE = 20;
const USUAL_LIST = 5;
/** What is larger is refused by name, whatever it would cost. */
const LARGEST_PAGE = 1000;
/** Arguments that say how much is asked for. */
const SIZES = ['first', 'last', 'ids', 'max'];
/** A change goes through the one door or hashes a password: more than reading one object. */
const MUTATION = 10;

/**
 * Prepares the cost of an operation: each object of the answer counts 1, a leaf nothing, and a list multiplies what is
 * inside by `first`, `last` or the number of `ids` asked for, also where those are variables, and a page costs at least its size.
 * A change counts 10 more.
 */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Cost {
  const root = schema.getRootType(operation.operation);
  if (!root) return () => 0;
  const pricing = new Pricing(schema, document);
  const cost = pricing.ofSelections(operation.selectionSet, root);
  const changes = operation.operation === OperationTypeNode.MUTATION ? operation.selectionSet.selections.length : 0;
  return (variables) => cost(variables, new Map()) + changes * MUTATION;
}

type Size = (variables: Variables) => number;
/** Fragments are priced once for each set of variables: a bomb of nested fragments costs no time. */
type Priced = (variables: Variables, fragments: Map<string, number>) => number;

class Pricing {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly prepared = new Map<string, Priced>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    for (const node of document.definitions)
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
  }

  /** `page` is the size that the field above asked for: the lists right below it are as long. */
  ofSelections(selections: SelectionSetNode, type: GraphQLCompositeType, page?: Page): Priced {
    const parts = selections.selections.flatMap((node): Priced[] => {
      if (node.kind === Kind.FIELD) return this.ofField(node, type, page);
      if (node.kind === Kind.FRAGMENT_SPREAD) return [this.ofFragment(node.name.value, page)];
      return [this.ofSelections(node.selectionSet, this.conditionOf(node.typeCondition) ?? type, page)];
    });
    return (variables, fragments) => parts.reduce((sum, part) => sum + part(variables, fragments), 0);
  }

  private ofField(node: FieldNode, parent: GraphQLCompositeType, page: Page | undefined): Priced[] {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(type)) return [];
    const asked = pageOf(node, field);
    const list = isListType(getNullableType(field.type));
    const inside = this.ofSelections(node.selectionSet, type, list ? undefined : asked);
    const size = list ? (asked ?? page)?.size : undefined;
    const times = size ?? (() => (list ? USUAL_LIST : 1));
    // A page is made whole, also for who selects nothing but its count.
    const least = (variables: Variables) => (list || !asked ? 0 : Math.min(asked.size(variables), LARGEST_PAGE));
    return [
      (variables, fragments) => times(variables) * (1 + Math.max(inside(variables, fragments), least(variables))),
    ];
  }

  private ofFragment(name: string, page: Page | undefined): Priced {
    const key = page ? `${name} ${page.name}` : name;
    return (variables, fragments) => {
      const known = fragments.get(key);
      if (known !== undefined) return known;
      const cost = this.preparedFragment(name, key, page)(variables, fragments);
      fragments.set(key, cost);
      return cost;
    };
  }

  private preparedFragment(name: string, key: string, page: Page | undefined): Priced {
    const known = this.prepared.get(key);
    if (known) return known;
    const fragment = this.fragments.get(name);
    const type = this.conditionOf(fragment?.typeCondition);
    const priced: Priced = fragment && type ? this.ofSelections(fragment.selectionSet, type, page) : () => 0;
    this.prepared.set(key, priced);
    return priced;
  }

  private conditionOf(condition: NamedTypeNode | undefined): GraphQLCompositeType | undefined {
    const type = condition && typeFromAST(this.schema, condition);
    return isCompositeType(type) ? type : undefined;
  }
}

/** The size of a list as the client asked for it; `name` tells equal sizes from others. */
interface Page {
  readonly name: string;
  readonly size: Size;
}

function pageOf(node: FieldNode, field: GraphQLField<unknown, unknown>): Page | undefined {
  const asked = node.arguments?.find(({ name }) => SIZES.includes(name.value));
  const argument = field.args.find(({ name }) => name === (asked?.name.value ?? 'first'));
  if (!argument) return undefined;
  const usual = typeof argument.defaultValue === 'number' ? argument.defaultValue : USUAL_PAGE;
  if (!asked) return { name: `${usual}`, size: () => usual };
  return { name: `${print(asked.value)} or ${usual}`, size: (variables) => sizeOf(asked.value, variables) ?? usual };
}

function sizeOf(value: ValueNode, variables: Variables): number | undefined {
  if (value.kind === Kind.LIST) return value.values.length;
  const given = value.kind === Kind.INT ? Number(value.value) : undefined;
  const size = value.kind === Kind.VARIABLE ? variables[value.name.value] : given;
  if (Array.isArray(size)) return size.length;
  return typeof size === 'number' ? Math.max(1, size) : undefined;
}
