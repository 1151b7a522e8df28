import { percentile } from '../../bench/measure';
import { table, whole } from '../../bench/report';
import type { Anomaly } from './clients/stream-checker';
import type { Violation } from './comparison';
import type { Fault } from './fault';
import type { Incident } from './incident';
import type { Answered } from './load';
import type { Round } from './round';

/** Everything that was seen of one kind of fault. */
export interface Row {
  readonly fault: Fault;
  readonly count: number;
  readonly events: number;
  readonly anomalies: Readonly<Record<Anomaly['what'], number>>;
  /** Milliseconds. */
  readonly recoveries: readonly number[];
  readonly writes: readonly number[];
  readonly deliveries: readonly number[];
  /** From the end of each fault to the first change. */
  readonly writesBack: readonly number[];
  readonly failed: number;
  readonly breaks: number;
}

/** A row for each fault that happened, in the order of `faults`. */
export function rowsOf(faults: readonly Fault[], rounds: readonly Round[]): Row[] {
  return faults.flatMap((fault) => {
    const parts = rounds.map((round) => partOf(fault, round));
    const row: Row = {
      fault,
      count: sum(parts.map(({ count }) => count)),
      events: sum(parts.map(({ events }) => events)),
      anomalies: countsOf(parts.flatMap(({ violations }) => violations)),
      recoveries: parts.flatMap(({ recoveries }) => recoveries),
      writes: parts.flatMap(({ writes }) => writes),
      deliveries: parts.flatMap(({ deliveries }) => deliveries),
      writesBack: parts.flatMap(({ writesBack }) => writesBack),
      failed: sum(parts.map(({ failed }) => failed)),
      breaks: sum(parts.map(({ breaks }) => breaks)),
    };
    return row.count > 0 ? [row] : [];
  });
}

/** What a row misses of its figure, in words; empty when all holds. */
export function missed({ fault: { bounds = {} }, ...row }: Row): string[] {
  const over = (values: readonly number[], bound: number | undefined, what: string, share = 0.99) =>
    bound !== undefined && percentile(values, share) > bound ? [`${what} ${whole(percentile(values, share))} ms`] : [];
  const more = (count: number, bound: number | undefined, what: string) =>
    bound !== undefined && count > bound ? [`${count} ${what}`] : [];
  return [
    ...over(row.recoveries, bounds.recovery, 'recovery'),
    ...over(row.writes, bounds.writes, 'writes'),
    ...over(row.deliveries, bounds.delivery, 'news'),
    ...over(row.writesBack, bounds.writesBack, 'writes back', 0.5),
    ...more(row.failed, bounds.failed, 'failed mutations'),
    ...more(row.breaks, bounds.breaks, 'connections ended'),
  ];
}

/** What was broken in a round, a line each; empty when everything held. */
export function problems({ violations, brokenAnswers, audit, mishaps }: Round): string[] {
  return [
    ...mishaps,
    ...violations.map(
      ({ what, seq, detail, client }) => `${what} ${seq} of ${client.member} (${client.way}): ${detail}`,
    ),
    ...brokenAnswers.map(({ what, row }) => `${what}: ${JSON.stringify(row)}`),
    ...(audit === null ? [] : [audit]),
  ];
}

/** The table in Markdown, and below it what all of it amounts to. */
export function report(faults: readonly Fault[], rounds: readonly Round[], minutes: number): string {
  const rows = rowsOf(faults, rounds);
  const answers = rounds.flatMap((round) => round.answers);
  const counted = (outcome: Answered['outcome']) => answers.filter((answer) => answer.outcome === outcome).length;
  const retried = answers.filter(({ failures }) => failures.length > 0).length;
  const incidents = sum(rounds.map((round) => round.incidents.length));
  const lines = [
    `${incidents} faults in ${rounds.length} rounds and ${whole(minutes)} minutes, with ${Math.max(0, ...rounds.map((round) => round.clients))} clients in each.`,
    `${whole(sum(rounds.map((round) => round.events)))} events delivered and checked.`,
    `${whole(answers.length)} changes asked for: ${whole(counted('ok'))} done, ${whole(counted('refused'))} refused by a rule, ` +
      `${counted('unknown')} never answered; ${whole(retried)} were asked for more than once.`,
    `After every round: npm run audit ${rounds.every(({ audit }) => audit === null) ? 'found nothing' : 'FOUND VIOLATIONS'}; ` +
      `${sum(rounds.map((round) => round.brokenAnswers.length))} answers that the database contradicts.`,
    `${whole(sum(rounds.map((round) => round.resets)))} resets. Databases that were allowed to forget forgot ` +
      `${whole(sum(rounds.map((round) => round.forgotten)))} acknowledged changes.`,
  ];
  return [table(HEAD, rows.map(cells)), '', ...lines.map((line) => `${line}  `)].join('\n').trimEnd();
}

const HEAD = [
  ...[
    'fault',
    'what must hold',
    'count',
    'events',
    'lost',
    'repeated',
    'reordered',
    'phantom',
    'false resets',
    'other',
  ],
  ...['recovery p50 ms', 'p99 ms', 'others’ writes p99 ms', 'news p99 ms', 'missed'],
];

function cells(row: Row): string[] {
  const { fault, anomalies } = row;
  const other = anomalies.partial + anomalies['redacted removal'] + anomalies['stale state'];
  const part = (values: readonly number[], share: number) =>
    values.length === 0 ? '–' : whole(percentile(values, share));
  return [
    ...[fault.name, fault.figure, whole(row.count), whole(row.events)],
    ...[
      anomalies.lost,
      anomalies.repeated,
      anomalies.reordered,
      anomalies.phantom,
      anomalies['false reset'],
      other,
    ].map(whole),
    ...[part(row.recoveries, 0.5), part(row.recoveries, 0.99), part(row.writes, 0.99), part(row.deliveries, 0.99)],
    missed(row).join(', ') || '–',
  ];
}

/** What one round says of one kind of fault. */
function partOf(fault: Fault, { incidents, answers, violations }: Round) {
  const own = incidents.filter((incident) => incident.fault.name === fault.name);
  const writes = own.flatMap((incident) => answers.filter((answer) => isElsewhere(answer, incident, incidents)));
  return {
    count: own.length,
    events: sum(own.map(({ events }) => events)),
    violations: violations.filter((violation) => own.some((incident) => isDuring(violation, incident, incidents))),
    recoveries: own.flatMap(({ recoveries }) => recoveries),
    deliveries: own.flatMap(({ deliveries }) => deliveries),
    breaks: sum(own.map(({ breaks }) => breaks)),
    writes: writes.map(({ began, ended }) => ended - began),
    failed: writes.filter(({ failures }) => failures.length > 0).length,
    writesBack: own.flatMap((incident) => firstChangeAfter(incident, answers)),
  };
}

/** A change asked for while the fault lasted, of a process that nothing was done to just then. */
function isElsewhere({ api, began }: Answered, incident: Incident, all: readonly Incident[]): boolean {
  if (began < incident.began || began > incident.ended) return false;
  return !all.some((other) => other.api?.number === api && began > other.began && began < other.over);
}

/** What was found at the end of a round may come from any of its faults. */
function isDuring({ at }: Violation, incident: Incident, all: readonly Incident[]): boolean {
  return (at >= incident.began && at <= incident.over) || all.every(({ began, over }) => at < began || at > over);
}

function firstChangeAfter({ api, ended }: Incident, answers: readonly Answered[]): number[] {
  if (api !== null) return [];
  const after = answers
    .filter((answer) => answer.outcome === 'ok' && answer.ended > ended)
    .map((answer) => answer.ended);
  return after.length > 0 ? [Math.min(...after) - ended] : [];
}

function countsOf(violations: readonly Violation[]): Record<Anomaly['what'], number> {
  const counts = {
    ...{ lost: 0, repeated: 0, reordered: 0, partial: 0, phantom: 0 },
    ...{ 'redacted removal': 0, 'false reset': 0, 'stale state': 0 },
  };
  for (const { what } of violations) counts[what] += 1;
  return counts;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
