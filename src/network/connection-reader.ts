import type { Database } from '../database/database';
import type { LoaderKind, RequestContext } from '../graphql/context';
import { encodeKey, type Page, type PageArguments, type PageQuery, pageQuery, toPage } from '../graphql/page';
import type { Member } from '../members/member.type';
import type { MemberFilter } from '../members/member-filter.input';
import { searchPrefixes } from '../members/search.rules';
import {
  BY_NAME,
  type ConnectionRow,
  connectionsByName,
  connectionsOf,
  connectionsTo,
  countConnections,
  NEWEST,
  newestConnections,
} from './connections.queries';
import { countHidden, hiddenFrom } from './hidden-members.queries';
import type { ConnectionOrder } from './network.type';

/** A connection in a list; the member at its end is loaded when asked for. */
export interface NetworkEdgeView {
  readonly cursor: string;
  readonly peerId: number;
  readonly connectedAt: number;
  readonly reason: string | null;
  readonly note: string | null;
}

export interface ConnectionSearch {
  readonly query?: string | null | undefined;
  readonly filter?: MemberFilter | null | undefined;
  readonly orderBy?: ConnectionOrder | null | undefined;
}

type EdgePage = Page<NetworkEdgeView>;

/** Reads connections, always as the viewer may see them. */
export class ConnectionReader {
  /** The viewer's connection with a member, or null when there is none (any more). */
  readonly toPeer: LoaderKind<number, NetworkEdgeView | null> = {
    batch: async (peers, context) => {
      const rows = await connectionsTo(this.database.together, context.viewerId, peers);
      const edges = new Map(rows.map((row) => [row.peer_id, { ...edgeOf(row), cursor: cursorOf(row) }]));
      return peers.map((peer) => edges.get(peer) ?? null);
    },
  };

  private readonly lists: LoaderKind<{ readonly member: Member; readonly page: PageQuery }, EdgePage> = {
    cacheKey: ({ member, page }) => JSON.stringify([member.memberId, page]),
    batch: async (keys, context) => {
      const hidden = await context.loader(this.hidden).load(context.viewerId);
      const wanted = keys.map(({ member, page }) => ({ member: member.memberId, page }));
      const rows = await connectionsOf(this.database, context.viewerId, wanted, hidden);
      return keys.map(({ member, page }, index) => {
        const own = rows.filter(({ list }) => list === index);
        return toPage(page, own, keyOf, edgeOf, async () => (await this.countOf(member, context)) ?? 0);
      });
    },
  };

  private readonly hidden: LoaderKind<number, readonly number[]> = {
    batch: (viewers) => Promise.all(viewers.map((viewer) => hiddenFrom(this.database, viewer))),
  };

  private readonly hiddenAmong: LoaderKind<number, number> = {
    batch: async (members, context) => {
      const hidden = await context.loader(this.hidden).load(context.viewerId);
      const counts = hidden.length > 0 ? await countHidden(this.database, members, hidden) : new Map<number, number>();
      return members.map((member) => counts.get(member) ?? 0);
    },
  };

  constructor(
    private readonly database: Database,
    private readonly largestPage: number,
  ) {}

  /** The viewer's own connections. */
  async mine(viewer: number, { query, filter, orderBy }: ConnectionSearch, args: PageArguments): Promise<EdgePage> {
    const prefixes = searchPrefixes(query ?? '', filter ?? null);
    const count = () => countConnections(this.database, viewer, prefixes);
    if (orderBy === 'NAME') {
      const page = pageQuery(args, BY_NAME, this.largestPage);
      const rows = await connectionsByName(this.database, viewer, prefixes, page);
      return toPage(page, rows, (row) => [row.name, row.peer_id], edgeOf, count);
    }
    const page = this.page(args);
    return toPage(page, await newestConnections(this.database, viewer, prefixes, page), keyOf, edgeOf, count);
  }

  /** A member's connections, or null where the viewer may not see them. Lists asked for together are read together. */
  async of(member: Member, args: PageArguments, context: RequestContext): Promise<EdgePage | null> {
    const page = this.page(args);
    return member.showsConnections ? context.loader(this.lists).load({ member, page }) : null;
  }

  /** How many connections a member has, as far as the viewer may count; null where that is hidden. */
  async countOf({ memberId, connectionCount }: Member, context: RequestContext): Promise<number | null> {
    if (connectionCount === null || memberId === context.viewerId) return connectionCount;
    return connectionCount - (await context.loader(this.hiddenAmong).load(memberId));
  }

  private page(args: PageArguments) {
    return pageQuery(args, NEWEST, this.largestPage);
  }
}

const keyOf = (row: ConnectionRow) => [row.connected_at, row.peer_id] as const;
const cursorOf = (row: ConnectionRow): string => encodeKey(NEWEST, keyOf(row));

function edgeOf(row: ConnectionRow): Omit<NetworkEdgeView, 'cursor'> {
  return { peerId: row.peer_id, connectedAt: row.connected_at, reason: row.reason, note: row.note };
}
