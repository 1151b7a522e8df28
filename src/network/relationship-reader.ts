import type { Database } from '../database/database';
import type { ErrorCode } from '../errors';
import type { LoaderKind, RequestContext } from '../graphql/context';
import type { MemberReader } from '../members/member-reader';
import { seenBy } from '../members/member-view.rules';
import type { Policy } from '../policy';
import type { MemberFacts } from '../relationships/relationship-state';
import { cannotInvite, type RelationshipView, relationshipFor } from './relationship-view.rules';
import { readInviter, readPeers } from './relationships.queries';

/** Reads how members stand to the viewer: one statement for all members of a list, whatever is asked about them. */
export class RelationshipReader {
  /**
   * By the other member's id; null where that member is not there for the viewer: unknown, erased, or has blocked them. The
   * members themselves are read along, for `MemberReader.byId`.
   */
  readonly toPeer: LoaderKind<number, RelationshipView | null> = {
    batch: async (peers, context) => {
      const viewer = context.viewerId;
      const at = this.database.time();
      // Made before anything is read: what the request forgets meanwhile must not come back to it.
      const members = context.loader(this.members.byId);
      const found = await readPeers(this.database.together, viewer, peers);
      for (const [id, { row }] of found) members.prime(id, seenBy(viewer, row));
      return peers.map((peer) => {
        const known = found.get(peer);
        return known ? relationshipFor(viewer, peer, known, at) : null;
      });
    },
  };

  /** Read once for all members of a list. */
  private readonly inviter: LoaderKind<number, MemberFacts> = {
    batch: (ids) => Promise.all(ids.map((id) => readInviter(this.database, id, this.database.time()))),
  };

  constructor(
    private readonly database: Database,
    private readonly policy: Policy,
    private readonly members: MemberReader,
  ) {}

  /** Why the viewer may not invite the member now; null when they may. */
  async cannotInvite(relationship: RelationshipView, context: RequestContext): Promise<ErrorCode | null> {
    const viewer = await context.loader(this.inviter).load(relationship.viewerId);
    return cannotInvite(relationship, viewer, this.database.time(), this.policy);
  }
}
