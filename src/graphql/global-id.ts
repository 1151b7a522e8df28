import { NotFound } from '../errors';

/** Object types with ids. An id is opaque to clients: base64url of the type's name and a number. */
export type NodeType = 'Member' | 'Viewer' | 'Relationship' | 'Invitation' | 'Notification';

export function toGlobalId(type: NodeType, id: number): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** The parts of a global id, or undefined when it is not one. */
export function parseGlobalId(text: string): { type: string; id: number } | undefined {
  const match = /^([A-Za-z]{1,30}):([1-9][0-9]{0,15})$/.exec(Buffer.from(text, 'base64url').toString('latin1'));
  const id = Number(match?.[2]);
  return match?.[1] !== undefined && Number.isSafeInteger(id) ? { type: match[1], id } : undefined;
}

/** The number in an id that must be of `type`; anything else is as unknown as an id that leads nowhere. */
export function fromGlobalId(type: NodeType, text: string, path: string | readonly string[]): number {
  const parsed = parseGlobalId(text);
  if (parsed?.type !== type) throw new NotFound(path);
  return parsed.id;
}
