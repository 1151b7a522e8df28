import { Field, InputType, registerEnumType } from 'type-graphql';
import { DateTime } from '../graphql/scalars';
import { type InvitationReason, InvitationReasonEnum } from '../relationships/invitation-reason.type';
import type { InvitationStatus, InvitationTray } from './invitation.rules';
import { InvitationStatusEnum, InvitationTrayEnum } from './invitation.type';

@InputType('ReceivedFilter', { description: 'Which of the invitations you received to list.' })
export class ReceivedFilter {
  @Field(() => InvitationStatusEnum, {
    nullable: true,
    description: 'PENDING (the default), ACCEPTED or DECLINED. Withdrawn and expired ones are gone from your side.',
  })
  status?: InvitationStatus;

  @Field(() => InvitationTrayEnum, {
    nullable: true,
    description:
      'Which tray of those that are PENDING: MAIN (the default), SNOOZED for those you put off, or OTHER for those that your settings did not admit. No event tells of the last: read it again when you look at it.',
  })
  tray?: InvitationTray;

  @Field(() => Boolean, { nullable: true, description: 'Only those with a note, or only those without.' })
  hasNote?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those from members with whom you share a connection, or only those from others.',
  })
  hasMutualConnections?: boolean;

  @Field(() => [InvitationReasonEnum], { nullable: true, description: 'Only those sent for one of these reasons.' })
  reasons?: InvitationReason[];

  @Field(() => DateTime, { nullable: true, description: 'Only those sent before this time.' })
  sentBefore?: number;
}

export const ReceivedOrderEnum = { NEWEST: 'NEWEST', OLDEST: 'OLDEST' } as const;
export type ReceivedOrder = keyof typeof ReceivedOrderEnum;

registerEnumType(ReceivedOrderEnum, {
  name: 'ReceivedOrder',
  description: 'How received invitations are ordered. Orders may be added.',
  valuesConfig: { NEWEST: { description: 'Newest first.' }, OLDEST: { description: 'Oldest first.' } },
});

@InputType('SentFilter', { description: 'Which of the invitations you sent to list; all when empty.' })
export class SentFilter {
  @Field(() => InvitationStatusEnum, { nullable: true, description: 'PENDING, ACCEPTED, WITHDRAWN or EXPIRED.' })
  status?: InvitationStatus;
}
