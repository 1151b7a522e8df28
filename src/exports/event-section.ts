import type { EventKind } from '../events/event-kinds';
import { toGlobalId } from '../graphql/global-id';
import { type Section, timeOf } from './table-section';

interface Row {
  readonly seq: number;
  readonly kind: EventKind;
  readonly subject: number | null;
  readonly payload: string | null;
  readonly created_at: number;
}

/** The member's stream as far as it is kept. What its events are about is in the rest of the export, as far as it is theirs to see. */
export const eventSection: Section = {
  ...{ kind: 'EVENT', table: 'member_event' },
  columns: ['seq', 'kind', 'subject', 'payload', 'created_at'],
  withheld: {
    member_id: 'it is whose export this is',
    tag: 'a random number that guards the stream',
    change_id: 'a number inside',
    actor: 'never shown to anybody',
  },
  async read(sql, { member, after, most }) {
    const rows = await sql.query<Row>(
      `SELECT seq, kind, subject, payload, created_at FROM member_event WHERE member_id = ? AND seq > ? ORDER BY seq LIMIT ${most}`,
      [member, after],
    );
    return rows.map(({ seq, kind, subject, payload, created_at }) => {
      const about: { invitation?: number | null; member?: number } = JSON.parse(payload ?? '{}');
      const [invitation, other] = kind.startsWith('INVITATION_') ? [subject, null] : [about.invitation, subject];
      return {
        key: seq,
        record: {
          ...{ seq: String(seq), kind, occurredAt: timeOf(created_at) },
          invitation: invitation ? toGlobalId('Invitation', invitation) : null,
          member: other || about.member ? toGlobalId('Member', other ?? about.member ?? 0) : null,
        },
      };
    });
  },
};
