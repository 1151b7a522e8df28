import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How many fields an operation holds once its fragments are written out where they are spread. Circles are not allowed. */
export function expandedFields(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const counted = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const fragment = fragments.get(name);
    const count = counted.get(name) ?? (fragment ? ofSelections(fragment.selectionSet) : 0);
    counted.set(name, count);
    return count;
  };
  const ofSelections = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return sum + ofFragment(node.name.value);
      const inside = node.selectionSet ? ofSelections(node.selectionSet) : 0;
      return sum + inside + (node.kind === Kind.FIELD ? 1 : 0);
    }, 0);
  return ofSelections(operation.selectionSet);
}
