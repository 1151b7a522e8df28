import type { Sql } from '../../src/database/database';
import type { Distance, Graph, MutualsWanted, PathsWanted, Reach } from '../../src/network/graph/graph';

interface Tables {
  readonly connections: readonly { readonly member: number; readonly peer: number }[];
  readonly blocks: readonly { readonly member: number; readonly peer: number }[];
  readonly settings: readonly { readonly member: number; readonly shown: string }[];
}

/** Answers from the tables as they are, applying the rules of `Graph` one by one, with no thought of speed. */
export class NaiveGraph implements Graph {
  constructor(private readonly tables: Tables) {}

  static async read(sql: Sql): Promise<NaiveGraph> {
    return new NaiveGraph({
      connections: await sql.query('SELECT member_id AS member, peer_id AS peer FROM connection'),
      blocks: await sql.query('SELECT member_id AS member, peer_id AS peer FROM block'),
      settings: await sql.query('SELECT member_id AS member, connections_visible_to AS shown FROM settings'),
    });
  }

  async hidden(viewer: number): Promise<ReadonlySet<number>> {
    const about = this.tables.blocks.filter(({ member, peer }) => member === viewer || peer === viewer);
    return new Set(about.map(({ member, peer }) => (member === viewer ? peer : member)));
  }

  async neighbours(viewer: number): Promise<readonly number[]> {
    return (await this.seenBy(viewer)).of(viewer);
  }

  async mutualCounts(viewer: number, members: readonly number[]): Promise<number[]> {
    const wanted = members.map((member) => ({ member, most: Number.POSITIVE_INFINITY, after: 0 }));
    return (await this.mutuals(viewer, wanted)).map(({ length }) => length);
  }

  async mutuals(viewer: number, wanted: readonly MutualsWanted[]): Promise<(readonly number[])[]> {
    const seen = await this.seenBy(viewer);
    return wanted.map(({ member, most, after }) => {
      if (member === viewer) return [];
      const both = seen.of(member).filter((id) => seen.of(viewer).includes(id));
      return both.filter((id) => id > after).slice(0, most);
    });
  }

  async degrees(viewer: number, members: readonly number[]): Promise<(Distance | null)[]> {
    const seen = await this.seenBy(viewer);
    return members.map((member) => (member === viewer ? null : seen.distance(viewer, member)));
  }

  async paths(viewer: number, wanted: readonly PathsWanted[]): Promise<(readonly (readonly number[])[])[]> {
    const seen = await this.seenBy(viewer);
    return wanted.map(({ member, most }) => {
      if (member === viewer) return [];
      for (const between of [0, 1, 2]) {
        const ways = seen.ways(viewer, member, between).filter((way) => way.every((id) => seen.shows(id)));
        if (ways.length > 0) return ways.slice(0, most);
      }
      return [];
    });
  }

  async reach(viewer: number): Promise<Reach> {
    const all = [...new Set(this.tables.connections.map(({ member }) => member))];
    const degrees = await this.degrees(viewer, all);
    const count = (distance: Distance) => degrees.filter((degree) => degree === distance).length;
    return { first: count(1), second: count(2), third: count(3) };
  }

  /** The graph without those who are absent and without the connections that the viewer may not know of. */
  private async seenBy(viewer: number): Promise<SeenGraph> {
    const hidden = await this.hidden(viewer);
    const { connections, settings } = this.tables;
    const mine = connections.filter(({ member }) => member === viewer).map(({ peer }) => peer);
    const shown = new Map(settings.map((row) => [row.member, row.shown]));
    const shows = (member: number) =>
      shown.get(member) === 'EVERYONE' || (shown.get(member) === 'CONNECTIONS' && mine.includes(member));
    const isKnown = (end: number) => end === viewer || mine.includes(end) || shows(end);
    const lists = new Map<number, number[]>();
    for (const { member, peer } of connections)
      if (!hidden.has(member) && !hidden.has(peer) && (isKnown(member) || isKnown(peer)))
        lists.set(member, [...(lists.get(member) ?? []), peer]);
    for (const list of lists.values()) list.sort((a, b) => a - b);
    return new SeenGraph(lists, shows);
  }
}

class SeenGraph {
  constructor(
    private readonly lists: ReadonlyMap<number, number[]>,
    readonly shows: (member: number) => boolean,
  ) {}

  of(member: number): readonly number[] {
    return this.lists.get(member) ?? [];
  }

  distance(from: number, to: number): Distance | null {
    if (this.ways(from, to, 0).length > 0) return 1;
    if (this.ways(from, to, 1).length > 0) return 2;
    return this.ways(from, to, 2).length > 0 ? 3 : null;
  }

  /** All ways with so many people between the two. */
  ways(from: number, to: number, between: number): number[][] {
    if (between === 0) return this.of(from).includes(to) ? [[]] : [];
    const onward = (near: number) => this.ways(near, to, between - 1).map((way) => [near, ...way]);
    return this.of(from)
      .filter((near) => near !== to)
      .flatMap(onward)
      .filter((way) => !way.includes(from) && new Set(way).size === way.length);
  }
}
