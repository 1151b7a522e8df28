import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/**
 * How often the document asks for the same response name in one place, at its worst place. graphql-js compares every pair
 * of equal names within a place, fragments included, before anything runs: half a million comparisons for 1,000 names.
 */
export function repetitions(document: DocumentNode): number {
  const census = new Census(document);
  for (const node of document.definitions) if ('selectionSet' in node) census.enter([node.selectionSet]);
  return census.worst;
}

/** A document with more places than this is a bomb of nested fragments. */
const MOST_PLACES = 2000;

/** A place is where an object of the answer is: several selection sets, when a field is asked for several times. */
class Census {
  worst = 0;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly numbers = new Map<SelectionSetNode, number>();
  private readonly places = new Set<string>();

  constructor(document: DocumentNode) {
    for (const node of document.definitions)
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
  }

  enter(selections: readonly SelectionSetNode[]): void {
    const place = selections.map((selection) => this.numberOf(selection)).join();
    if (this.places.has(place)) return;
    this.places.add(place);
    if (this.places.size > MOST_PLACES) this.worst = Number.POSITIVE_INFINITY;
    if (this.worst === Number.POSITIVE_INFINITY) return;
    for (const fields of this.fieldsOf(selections).values()) {
      this.worst = Math.max(this.worst, fields.length);
      const below = fields.flatMap((field) => field.selectionSet ?? []);
      if (below.length > 0) this.enter(below);
    }
  }

  /** All fields of a place under their response names, those in fragments too, each fragment once. */
  private fieldsOf(selections: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
    const found = new Map<string, FieldNode[]>();
    const entered = new Set<string>();
    const queue = [...selections];
    for (let selection = queue.pop(); selection; selection = queue.pop())
      for (const node of selection.selections)
        if (node.kind === Kind.FIELD) {
          const name = node.alias?.value ?? node.name.value;
          const fields = found.get(name);
          if (fields) fields.push(node);
          else found.set(name, [node]);
        } else if (node.kind === Kind.INLINE_FRAGMENT) queue.push(node.selectionSet);
        else if (!entered.has(node.name.value)) {
          entered.add(node.name.value);
          const fragment = this.fragments.get(node.name.value);
          if (fragment) queue.push(fragment.selectionSet);
        }
    return found;
  }

  private numberOf(selection: SelectionSetNode): number {
    const known = this.numbers.get(selection) ?? this.numbers.size;
    this.numbers.set(selection, known);
    return known;
  }
}
