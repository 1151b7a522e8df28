import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { fieldName } from './selection';

/**
 * What somebody has seen so far. Opaque values differ between any two worlds; what counts is the order in which they
 * appeared first, so each is written down as its number. Everything else is written down as it is.
 */
export class Memory {
  private readonly names = new Map<string, string>();
  private readonly values = new Map<string, Set<string>>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** All values of a kind in the order of their first appearance: ids by their type, 'Cursor', 'page' cursors, 'handle'. */
  seen(kind: string): readonly string[] {
    return [...(this.values.get(kind) ?? [])];
  }

  get ids(): readonly string[] {
    return [...this.values.keys()].flatMap((kind) => (this.schema.getType(kind) ? this.seen(kind) : []));
  }

  /** An answer as it compares with that of another world. What is new in it is remembered. */
  comparable(answer: unknown): unknown {
    if (Array.isArray(answer)) return answer.map((item) => this.comparable(item));
    if (typeof answer !== 'object' || answer === null) return answer;
    const entries = Object.entries(answer).filter(([key]) => key !== 'requestId');
    const type = String(Object(answer).__typename ?? '');
    return Object.fromEntries(
      entries.map(([key, value]) => {
        if (typeof value !== 'string') return [key, this.comparable(value)];
        return [key, this.written(type, fieldName(key), value)];
      }),
    );
  }

  /** What was asked with values seen before, as it compares with another world. */
  spoken(variables: unknown): unknown {
    return JSON.parse(JSON.stringify(variables), (_key, value) => this.names.get(value) ?? value);
  }

  private written(typename: string, field: string, value: string): string {
    const type = this.schema.getType(typename);
    const known = isObjectType(type) ? type.getFields()[field] : undefined;
    const name = known ? getNamedType(known.type).name : '';
    if (field === 'handle') this.remember('handle', value);
    if (name === 'Cursor') return this.remember(name, value);
    if (/cursor$/i.test(field)) return this.remember('page', value);
    if (name !== 'ID') return value;
    // `invitationId` holds the id of an invitation.
    return this.remember(field === 'id' ? typename : `${field.charAt(0).toUpperCase()}${field.slice(1, -2)}`, value);
  }

  private remember(kind: string, value: string): string {
    const values = this.values.get(kind) ?? new Set();
    this.values.set(kind, values.add(value));
    const name = this.names.get(value) ?? `${kind} ${values.size}`;
    this.names.set(value, name);
    return name;
  }
}
