import type { Sql } from '../../database/database';
import { marks } from '../../database/rows';
import type { Adjacency } from './two-steps.rules';

/** A network together with whose places are whose. */
export interface PlacedNetwork extends Adjacency {
  /** Below 0 for a member without a place. */
  placeOf(id: number): number;
  idAt(place: number): number;
}

const MOST_CONNECTIONS = 500;
const MOST_ROWS = 10_000;

/**
 * The viewer's surroundings two steps far, read from the database: for as long as the index in memory is not there. At most 500
 * connections with at most 10,000 of theirs, those with the smallest networks first.
 */
export async function surroundings(sql: Sql, viewer: number): Promise<PlacedNetwork> {
  const connections = await sql.query<Neighbour>(
    `SELECT c.member_id AS owner, c.peer_id AS id, s.connection_count AS degree FROM connection c
     JOIN member_state s ON s.member_id = c.peer_id WHERE c.member_id = ?
     ORDER BY s.connection_count, c.peer_id LIMIT ${MOST_CONNECTIONS}`,
    [viewer],
  );
  let rows = 0;
  const through = connections.filter(({ degree }) => {
    rows += degree;
    return rows <= MOST_ROWS;
  });
  const found = through.length > 0 ? await connectionsOf(sql, through) : [];
  return place(viewer, connections, found);
}

interface Neighbour {
  readonly owner: number;
  readonly id: number;
  readonly degree: number;
}

function connectionsOf(sql: Sql, members: readonly Neighbour[]): Promise<Neighbour[]> {
  return sql.query(
    `SELECT c.member_id AS owner, c.peer_id AS id, s.connection_count AS degree FROM connection c
     JOIN member_state s ON s.member_id = c.peer_id WHERE c.member_id IN (${marks(members.length)})`,
    members.map(({ id }) => id),
  );
}

function place(viewer: number, connections: readonly Neighbour[], found: readonly Neighbour[]): PlacedNetwork {
  const degrees = new Map([...connections, ...found].map(({ id, degree }) => [id, degree]));
  const ids = [...new Set([viewer, ...degrees.keys()])].sort((a, b) => a - b);
  const places = new Map(ids.map((id, n) => [id, n]));
  const placeOf = (id: number) => places.get(id) ?? -1;
  const lists = new Map<number, number[]>();
  // In the order of ids, which is that of places.
  for (const { owner, id } of [...connections, ...found].sort((a, b) => a.id - b.id)) {
    const list = lists.get(placeOf(owner));
    if (list) list.push(placeOf(id));
    else lists.set(placeOf(owner), [placeOf(id)]);
  }
  return {
    size: ids.length,
    degree: (at) => degrees.get(ids[at] ?? 0) ?? 0,
    neighbours: (members, into) => {
      let end = 0;
      return Uint32Array.from(members, (at) => {
        for (const neighbour of lists.get(at) ?? []) if (end < into.length) into[end++] = neighbour;
        return end;
      });
    },
    placeOf,
    idAt: (at) => ids[at] ?? 0,
  };
}
