/** What an app would ask for. */
export const EVENTS = /* GraphQL */ `
  subscription Events($after: Cursor) {
    events(after: $after) {
      __typename
      ... on EventBatch {
        cursor
        events {
          seq
          kind
          occurredAt
          ... on InvitationReceivedEvent {
            invitation { id reason note sender { id name } }
          }
          ... on ConnectionCreatedEvent {
            edge { connectedAt node { id name } }
          }
        }
      }
      ... on Checkpoint { cursor }
      ... on StreamReset { reason }
    }
  }
`;

export const SEND = /* GraphQL */ `
  mutation SendInvitation($input: SendInvitationInput!) {
    sendInvitation(input: $input) {
      invitation { id status }
      errors { code message }
    }
  }
`;

export const ACCEPT = /* GraphQL */ `
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      invitation { id status }
      errors { code message }
    }
  }
`;

export const RECEIVED = /* GraphQL */ `
  query InvitationsReceived($first: Int) {
    viewer {
      invitationsReceived(first: $first) {
        pageInfo { hasNextPage endCursor }
        edges { node { id reason note sentAt sender { id name headline } } }
      }
    }
  }
`;

/** A mutation's answer: whether it was done. */
export interface Done {
  readonly [mutation: string]: { readonly errors: readonly { readonly code: string }[] };
}
