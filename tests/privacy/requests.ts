import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
} from 'graphql';
import { Selections } from './selection';

/** Something to ask for, with everything that can be selected of it. `args` are its variables. */
export interface Ask {
  readonly name: string;
  readonly document: string;
  readonly args: readonly GraphQLArgument[];
}

type Field = GraphQLField<unknown, unknown>;

/** What has to do with passwords and tokens, or ends the session that looks. */
const NOT_ASKED = ['signUp', 'signIn', 'signOut', 'refreshSession', 'changePassword', 'eraseMe'];

/** Every way of asking that the schema has: each field of a query, of the viewer, and each mutation. */
export class Requests {
  readonly readings: readonly Ask[];
  readonly mutations: readonly Ask[];
  private readonly selections: Selections;

  constructor(schema: GraphQLSchema) {
    this.selections = new Selections(schema);
    const viewer = schema.getType('Viewer');
    const { viewer: _, ...rest } = schema.getQueryType()?.getFields() ?? {};
    const own = viewer && 'getFields' in viewer ? Object.values((viewer as GraphQLObjectType).getFields()) : [];
    const isOwn = (field: Field) => isCompositeType(getNamedType(field.type));
    this.readings = [
      this.ask(
        'query',
        'viewer',
        [],
        `{ __typename ${own
          .filter((f) => !isOwn(f))
          .map(({ name }) => name)
          .join(' ')} }`,
      ),
      ...own.filter(isOwn).map((field) => this.askFor(field, 'query', (inner) => `viewer { __typename ${inner} }`)),
      ...Object.values(rest).map((field) => this.askFor(field, 'query')),
    ];
    this.mutations = Object.values(schema.getMutationType()?.getFields() ?? {})
      .filter(({ name }) => !NOT_ASKED.includes(name))
      .map((field) => this.askFor(field, 'mutation'));
  }

  /** The document of a subscription with everything that it can bring. */
  subscription(schema: GraphQLSchema, name: string): string {
    const field = schema.getSubscriptionType()?.getFields()[name];
    if (!field) throw new Error(`No subscription ${name}.`);
    return this.askFor(field, 'subscription').document;
  }

  private askFor(field: Field, kind: string, around = (inner: string) => inner): Ask {
    const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
    const selection = this.selections.of(getNamedType(field.type), DEPTH);
    return this.ask(kind, field.name, field.args, around(`${field.name}${given && `(${given})`} ${selection}`), '');
  }

  private ask(kind: string, name: string, args: readonly GraphQLArgument[], body: string, field = name): Ask {
    const variables = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
    const text = `${kind} ${variables && `(${variables})`} { ${field} ${body} }`;
    return { name, args, document: `${text}\n${this.selections.needed(text)}` };
  }
}

/** An invitation, its two people, and how they stand to the one who looks. */
const DEPTH = 2;
