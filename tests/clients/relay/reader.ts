import {
  createOperationDescriptor,
  Environment,
  fetchQuery,
  type GraphQLTaggedNode,
  getFragment,
  getRequest,
  getSingularSelector,
  Network,
  type PayloadData,
  RecordSource,
  Store,
  type Variables,
} from 'relay-runtime';
import type { Person } from '../../kit/person';

/** A page of Relay's conventions, as it shows in Relay's store. */
export interface Page {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Relay's runtime in somebody's hands. */
export class Reader {
  private readonly environment: Environment;

  constructor(person: Person) {
    this.environment = new Environment({
      // An answer is what the operation asked for.
      network: Network.create(async ({ text }, variables) => ({
        data: await person.asks<PayloadData>(text ?? '', variables),
      })),
      store: new Store(new RecordSource()),
    });
  }

  /** Asks, and then reads from the store, which may know more by now than this one answer. */
  async read<Data>(document: GraphQLTaggedNode, variables: Variables): Promise<Data> {
    await fetchQuery(this.environment, document, variables, { fetchPolicy: 'network-only' }).toPromise();
    const operation = createOperationDescriptor(getRequest(document), variables);
    // The compiler has made the selector of the document that the caller names the data of.
    return this.environment.lookup(operation.fragment).data as Data;
  }

  /** What a fragment shows of an object that has been read. */
  inside<Data>(fragment: GraphQLTaggedNode, object: unknown): Data {
    const selector = getSingularSelector(getFragment(fragment), object);
    if (!selector) throw new Error('The object does not spread the fragment.');
    return this.environment.lookup(selector).data as Data;
  }
}
