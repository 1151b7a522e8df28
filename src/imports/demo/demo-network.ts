import type { InvitationReason } from '../../relationships/invitation-reason.type';
import { HASTY } from './hasty-sender';
import { PEOPLE_OF_BUSINESS } from './people-of-business';
import { PEOPLE_OF_DESIGN } from './people-of-design';
import { PEOPLE_OF_ENERGY } from './people-of-energy';
import { PEOPLE_OF_HEALTH } from './people-of-health';
import { PEOPLE_OF_SOFTWARE } from './people-of-software';
import type { DemoPerson } from './person';

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  ...[...PEOPLE_OF_SOFTWARE, ...PEOPLE_OF_HEALTH, ...PEOPLE_OF_DESIGN, ...PEOPLE_OF_BUSINESS, ...PEOPLE_OF_ENERGY],
];

/** Whom a newcomer may be. Nothing stands between the first two yet: that is for the newcomer to change. The third is restricted. */
export const DEMO_ACCOUNTS = [
  { handle: 'alan-whitfield', name: 'Alan', email: 'alan@example.com', password: 'demo-password' },
  { handle: 'grace-okonjo', name: 'Grace', email: 'grace@example.com', password: 'demo-password' },
  { handle: HASTY.sender, name: 'Oliver', email: 'oliver@example.com', password: 'demo-password' },
] as const;

/** People who all know each other, from a time before this network. */
interface Circle {
  readonly reason: InvitationReason;
  readonly context?: string;
  readonly people: readonly string[];
}

const circle = (reason: InvitationReason, people: string, context?: string): Circle => ({
  ...{ reason, people: people.split(' ') },
  ...(context === undefined ? {} : { context }),
});

export const CIRCLES: readonly Circle[] = [
  circle('COLLEAGUE', 'alan-whitfield tomasz-wrona hana-kobayashi farid-rahimi oliver-grant'),
  circle('COLLEAGUE', 'alan-whitfield tomasz-wrona priya-raman'),
  circle('COLLEAGUE', 'alan-whitfield daniel-osei charlotte-hughes'),
  circle('COLLEAGUE', 'grace-okonjo daniel-osei charlotte-hughes'),
  circle('COLLEAGUE', 'grace-okonjo jonas-lindqvist henrik-solberg mei-lin-tan'),
  circle('COLLEAGUE', 'ingrid-vogel victor-almeida sofia-nilsson henrik-solberg'),
  circle('COLLEAGUE', 'jonas-lindqvist sofia-nilsson'),
  circle('COLLEAGUE', 'rosa-delgado daniel-osei'),
  circle('COLLEAGUE', 'amara-diallo mei-lin-tan rosa-delgado ingrid-vogel'),
  circle('COLLEAGUE', 'amara-diallo samuel-adeyemi zainab-yusuf'),
  circle('COLLEAGUE', 'amara-diallo ingrid-vogel yuki-tanaka'),
  circle('COLLEAGUE', 'beatriz-carvalho lucia-ferrante'),
  circle('COLLEAGUE', 'beatriz-carvalho hana-kobayashi'),
  circle('COLLEAGUE', 'marc-dubois oliver-grant tomasz-wrona'),
  circle('COLLEAGUE', 'marc-dubois beatriz-carvalho'),
  circle('COLLEAGUE', 'priya-raman zainab-yusuf ruth-kiplagat'),
  circle('COLLEAGUE', 'farid-rahimi lucia-ferrante zainab-yusuf'),
  circle('COLLEAGUE', 'pieter-van-dam anders-holm elena-petrova david-mbeki'),
  circle('COLLEAGUE', 'pieter-van-dam leila-haddad jonas-lindqvist'),
  circle('COLLEAGUE', 'leila-haddad mateo-rojas'),
  circle('CLASSMATE', 'jonas-lindqvist anders-holm'),
  circle('CLASSMATE', 'nikhil-banerjee priya-raman'),
  circle('MET_IN_PERSON', 'henrik-solberg pieter-van-dam', 'Ocean days, Bergen, 2018'),
  circle('MET_IN_PERSON', 'victor-almeida david-mbeki farid-rahimi', 'Founders’ breakfast, Lisbon, 2024'),
  circle('MET_IN_PERSON', 'marc-dubois elena-petrova amara-diallo', 'Numbers in the news, Lyon, 2023'),
  circle('MET_ONLINE', 'nikhil-banerjee rosa-delgado mei-lin-tan', 'Reading group on small samples'),
];

/** An invitation sent in this network, for everybody concerned to hear of. */
interface Asked {
  readonly from: string;
  readonly to: string;
  readonly reason: InvitationReason;
  readonly note: string | null;
  readonly context?: string;
}

export const ACCEPTED: readonly Asked[] = [
  {
    from: 'mei-lin-tan',
    to: 'alan-whitfield',
    reason: 'COLLABORATION',
    note: 'Your talk on keys made me wonder how to sign what a model was trained on. May I ask you two questions?',
  },
  {
    from: 'alan-whitfield',
    to: 'henrik-solberg',
    reason: 'ADMIRE_WORK',
    note: 'I learnt feedback from your book, and patience from its exercises.',
  },
  {
    from: 'victor-almeida',
    to: 'grace-okonjo',
    reason: 'MET_IN_PERSON',
    context: 'Robotics days, Odense, 2025',
    note: 'We argued about deadlines at compile time. I have thought about it since, and you were right.',
  },
  {
    from: 'grace-okonjo',
    to: 'priya-raman',
    reason: 'SHARED_INTERESTS',
    note: 'I use satchel in a lab without a network. I would like to hear what you would do differently today.',
  },
  {
    from: 'mateo-rojas',
    to: 'rosa-delgado',
    reason: 'MENTORSHIP_SEEK',
    note: 'You went from banking to trials. I am going from history to data. Would you look at my first analysis?',
  },
];

export const OPEN: readonly Asked[] = [
  {
    from: 'marc-dubois',
    to: 'grace-okonjo',
    reason: 'COLLABORATION',
    note: 'I am preparing a programme on kind error messages. Charlotte says that you collect them.',
  },
  {
    from: 'nikhil-banerjee',
    to: 'grace-okonjo',
    reason: 'COLLABORATION',
    note: 'Our pipelines fail after nine hours. Your work on checking schedules beforehand may save us weeks.',
  },
  {
    from: 'david-mbeki',
    to: 'alan-whitfield',
    reason: 'HIRING',
    note: 'Our sensors sign their readings, badly. I am looking for somebody to tell us how badly.',
  },
  {
    from: 'alan-whitfield',
    to: 'ruth-kiplagat',
    reason: 'MENTORSHIP_OFFER',
    note: 'Hana told me of your cipher lessons with bottle caps. I would gladly help with the next ones.',
  },
  {
    from: 'grace-okonjo',
    to: 'anders-holm',
    reason: 'HIRING',
    note: 'We need a person who has kept four-second promises for years. Shall we talk, without obligation?',
  },
  {
    from: 'mateo-rojas',
    to: 'amara-diallo',
    reason: 'MENTORSHIP_SEEK',
    note: 'I have worked through the data of your paper. One of the weeks puzzles me.',
  },
  {
    from: 'oliver-grant',
    to: 'priya-raman',
    reason: 'JOB_OPPORTUNITY',
    note: 'The handbook of satchel is good. I know how it could be half as long.',
  },
  {
    from: 'samuel-adeyemi',
    to: 'hana-kobayashi',
    reason: 'ADMIRE_WORK',
    note: 'Our ward board has three hundred fields. You are the first person I read who does not think that is wrong.',
  },
  // From people whom nobody they know knows, and without a word.
  { from: 'oliver-grant', to: 'grace-okonjo', reason: 'OTHER', note: null },
  { from: 'mateo-rojas', to: 'alan-whitfield', reason: 'OTHER', note: null },
];
