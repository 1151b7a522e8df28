/** What the checking clients ask: all that an app shows of invitations, connections and blocks, with `asOfSeq`. */
const INVITATION = 'id status tray asOfSeq question { text answer } sender { id } recipient { id }';
const PEER = 'id relationship { state asOfSeq }';

const EVENT = `
  __typename kind seq cursor occurredAt
  ... on InvitationSentEvent { invitation { ${INVITATION} } }
  ... on InvitationReceivedEvent { invitation { ${INVITATION} } }
  ... on InvitationUpdatedEvent { invitationId invitation { ${INVITATION} } }
  ... on InvitationReminderEvent { invitation { ${INVITATION} } }
  ... on InvitationWithdrawnEvent { invitationId }
  ... on InvitationRemovedEvent { invitationId }
  ... on InvitationExpiredEvent { invitationId }
  ... on ConnectionCreatedEvent { edge { node { ${PEER} } } accepted: invitation { id } }
  ... on ConnectionRemovedEvent { member { ${PEER} } }
  ... on BlockCreatedEvent { member { ${PEER} } }
  ... on BlockRemovedEvent { member { ${PEER} } }`;

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

/** Lists by name, each a page of what it holds. */
const LISTS = {
  main: ['invitationsReceived', 'filter: { tray: MAIN }', INVITATION],
  snoozed: ['invitationsReceived', 'filter: { tray: SNOOZED }', INVITATION],
  sent: ['invitationsSent', 'filter: { status: PENDING }', INVITATION],
  connections: ['connections', '', PEER],
  blocks: ['blockedMembers', '', PEER],
} as const;

export type ListName = keyof typeof LISTS;

export const LIST_NAMES = ['main', 'snoozed', 'sent', 'connections', 'blocks'] as const satisfies readonly ListName[];

const listField = (name: ListName, after: string): string => {
  const [field, choice, node] = LISTS[name];
  return `${name}: ${field}(first: 100 ${after} ${choice}) { pageInfo { hasNextPage endCursor } edges { node { ${node} } } }`;
};

/** The end of the stream, and the beginning of every list. */
export const SNAPSHOT = `query { snapshot { cursor viewer { ${LIST_NAMES.map((name) => listField(name, '')).join(' ')} } } }`;

export const listQuery = (name: ListName): string =>
  `query ($after: String) { viewer { ${listField(name, 'after: $after')} } }`;
