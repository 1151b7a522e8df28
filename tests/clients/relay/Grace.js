// Read by Relay's compiler only. Names begin with the file's, as it demands.
import { graphql } from 'relay-runtime';

graphql`
  subscription GraceEventsSubscription($after: Cursor) {
    events(after: $after) {
      __typename
      ... on EventBatch {
        cursor
        events {
          __typename
          seq
          ... on InvitationReceivedEvent { invitation { id tray sender { id } } }
          ... on InvitationUpdatedEvent { invitationId invitation { id tray sender { id } } }
          ... on ConnectionCreatedEvent { edge { node { id name } } }
          ... on ConnectionRemovedEvent { member { id } }
          ... on InvitationRemovedEvent { invitationId }
        }
      }
      ... on Checkpoint { cursor head }
      ... on StreamReset { reason }
    }
  }
`;

graphql`
  query GraceInvitationsQuery($first: Int, $after: String, $last: Int, $before: String) {
    viewer {
      invitationsReceived(first: $first, after: $after, last: $last, before: $before)
        @connection(key: "Grace_invitationsReceived") {
        edges { node { id note sender { id name } } }
      }
    }
  }
`;

graphql`
  fragment Grace_network on Member
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" })
  @refetchable(queryName: "GraceNetworkPageQuery") {
    connections(first: $count, after: $cursor) @connection(key: "Grace_connections") {
      edges { connectedAt node { id name } }
    }
  }
`;
