import { ASKS_NOTE, ASKS_REASON } from '../relationships/member-facts.queries';
import { isMuted, NOTIFICATION_KINDS } from '../relationships/notification-kinds';
import { eventSection } from './event-section';
import { receivedSection, sentSection } from './invitation-sections';
import { pairSection } from './pair-section';
import { type Section, tableSection } from './table-section';

const MINE = 'it is whose export this is';
const PLACE = 'the order in which they come';
const own = { owner: 'member_id', key: 'member_id', withheld: { member_id: MINE } } as const;
const list = { owner: 'member_id', key: 'ordinal', withheld: { member_id: MINE, ordinal: PLACE } } as const;
const between = {
  owner: 'member_id',
  key: 'peer_id',
  withheld: { member_id: MINE },
  ids: { peer_id: 'Member' },
} as const;

/** Everything that is exported, in this order. */
export const SECTIONS: readonly Section[] = [
  tableSection({
    ...{ kind: 'ACCOUNT', table: 'account', ...own },
    columns: ['email', 'created_at', 'password_changed_at'],
    withheld: { member_id: MINE, password_hash: 'a secret' },
  }),
  tableSection({
    ...{ kind: 'PROFILE', table: 'member', owner: 'id', key: 'id', ids: { id: 'Member' }, withheld: {} },
    columns: [
      ...['id', 'handle', 'name', 'headline', 'summary', 'industry', 'location', 'photo_url', 'career_goal'],
      ...['seeking', 'offering', 'created_at', 'updated_at'],
    ],
  }),
  tableSection({
    ...{ kind: 'POSITION', table: 'position', ...list },
    columns: ['title', 'company', 'started_on', 'ended_on', 'location', 'description'],
  }),
  tableSection({
    ...{ kind: 'EDUCATION', table: 'education', ...list },
    columns: ['school', 'degree', 'field', 'started_on', 'ended_on'],
  }),
  tableSection({ kind: 'SKILL', table: 'skill', ...list, columns: ['name'] }),
  tableSection({
    ...{ kind: 'ACCOMPLISHMENT', table: 'accomplishment', ...list },
    columns: ['title', 'description', 'date', 'url'],
  }),
  tableSection({ kind: 'SETTINGS', table: 'settings', ...own, columns: ['connections_visible_to'] }),
  tableSection({
    ...{ kind: 'STATE', table: 'member_state', ...own },
    columns: [
      ...['created_at', 'connection_count', 'open_sent_count', 'muted_kinds', 'settings_version', 'last_seq'],
      ...['asks', 'who_may_invite', 'daily_intake', 'paused_until', 'drops_unadmitted', 'intake_since', 'intake_count'],
      ...['answers_since', 'answers_count', 'proofs_since', 'proofs_count'],
      ...['standing', 'restricted_at', 'restricted_until', 'restrictions', 'appealed_at', 'pardoned_at', 'overuses'],
    ],
    meanings: {
      muted_kinds: (mask) => NOTIFICATION_KINDS.filter((kind) => isMuted(mask, kind)),
      asks: (demands) => ({ note: (demands & ASKS_NOTE) !== 0, reason: (demands & ASKS_REASON) !== 0 }),
      drops_unadmitted: (value) => value !== 0,
    },
    withheld: {
      member_id: MINE,
      last_tag: 'a random number that guards the stream',
      floor_seq: 'where the events kept begin, which the events themselves tell',
      floor_tag: 'a random number that guards the stream',
      recount_at: 'it would tell when somebody reported the member',
      erased_at: 'nobody who was erased asks for an export',
    },
  }),
  tableSection({
    ...{ kind: 'STANDING_RECORD', table: 'standing_record', owner: 'member_id', key: 'id' },
    columns: ['kind', 'text', 'created_at'],
    withheld: { id: 'a number inside', member_id: MINE },
  }),
  tableSection({
    ...{ kind: 'SESSION', table: 'session', owner: 'member_id', key: 'id' },
    columns: ['created_at', 'rotated_at', 'expires_at', 'ended_at'],
    withheld: { id: 'a number inside', member_id: MINE, token_hash: 'a secret', previous_hash: 'a secret' },
  }),
  sentSection,
  receivedSection,
  tableSection({
    ...{ kind: 'CONNECTION', table: 'connection', ...between },
    columns: ['peer_id', 'connected_at', 'invitation_id'],
    ids: { peer_id: 'Member', invitation_id: 'Invitation' },
  }),
  tableSection({
    ...{ kind: 'REMARK', table: 'remark', ...between },
    columns: ['peer_id', 'label', 'private_note', 'updated_at'],
  }),
  tableSection({ kind: 'BLOCK', table: 'block', ...between, columns: ['peer_id', 'blocked_at'] }),
  pairSection,
  tableSection({
    ...{ kind: 'DISMISSED_SUGGESTION', table: 'suggestion_dismissal', ...between },
    columns: ['peer_id', 'dismissed_at'],
  }),
  tableSection({
    ...{ kind: 'NOTIFICATION', table: 'notification', owner: 'member_id', key: 'id', withheld: { member_id: MINE } },
    columns: ['id', 'kind', 'actor_id', 'invitation_id', 'created_at', 'read_at'],
    ids: { id: 'Notification', actor_id: 'Member', invitation_id: 'Invitation' },
  }),
  eventSection,
];

/** Tables that mention members and are not exported, and why. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  member_term: 'the words of the profile once more, for searching',
  idempotency_key:
    'answers kept for a day so that a request can be repeated; what was done is in the rest of the export',
  lane_batch: 'word among the processes of whom a change concerns, kept for a day',
  report: 'who has reported the member is not for them to know; whom they reported is in INVITATION_RECEIVED',
  erasure: 'nobody who was erased asks for an export',
};
