import type { Database } from '../database/database';
import type { ErrorCode } from '../errors';
import type { LoaderKind, RequestContext } from '../graphql/context';
import type { Policy } from '../policy';
import type { MemberFacts } from '../relationships/relationship-state';
import { cannotInvite, type RelationshipView, relationshipFor } from './relationship-view.rules';
import { readInviter, readPeers } from './relationships.queries';

/** Reads how members stand to the viewer: one statement for all members of a list, whatever is asked about them. */
export class RelationshipReader {
  /** By the other member's id; null where that member is not there for the viewer: unknown, erased, or has blocked them. */
  readonly toPeer: LoaderKind<number, RelationshipView | null> = {
    batch: async (peers, context) => {
      const viewer = context.viewerId;
      const at = this.database.time();
      const found = await readPeers(this.database, viewer, peers);
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
  ) {}

  /** Why the viewer may not invite the member now; null when they may. */
  async cannotInvite(relationship: RelationshipView, context: RequestContext): Promise<ErrorCode | null> {
    const viewer = await context.loader(this.inviter).load(relationship.viewerId);
    return cannotInvite(relationship, viewer, this.database.time(), this.policy);
  }
}
