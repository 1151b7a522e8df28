import { Environment } from './environment';

/**
 * The numbers of the product's rules. Each is configuration: the environment variable named here overrides the default.
 * `npm run policy` prints the effective values. "Confirmed" numbers are stated publicly by the largest professional network.
 */
const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

interface Rule {
  readonly env: string;
  readonly default: number;
  /** What one unit of the environment variable is worth in the value used by the code (durations: milliseconds). */
  readonly unit: number;
  readonly says: string;
  /** The largest value of the environment variable. */
  readonly most: number;
  /** Whether it counts things, so that a part of one makes no sense. */
  readonly whole: boolean;
}

/** More would be a slip of the finger, and could not be counted with exactly. */
const MOST = 1_000_000_000;
/** A century. Milliseconds. */
const LONGEST = 100 * 365.25 * DAY;

const rule = (env: string, value: number, says: string): Rule => ({
  ...{ env, default: value, unit: 1, says, most: MOST, whole: true },
});
const weight = (env: string, value: number, says: string): Rule => ({ ...rule(env, value, says), whole: false });
const percent = (env: string, value: number, says: string): Rule => ({
  ...{ env, default: value, unit: 0.01, says, most: 100, whole: false },
});
const lasting = (env: string, value: number, unit: number, says: string): Rule => ({
  ...{ env, default: value, unit, says, most: Math.floor(LONGEST / unit), whole: false },
});

export const POLICY_RULES = {
  noteMaxLength: rule('NOTE_MAX_LENGTH', 300, 'longest note, in code points after NFC'),
  noteMaxLinks: rule('NOTE_MAX_LINKS', 1, 'links a note may hold'),
  contextMaxLength: rule('CONTEXT_MAX_LENGTH', 120, 'longest context of a reason, in code points after NFC'),
  quotaPerDay: rule('QUOTA_PER_DAY', 30, 'invitations a member may send in a rolling day'),
  quotaPerWeek: rule('QUOTA_PER_WEEK', 100, 'invitations a member may send in a rolling week'),
  openLimit: rule('OPEN_LIMIT', 500, 'open invitations a member may have sent'),
  openLimitYoung: rule('OPEN_LIMIT_YOUNG', 50, 'the same for a young account'),
  youngAccount: lasting('YOUNG_ACCOUNT_DAYS', 14, DAY, 'days an account counts as young'),
  networkLimit: rule('NETWORK_LIMIT', 30_000, 'connections a member may have (confirmed)'),
  invitationLifetime: lasting('INVITATION_LIFETIME_DAYS', 180, DAY, 'days until an unanswered invitation expires'),
  withdrawCooldown: lasting(
    'WITHDRAW_COOLDOWN_DAYS',
    21,
    DAY,
    'days before inviting again after withdrawing (confirmed)',
  ),
  emailProofsPerDay: rule(
    'EMAIL_PROOFS_PER_DAY',
    10,
    'invitations a day that may come with the address of the recipient',
  ),
  firstReminder: lasting('FIRST_REMINDER_DAYS', 7, DAY, 'days until a recipient who has not answered is reminded'),
  lastReminder: lasting('LAST_REMINDER_DAYS', 21, DAY, 'the same for the second and last reminder'),
  answersPerHour: rule(
    'ANSWERS_PER_HOUR',
    600,
    'answers a member may give in an hour; they never count as invitations',
  ),
  questionMaxLength: rule('QUESTION_MAX_LENGTH', 500, 'longest question before deciding, and longest answer to it'),
  snoozeMax: lasting('SNOOZE_MAX_DAYS', 90, DAY, 'days an invitation may be put off at most'),
  undoWindow: lasting('UNDO_WINDOW_MINUTES', 10, MINUTE, 'minutes in which a decline can be taken back'),
  unknownWeight: weight('UNKNOWN_WEIGHT', 1, 'what an "I don\'t know this person" weighs against its sender'),
  spamWeight: weight('SPAM_WEIGHT', 2, 'what a report of spam weighs'),
  reportHalfLife: lasting('REPORT_HALF_LIFE_DAYS', 90, DAY, 'days after which a report weighs half, again and again'),
  reportDelayLeast: lasting(
    'REPORT_DELAY_LEAST_DAYS',
    2,
    DAY,
    'days after which a report counts at the earliest, at a midnight',
  ),
  reportDelayMost: lasting('REPORT_DELAY_MOST_DAYS', 4, DAY, 'days after which a report counts at the latest'),
  reportersLeast: rule(
    'REPORTERS_LEAST',
    3,
    'different members who must have reported a sender before any report counts',
  ),
  carefulFrom: weight('CAREFUL_FROM', 3, 'weight of reports from which on a sender is told to be careful'),
  restrictedFrom: weight('RESTRICTED_FROM', 5, 'weight of reports at which a sender is restricted'),
  firstRestriction: lasting('FIRST_RESTRICTION_DAYS', 7, DAY, 'days the first restriction lasts'),
  nextRestriction: lasting('NEXT_RESTRICTION_DAYS', 30, DAY, 'days each further restriction lasts'),
  overuseCount: rule('OVERUSE_COUNT', 20, 'uses of "I don\'t know this person" that may be overuse'),
  overuseShare: percent('OVERUSE_PERCENT', 80, 'percent of all answers they must make up to be overuse'),
  overuseWindow: lasting('OVERUSE_WINDOW_DAYS', 30, DAY, 'days over which overuse is looked at'),
  overusedWeight: weight('OVERUSED_WEIGHT', 0.1, 'what any report of a member weighs who overuses them'),
  appealMaxLength: rule('APPEAL_MAX_LENGTH', 1000, 'longest appeal against a restriction'),
  insightAge: lasting(
    'INSIGHT_AGE_DAYS',
    30,
    DAY,
    'days since an invitation was sent until it counts in acceptance rates',
  ),
  insightLeast: rule('INSIGHT_LEAST', 20, 'invitations from which on an acceptance rate is shown'),
  blockCooldown: lasting('BLOCK_COOLDOWN_HOURS', 48, HOUR, 'hours before blocking again after unblocking (confirmed)'),
  idempotencyLifetime: lasting('IDEMPOTENCY_HOURS', 24, HOUR, 'hours an idempotency key is remembered'),
} as const satisfies Record<string, Rule>;

/** Effective values; durations are milliseconds. */
export type Policy = { readonly [Name in keyof typeof POLICY_RULES]: number };

/** What may not be more than what. */
const AT_MOST = [
  ['reportDelayLeast', 'reportDelayMost'],
  ['firstReminder', 'lastReminder'],
  ['carefulFrom', 'restrictedFrom'],
] as const;

/** Reads every rule. A value that makes no sense, by itself or beside another, becomes one of the environment's problems. */
export function readPolicy(environment: Environment): Policy {
  const read = ({ env, default: fallback, most, whole, unit }: Rule): number =>
    environment[whole ? 'whole' : 'number'](env, fallback, 0, most) * unit;
  const entries = Object.entries(POLICY_RULES).map(([name, rule]) => [name, read(rule)]);
  const policy: Policy = Object.fromEntries(entries);
  for (const [less, more] of AT_MOST)
    if (policy[less] > policy[more])
      environment.problems.push(`${POLICY_RULES[less].env} must not be above ${POLICY_RULES[more].env}.`);
  return policy;
}

export const DEFAULT_POLICY: Policy = readPolicy(new Environment({}));

/** The rules as an operator reads them: each with its variable and effective value, in the variable's own unit. */
export function policyTable(policy: Policy): string {
  const rows = Object.entries(POLICY_RULES).map(([name, { env, unit, says }]) => {
    const value = Object.entries(policy).find(([key]) => key === name)?.[1] ?? 0;
    return [env, String(value / unit), says] as const;
  });
  const width = Math.max(...rows.map(([env]) => env.length));
  return rows.map(([env, value, says]) => `${env.padEnd(width)}  ${value.padStart(7)}  ${says}`).join('\n');
}
