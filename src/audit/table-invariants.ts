import type { Sql } from '../database/database';
import type { Policy } from '../policy';
import { DAY, WEEK } from '../relationships/inviting.rules';
import type { Violation } from './violations';

/** Each sentence holds when its query finds nothing. Valid on every engine. */
export const TABLE_INVARIANTS = {
  'a pair has its smaller id first': 'SELECT low_id, high_id FROM pair WHERE low_id >= high_id',
  'nobody is connected with themselves': 'SELECT member_id FROM connection WHERE member_id = peer_id',
  // But for what is left of those sent to somebody who has been erased since.
  'nobody invites themselves': `
    SELECT id FROM invitation i WHERE sender_id = recipient_id AND (note IS NOT NULL OR context IS NOT NULL
      OR open_until IS NOT NULL OR NOT EXISTS (SELECT 1 FROM erasure e WHERE e.erased_at >= i.sent_at))`,
  'a connection is mutual': `
    SELECT c.member_id, c.peer_id FROM connection c
    LEFT JOIN connection d ON d.member_id = c.peer_id AND d.peer_id = c.member_id
    WHERE d.member_id IS NULL OR d.connected_at <> c.connected_at`,
  'connections are those of the pairs': `
    SELECT c.member_id, c.peer_id FROM connection c
    LEFT JOIN pair p ON p.low_id = c.member_id AND p.high_id = c.peer_id
    WHERE c.member_id < c.peer_id AND (p.connected_at IS NULL OR p.connected_at <> c.connected_at)
    UNION ALL
    SELECT p.low_id, p.high_id FROM pair p
    LEFT JOIN connection c ON c.member_id = p.low_id AND c.peer_id = p.high_id
    WHERE p.connected_at IS NOT NULL AND c.member_id IS NULL`,
  'a connection remembers an accepted invitation between the two': `
    SELECT c.member_id, c.peer_id, c.invitation_id FROM connection c
    LEFT JOIN invitation i ON i.id = c.invitation_id AND i.sender_status = 'ACCEPTED'
      AND ((i.sender_id = c.member_id AND i.recipient_id = c.peer_id)
        OR (i.sender_id = c.peer_id AND i.recipient_id = c.member_id))
    WHERE i.id IS NULL`,
  'who is connected has no open invitation': `
    SELECT low_id, high_id, open_id FROM pair WHERE connected_at IS NOT NULL AND open_id IS NOT NULL`,
  'who is blocked is neither connected nor invited': `
    SELECT low_id, high_id FROM pair
    WHERE (low_blocked_at IS NOT NULL OR high_blocked_at IS NOT NULL)
      AND (connected_at IS NOT NULL OR open_id IS NOT NULL)`,
  'at most one invitation is open between two': `
    SELECT CASE WHEN sender_id < recipient_id THEN sender_id ELSE recipient_id END AS low,
      CASE WHEN sender_id < recipient_id THEN recipient_id ELSE sender_id END AS high, COUNT(*) AS open
    FROM invitation WHERE open_until IS NOT NULL GROUP BY 1, 2 HAVING COUNT(*) > 1`,
  'the open invitation is the one of the pair': `
    SELECT i.id FROM invitation i LEFT JOIN pair p ON p.open_id = i.id
    WHERE i.open_until IS NOT NULL AND p.open_id IS NULL
    UNION ALL
    SELECT p.open_id FROM pair p LEFT JOIN invitation i ON i.id = p.open_id
    WHERE p.open_id IS NOT NULL AND (i.id IS NULL OR i.open_until IS NULL OR i.open_until <> p.open_expires_at
      OR i.sender_id <> p.open_sender_id OR i.recipient_id <> p.low_id + p.high_id - p.open_sender_id
      OR i.recipient_status <> p.open_state OR i.sender_status <> 'PENDING')`,
  'an invitation is over for its sender exactly when it is not open': `
    SELECT id, sender_status, open_until FROM invitation
    WHERE (sender_status = 'PENDING') <> (open_until IS NOT NULL)`,
  'what is over for the sender is over for the recipient': `
    SELECT id, sender_status, recipient_status FROM invitation
    WHERE (recipient_status = 'PENDING' AND sender_status <> 'PENDING')
      OR (recipient_status = 'REMOVED' AND sender_status = 'PENDING')
      OR (sender_status = 'ACCEPTED') <> (recipient_status = 'ACCEPTED')`,
  'the list of blocks is that of the pairs': `
    SELECT b.member_id, b.peer_id FROM block b
    LEFT JOIN pair p ON (p.low_id = b.member_id AND p.high_id = b.peer_id AND p.low_blocked_at = b.blocked_at)
      OR (p.high_id = b.member_id AND p.low_id = b.peer_id AND p.high_blocked_at = b.blocked_at)
    WHERE p.low_id IS NULL
    UNION ALL
    SELECT p.low_id, p.high_id FROM pair p LEFT JOIN block b ON b.member_id = p.low_id AND b.peer_id = p.high_id
    WHERE p.low_blocked_at IS NOT NULL AND b.member_id IS NULL
    UNION ALL
    SELECT p.high_id, p.low_id FROM pair p LEFT JOIN block b ON b.member_id = p.high_id AND b.peer_id = p.low_id
    WHERE p.high_blocked_at IS NOT NULL AND b.member_id IS NULL`,
  'connections are counted': `
    SELECT s.member_id, s.connection_count, COUNT(c.peer_id) AS truth FROM member_state s
    LEFT JOIN connection c ON c.member_id = s.member_id
    GROUP BY s.member_id, s.connection_count HAVING s.connection_count <> COUNT(c.peer_id)`,
  'open invitations are counted': `
    SELECT s.member_id, s.open_sent_count, COUNT(i.id) AS truth FROM member_state s
    LEFT JOIN invitation i ON i.sender_id = s.member_id AND i.open_until IS NOT NULL
    GROUP BY s.member_id, s.open_sent_count HAVING s.open_sent_count <> COUNT(i.id)`,
  'a notification is about something its reader may see': `
    SELECT n.id, n.kind, i.recipient_status FROM notification n LEFT JOIN invitation i ON i.id = n.invitation_id
    WHERE (n.kind = 'INVITATION_RECEIVED' AND (i.id IS NULL OR i.recipient_id <> n.member_id
        OR i.sender_id <> n.actor_id OR i.recipient_status IN ('DROPPED', 'REMOVED')))
      OR (n.kind = 'INVITATION_ACCEPTED' AND (i.id IS NULL OR i.sender_id <> n.member_id
        OR i.recipient_id <> n.actor_id OR i.sender_status <> 'ACCEPTED'))
      OR (n.kind = 'STANDING_CHANGED' AND (n.actor_id IS NOT NULL OR n.invitation_id IS NOT NULL))`,
  'nobody is notified of one they blocked, or who blocked them': `
    SELECT n.id FROM notification n JOIN block b
    ON (b.member_id = n.member_id AND b.peer_id = n.actor_id) OR (b.member_id = n.actor_id AND b.peer_id = n.member_id)`,
  'a report stands where its maker does not know the other': `
    SELECT r.member_id, r.peer_id FROM report r
    LEFT JOIN pair p ON p.low_id = CASE WHEN r.member_id < r.peer_id THEN r.member_id ELSE r.peer_id END
      AND p.high_id = CASE WHEN r.member_id < r.peer_id THEN r.peer_id ELSE r.member_id END
    WHERE p.low_id IS NULL OR CASE WHEN r.member_id = p.low_id THEN p.low_unknown ELSE p.high_unknown END <> 1`,
  'whose standing is not good will be looked at again': `
    SELECT member_id, standing FROM member_state WHERE standing IS NOT NULL AND recount_at IS NULL`,
  'a restriction has an end, and is on record': `
    SELECT s.member_id, s.restricted_until FROM member_state s
    LEFT JOIN standing_record r ON r.member_id = s.member_id AND r.kind = 'RESTRICTED' AND r.created_at = s.restricted_at
    WHERE s.standing = 'RESTRICTED' AND (s.restricted_until IS NULL OR r.id IS NULL)`,
} as const satisfies Record<string, string>;

export const QUOTA_INVARIANTS = [
  'no day has more invitations than the quota',
  'no week has more invitations than the quota',
] as const;

/** Invitations sent in any rolling window are at most as many as the quota; imports and crossings do not count. */
export async function exceededQuotas(sql: Sql, policy: Policy): Promise<Violation[]> {
  const sent = await sql.query<{ id: number; sender: number; at: number }>(
    `SELECT id, sender_id AS sender, sent_at AS at FROM invitation WHERE origin = 'DIRECT' ORDER BY sender_id, sent_at, id`,
  );
  const [day, week] = QUOTA_INVARIANTS;
  const windows = [
    [day, DAY, policy.quotaPerDay],
    [week, WEEK, policy.quotaPerWeek],
  ] as const;
  return windows.flatMap(([invariant, length, quota]) =>
    sent.flatMap((last, index) => {
      const first = sent[index - quota];
      const exceeded = first !== undefined && first.sender === last.sender && first.at > last.at - length;
      return exceeded ? [{ invariant, row: last }] : [];
    }),
  );
}
