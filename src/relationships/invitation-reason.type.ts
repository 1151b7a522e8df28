import { registerEnumType } from 'type-graphql';

export const INVITATION_REASONS = {
  COLLEAGUE: 'We work or worked together.',
  CLASSMATE: 'We studied together.',
  MET_IN_PERSON: 'We have met; `context` may say where.',
  MET_ONLINE: 'We have met online; `context` may say where.',
  SHARED_INTERESTS: 'We care about the same things.',
  COLLABORATION: 'I would like to work on something together.',
  ADMIRE_WORK: 'I admire your work.',
  MENTORSHIP_SEEK: 'I am looking for a mentor.',
  MENTORSHIP_OFFER: 'I offer to be a mentor.',
  JOB_OPPORTUNITY: 'I am looking for a job.',
  HIRING: 'I am hiring.',
  INTRODUCED: 'Somebody introduced us.',
  OTHER: 'None of the others; say it in the note.',
} as const;

export type InvitationReason = keyof typeof INVITATION_REASONS;

export const InvitationReasonEnum = Object.fromEntries(
  Object.keys(INVITATION_REASONS).map((reason) => [reason, reason]),
);

registerEnumType(InvitationReasonEnum, {
  name: 'InvitationReason',
  description: 'Why the sender would like to connect. Reasons may be added: keep a default branch.',
  valuesConfig: Object.fromEntries(
    Object.entries(INVITATION_REASONS).map(([reason, description]) => [reason, { description }]),
  ),
});
