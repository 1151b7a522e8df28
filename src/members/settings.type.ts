import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Payload } from '../graphql/user-error.type';
import { NOTIFICATION_KINDS, type NotificationKind } from '../relationships/notification-kinds';
import { AdmissionInput, AdmissionSettings } from './admission.type';
import { CONNECTIONS_VISIBILITY, type ConnectionsVisibility } from './settings.rules';

export const ConnectionsVisibilityEnum = Object.fromEntries(
  Object.keys(CONNECTIONS_VISIBILITY).map((name) => [name, name]),
);
registerEnumType(ConnectionsVisibilityEnum, {
  name: 'ConnectionsVisibility',
  description: 'Who may see whom a member is connected with, and with how many.',
  valuesConfig: Object.fromEntries(
    Object.entries(CONNECTIONS_VISIBILITY).map(([name, description]) => [name, { description }]),
  ),
});

const KIND_DESCRIPTIONS: Readonly<Record<NotificationKind, string>> = {
  INVITATION_RECEIVED: 'Somebody wants to connect with you.',
  INVITATION_ACCEPTED: 'Your invitation was accepted.',
  INVITATION_REMINDER: 'An invitation is still waiting for your answer.',
  QUESTION_ASKED: 'Somebody has a question about your invitation.',
  QUESTION_ANSWERED: 'Your question about an invitation was answered.',
  STANDING_CHANGED: 'How freely you may invite has changed.',
};
export const NotificationKindEnum = Object.fromEntries(NOTIFICATION_KINDS.map((kind) => [kind, kind]));
registerEnumType(NotificationKindEnum, {
  name: 'NotificationKind',
  description: 'What a notification is about. Kinds are added over time: keep a default branch.',
  valuesConfig: Object.fromEntries(
    Object.entries(KIND_DESCRIPTIONS).map(([name, description]) => [name, { description }]),
  ),
});

@ObjectType({ simpleResolvers: true, description: 'What you have chosen. Only you see it.' })
export class Settings {
  @Field(() => ConnectionsVisibilityEnum, { description: 'Who sees your connections and their number.' })
  connectionsVisibleTo: ConnectionsVisibility;

  @Field(() => [NotificationKindEnum], { description: 'What you do not want to be notified of.' })
  mutedNotifications: readonly NotificationKind[];

  @Field(() => AdmissionSettings, { description: 'How invitations reach you.' })
  admission: AdmissionSettings;
}

@InputType({ description: 'Fields given replace, absent fields stay.' })
export class UpdateSettingsInput {
  @Field(() => ConnectionsVisibilityEnum, {
    nullable: true,
    description: 'Who sees your connections and their number.',
  })
  connectionsVisibleTo?: ConnectionsVisibility | null;

  @Field(() => [NotificationKindEnum], {
    nullable: true,
    description: 'All the kinds you do not want to be notified of.',
  })
  mutedNotifications?: NotificationKind[] | null;

  @Field(() => AdmissionInput, { nullable: true, description: 'How invitations reach you.' })
  admission?: AdmissionInput | null;
}

@ObjectType({ simpleResolvers: true, description: 'What came of updateSettings.' })
export class UpdateSettingsPayload extends Payload {
  @Field(() => Settings, { nullable: true, description: 'As they are now.' })
  settings?: Settings | undefined;
}
