import type { Sql } from '../database/database';
import type { EventKind } from '../events/event-kinds';
import { toGlobalId } from '../graphql/global-id';
import { viewFor } from '../invitations/invitation.rules';
import { invitationsById } from '../invitations/invitations.queries';
import { visibleMembers } from '../members/members.queries';
import { type Section, timeOf, type Wanted } from './table-section';

interface Row {
  readonly seq: number;
  readonly kind: EventKind;
  readonly subject: number | null;
  readonly payload: string | null;
  readonly created_at: number;
}

/** The member's stream as far as it is kept. What its events are about is named as long as it is the member's to see. */
export const eventSection: Section = {
  ...{ kind: 'EVENT', table: 'member_event' },
  columns: ['seq', 'kind', 'subject', 'payload', 'created_at'],
  withheld: {
    member_id: 'it is whose export this is',
    tag: 'a random number that guards the stream',
    change_id: 'a number inside',
    actor: 'never shown to anybody',
  },
  async read(sql, wanted) {
    const rows = await sql.query<Row>(
      `SELECT seq, kind, subject, payload, created_at FROM member_event WHERE member_id = ? AND seq > ? ORDER BY seq LIMIT ${wanted.most}`,
      [wanted.member, wanted.after],
    );
    const events = rows.map((row) => ({ ...row, ...subjectsOf(row) }));
    const invitations = await seenInvitations(sql, wanted, idsIn(events.map(({ invitation }) => invitation)));
    const members = await seenMembers(sql, wanted, idsIn(events.map(({ member }) => member)));
    return events.map(({ seq, kind, created_at, invitation, member }) => ({
      key: seq,
      record: {
        ...{ seq: String(seq), kind, occurredAt: timeOf(created_at) },
        invitation: invitation && invitations.has(invitation) ? toGlobalId('Invitation', invitation) : null,
        member: member && members.has(member) ? toGlobalId('Member', member) : null,
      },
    }));
  },
};

interface Subjects {
  readonly invitation?: number | null | undefined;
  readonly member?: number | null | undefined;
}

function subjectsOf({ kind, subject, payload }: Row): Subjects {
  const about: Subjects = JSON.parse(payload ?? '{}');
  return kind.startsWith('INVITATION_')
    ? { invitation: subject }
    : { invitation: about.invitation, member: subject ?? about.member };
}

const idsIn = (ids: readonly (number | null | undefined)[]): number[] => [...new Set(ids.flatMap((id) => id ?? []))];

async function seenInvitations(sql: Sql, { member, at }: Wanted, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await invitationsById(sql, member, ids);
  return new Set(rows.flatMap((row) => viewFor(member, row, at)?.id ?? []));
}

async function seenMembers(sql: Sql, { member }: Wanted, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  return new Set((await visibleMembers(sql, member, ids)).map(({ id }) => id));
}
