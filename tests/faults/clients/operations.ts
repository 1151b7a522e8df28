/** What the checking clients ask: all that an app shows of invitations, connections and blocks, with `asOfSeq`. */
const INVITATION = 'id status tray asOfSeq question { text answer } sender { id } recipient { id }';
const ABOUT_MEMBER = 'member { id relationship { asOfSeq } }';

const EVENT = `
  __typename kind seq cursor occurredAt
  ... on InvitationSentEvent { invitation { ${INVITATION} } }
  ... on InvitationReceivedEvent { invitation { ${INVITATION} } }
  ... on InvitationUpdatedEvent { invitation { ${INVITATION} } }
  ... on InvitationReminderEvent { invitation { ${INVITATION} } }
  ... on InvitationWithdrawnEvent { invitationId }
  ... on InvitationRemovedEvent { invitationId }
  ... on InvitationExpiredEvent { invitationId }
  ... on ConnectionCreatedEvent { edge { node { id relationship { asOfSeq } } } accepted: invitation { id } }
  ... on ConnectionRemovedEvent { ${ABOUT_MEMBER} }
  ... on BlockCreatedEvent { ${ABOUT_MEMBER} }
  ... on BlockRemovedEvent { ${ABOUT_MEMBER} }`;

export const EVENTS = `subscription ($after: Cursor) {
  events(after: $after) {
    ... on EventBatch { cursor events { ${EVENT} } }
    ... on Checkpoint { cursor head }
    ... on StreamReset { reason }
  }
}`;

export const EVENT_PAGE = `query ($after: Cursor!) {
  eventPage(after: $after, first: 100) { cursor head events { ${EVENT} } reset { reason } }
}`;

export const SNAPSHOT = 'query { snapshot { cursor } }';

/** Lists by name, each a page of what it holds. */
export const LISTS = {
  main: `invitationsReceived(first: 100, after: $after, filter: { tray: MAIN }) { PAGE edges { node { ${INVITATION} } } }`,
  snoozed: `invitationsReceived(first: 100, after: $after, filter: { tray: SNOOZED }) { PAGE edges { node { ${INVITATION} } } }`,
  sent: `invitationsSent(first: 100, after: $after, filter: { status: PENDING }) { PAGE edges { node { ${INVITATION} } } }`,
  connections: `connections(first: 100, after: $after) { PAGE edges { node { id relationship { asOfSeq } } } }`,
  blocks: `blockedMembers(first: 100, after: $after) { PAGE edges { node { id relationship { asOfSeq } } } }`,
} as const;

export type ListName = keyof typeof LISTS;

export const listQuery = (name: ListName): string =>
  `query ($after: String) { viewer { list: ${LISTS[name].replace('PAGE', 'pageInfo { hasNextPage endCursor }')} } }`;
