interface Pair {
  readonly recipientId: string;
  /** The last invitation that was sent to them. */
  readonly invitationId: string;
}

/** Something a sender does, and its time is taken. */
export interface Operation {
  readonly name: string;
  readonly ask: (pair: Pair) => { readonly query: string; readonly variables: object };
  /** Whether the recipients answer behind it, or ask and then answer. */
  readonly behind?: 'answer' | 'ask and answer';
  /** It only prepares what is measured. */
  readonly untimed?: true;
}

const sends = ({ recipientId }: Pair) => ({
  query: `mutation ($input: SendInvitationInput!) {
    sendInvitation(input: $input) { invitation { id status expiresAt } errors { code retryAt } }
  }`,
  variables: { input: { recipientId, reason: 'COLLEAGUE', note: 'Would you like to stay in touch?' } },
});

const INVITATION = 'id status note sentAt answeredAt expiresAt tray question { text answer } asOfSeq';

const OF_INVITATION: readonly Operation[] = [
  { name: 'sends', ask: sends, behind: 'answer' },
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

const OF_QUESTION: readonly Operation[] = [
  { name: 'sends', ask: sends, behind: 'ask and answer', untimed: true },
  {
    name: 'replies',
    ask: ({ invitationId }) => ({
      query: `mutation ($input: AnswerQuestionInput!) {
        answerQuestion(input: $input) { invitation { ${INVITATION} } errors { code } }
      }`,
      variables: { input: { invitationId, answer: 'At the meetup in Lisbon.' } },
    }),
  },
];

/** What is done in a row, with people of its own. */
export const SCRIPTS = { invitation: OF_INVITATION, question: OF_QUESTION } as const;
