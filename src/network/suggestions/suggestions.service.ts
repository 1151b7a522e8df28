import type { Database } from '../../database/database';
import { upsert } from '../../database/rows';
import { InvalidInput, NotFound } from '../../errors';
import { fromGlobalId } from '../../graphql/global-id';
import { visibleMembers } from '../../members/members.queries';
import type { Door } from '../../relationships/door';
import { isDismissed } from './suggestions.queries';

/** Keeps whom a member does not want suggested. */
export class SuggestionsService {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
  ) {}

  /**
   * Remembers it, and tells the viewer's own devices; when it is known already, does nothing. Resolves to the member's id. Throws
   * `NotFound` for whoever is not there for the viewer.
   */
  async dismiss(viewer: number, memberId: string): Promise<number> {
    const path = ['input', 'memberId'];
    const peer = fromGlobalId('Member', memberId, path);
    if (peer === viewer) throw new InvalidInput(path, 'You are never suggested to yourself.');
    if ((await visibleMembers(this.database, viewer, [peer])).length === 0) throw new NotFound(path);
    if ((await isDismissed(this.database, viewer, peer)).length > 0) return peer;
    const columns = ['member_id', 'peer_id', 'dismissed_at'];
    await this.door.own({
      ...{ actor: viewer, about: peer, event: 'SUGGESTION_DISMISSED', payload: { member: peer } },
      write: (tx, at) => upsert(tx, 'suggestion_dismissal', ['member_id', 'peer_id'], columns, [[viewer, peer, at]]),
    });
    return peer;
  }
}
