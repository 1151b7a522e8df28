import { toGlobalId } from '../graphql/global-id';
import { Member } from './member.type';
import { readPurposes } from './purpose';
import type { ConnectionsVisibility } from './settings.rules';

/** A member's row, joined with what it takes to know how much of it the viewer may see. */
export interface MemberRow {
  readonly id: number;
  readonly handle: string;
  readonly name: string;
  readonly headline: string | null;
  readonly industry: string | null;
  readonly location: string | null;
  readonly photoUrl: string | null;
  readonly seeking: string;
  readonly offering: string;
  readonly connectionCount: number;
  readonly visibleTo: ConnectionsVisibility;
  /** The viewer's id if the two are connected. */
  readonly connectedTo: number | null;
}

export const NEUTRAL_NAME = 'Unavailable member';

/** An instance of the schema's class, since TypeGraphQL copies anything else for each field it resolves. */
export function seenBy(viewerId: number, row: MemberRow): Member {
  const { handle, name, headline, industry, location, photoUrl } = row;
  const showsConnections = showsConnectionsTo(viewerId, row);
  return Object.assign(new Member(), {
    id: toGlobalId('Member', row.id),
    memberId: row.id,
    available: true,
    ...{ handle, name, headline, industry, location, photoUrl, showsConnections },
    seeking: readPurposes(row.seeking),
    offering: readPurposes(row.offering),
    connectionCount: showsConnections ? row.connectionCount : null,
  });
}

/** Erased, closed, blocking the viewer, or never there: all the same. */
export function unavailable(id: number): Member {
  return Object.assign(new Member(), {
    id: toGlobalId('Member', id),
    memberId: id,
    available: false,
    showsConnections: false,
    handle: null,
    name: NEUTRAL_NAME,
    headline: null,
    industry: null,
    location: null,
    photoUrl: null,
    seeking: [],
    offering: [],
    connectionCount: null,
  });
}

function showsConnectionsTo(viewerId: number, { id, visibleTo, connectedTo }: MemberRow): boolean {
  if (id === viewerId || visibleTo === 'EVERYONE') return true;
  return visibleTo === 'CONNECTIONS' && connectedTo !== null;
}
