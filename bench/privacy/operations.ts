interface Pair {
  readonly recipientId: string;
  /** The last invitation that was sent to them. */
  readonly invitationId: string;
}

/** Something a sender does, and its time is taken. */
export interface Operation {
  readonly name: string;
  readonly ask: (pair: Pair) => { readonly query: string; readonly variables: object };
  /** Whether the recipients answer behind it. */
  readonly answered?: true;
}

const sends = ({ recipientId }: Pair) => ({
  query: `mutation ($input: SendInvitationInput!) {
    sendInvitation(input: $input) { invitation { id status expiresAt } errors { code retryAt } }
  }`,
  variables: { input: { recipientId, reason: 'COLLEAGUE', note: 'Would you like to stay in touch?' } },
});

const INVITATION = 'id status note sentAt answeredAt expiresAt tray question { text answer } asOfSeq';

export const OPERATIONS: readonly Operation[] = [
  { name: 'sends', ask: sends, answered: true },
  { name: 'sends again at once', ask: sends },
  {
    name: 'reads the invitation',
    ask: ({ invitationId }) => ({
      query: `query ($id: ID!) { node(id: $id) { ... on Invitation { ${INVITATION} recipient { name headline } } } }`,
      variables: { id: invitationId },
    }),
  },
  {
    name: 'reads the profile',
    ask: ({ recipientId }) => ({
      query: `query ($id: ID!) { node(id: $id) { ... on Member {
        name headline connectionCount
        relationship { degree state canInvite cannotInviteBecause mutualConnectionCount invitation { ${INVITATION} } }
      } } }`,
      variables: { id: recipientId },
    }),
  },
  {
    name: 'withdraws',
    ask: ({ invitationId }) => ({
      query: `mutation ($input: WithdrawInvitationInput!) {
        withdrawInvitation(input: $input) { invitation { id status } errors { code } }
      }`,
      variables: { input: { invitationId } },
    }),
  },
  { name: 'sends after withdrawing', ask: sends },
];
