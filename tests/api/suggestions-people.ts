import type { Person } from '../kit/person';

export interface Suggestions {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
  };
  readonly edges: readonly {
    readonly cursor: string;
    readonly mutualConnectionCount: number;
    readonly reasons: readonly { readonly kind: string; readonly text: string }[];
    readonly node: { readonly id: string; readonly name: string; readonly available: boolean };
  }[];
}

/** A page of whom somebody may know. */
export async function suggestedTo(person: Person, args = ''): Promise<Suggestions> {
  const { viewer } = await person.asks<{ viewer: { suggestions: Suggestions } }>(
    `{ viewer { suggestions${args} { totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
       edges { cursor mutualConnectionCount reasons { kind text } node { id name available } } } } }`,
  );
  return viewer.suggestions;
}

export const names = ({ edges }: Suggestions): string[] => edges.map(({ node }) => node.name);

/** Everybody connects with everybody of the second list. */
export async function introduce(some: readonly Person[], others: readonly Person[]): Promise<void> {
  for (const one of some) for (const other of others) await one.connectsWith(other);
}
