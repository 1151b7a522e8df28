import type { Database, Sql } from '../database/database';
import type { Ahead } from '../graphql/ahead';
import type { LoaderKind, RequestContext } from '../graphql/context';
import type { Member } from './member.type';
import { seenBy, unavailable } from './member-view.rules';
import {
  accomplishmentsOf,
  educationOf,
  type LongTexts,
  longTexts,
  positionsOf,
  skillsOf,
  visibleMembers,
} from './members.queries';
import type { AccomplishmentEntry, EducationEntry, PositionEntry } from './profile';

/** What a `Member` in the schema is made of; `memberId` is the number inside its id. */
export type MemberView = Member;

/** Reads members into the request's loaders, with what the answer goes on to tell of them: `ahead` is below a `Member`. */
export type Foresight = (ids: readonly number[], ahead: Ahead, context: RequestContext) => Promise<void>;

/** What can be loaded of members: one query for each kind, whatever the page. Use with `context.loader(reader.byId)`. */
export class MemberReader {
  /** Every id has its member, as the viewer may see them: `available` says whether there is anything to see. */
  readonly byId: LoaderKind<number, Member> = {
    batch: async (ids, context) => {
      const { viewerId } = context;
      const rows = await visibleMembers(this.database.together, viewerId, ids);
      const found = new Map(rows.map((row) => [row.id, seenBy(viewerId, row)]));
      return ids.map((id) => found.get(id) ?? unavailable(id));
    },
  };

  /** The lists and texts below are not guarded: load them only of a member who is `available`. */
  readonly texts: LoaderKind<number, LongTexts> = {
    batch: async (ids) => {
      const found = new Map((await longTexts(this.database, ids)).map((row) => [row.memberId, row]));
      return ids.map((memberId) => found.get(memberId) ?? { memberId, summary: null, careerGoal: null });
    },
  };
  readonly positions: LoaderKind<number, readonly PositionEntry[]>;
  readonly education: LoaderKind<number, readonly EducationEntry[]>;
  readonly skills: LoaderKind<number, readonly { readonly name: string }[]>;
  readonly accomplishments: LoaderKind<number, readonly AccomplishmentEntry[]>;

  private foresight: Foresight = async () => {};

  constructor(private readonly database: Database) {
    this.positions = listLoader(database, positionsOf);
    this.education = listLoader(database, educationOf);
    this.skills = listLoader(database, skillsOf);
    this.accomplishments = listLoader(database, accomplishmentsOf);
  }

  /** From now on so is read what a list goes on to tell of its members. */
  foreseeBy(foresight: Foresight): void {
    this.foresight = foresight;
  }

  /** To be awaited by a list before it gives its members. What fails here fails again for the field that asks for it. */
  async foresee(ids: readonly number[], ahead: Ahead, context: RequestContext): Promise<void> {
    await this.foresight(ids, ahead, context).catch(() => {});
  }
}

function listLoader<Entry extends { readonly memberId: number }>(
  sql: Sql,
  read: (sql: Sql, ids: readonly number[]) => Promise<Entry[]>,
): LoaderKind<number, readonly Entry[]> {
  return {
    batch: async (ids) => {
      const lists = new Map<number, Entry[]>(ids.map((id) => [id, []]));
      for (const entry of await read(sql, ids)) lists.get(entry.memberId)?.push(entry);
      return ids.map((id) => lists.get(id) ?? []);
    },
  };
}
