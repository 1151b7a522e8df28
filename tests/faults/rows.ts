import { ANOMALIES, type Anomaly } from './clients/stream-checker';
import type { Fault } from './fault';
import type { Answered } from './load';
import type { Round } from './round';
import type { Incident, Violation } from './scene';

/** Everything that was seen of one kind of fault. */
export interface Row {
  readonly fault: Fault;
  readonly count: number;
  /** Of these, those of which nobody noticed anything. */
  readonly unfelt: number;
  readonly events: number;
  readonly anomalies: Readonly<Record<Anomaly['what'], number>>;
  /** Milliseconds. */
  readonly recoveries: readonly number[];
  readonly departures: readonly number[];
  readonly writes: readonly number[];
  readonly deliveries: readonly number[];
  readonly laterDeliveries: readonly number[];
  /** From the end of each fault to the first change. */
  readonly writesBack: readonly number[];
  /** Why changes failed, one reason of each. */
  readonly failures: readonly string[];
  readonly breaks: number;
}

/** News or an answer that takes longer is a sign that something is wrong. Milliseconds. */
const UNUSUAL = 500;

/** A row for each fault that happened, in the order of `faults`. */
export function rowsOf(faults: readonly Fault[], rounds: readonly Round[]): Row[] {
  return faults.flatMap((fault) => {
    const parts = rounds.map((round) => partOf(fault, round));
    const row: Row = {
      fault,
      count: sum(parts.map(({ count }) => count)),
      unfelt: sum(parts.map(({ unfelt }) => unfelt)),
      events: sum(parts.map(({ events }) => events)),
      anomalies: countsOf(parts.flatMap(({ violations }) => violations)),
      recoveries: parts.flatMap(({ recoveries }) => recoveries),
      departures: parts.flatMap(({ departures }) => departures),
      writes: parts.flatMap(({ writes }) => writes),
      deliveries: parts.flatMap(({ deliveries }) => deliveries),
      laterDeliveries: parts.flatMap(({ laterDeliveries }) => laterDeliveries),
      writesBack: parts.flatMap(({ writesBack }) => writesBack),
      failures: parts.flatMap(({ failures }) => failures),
      breaks: sum(parts.map(({ breaks }) => breaks)),
    };
    return row.count > 0 ? [row] : [];
  });
}

/** What one round says of one kind of fault. */
function partOf(fault: Fault, { incidents, answers, violations }: Round) {
  const own = incidents.filter((incident) => incident.fault.name === fault.name);
  const writes = own.flatMap((incident) => answers.filter((answer) => isElsewhere(answer, incident, incidents)));
  return {
    count: own.length,
    unfelt: own.filter((incident) => !isFelt(incident, answers)).length,
    events: sum(own.map(({ events }) => events)),
    violations: violations.filter((violation) => own.some((incident) => isDuring(violation, incident, incidents))),
    recoveries: own.flatMap(({ recoveries }) => recoveries),
    departures: own.flatMap(({ departures }) => departures),
    deliveries: own.flatMap(({ deliveries }) => deliveries),
    laterDeliveries: own.flatMap(({ laterDeliveries }) => laterDeliveries),
    breaks: sum(own.map(({ breaks }) => breaks)),
    writes: writes.map(({ began, ended }) => ended - began),
    failures: own.flatMap((incident) => answers.flatMap((answer) => failureIn(answer, incident, incidents))),
    writesBack: own.flatMap((incident) => firstChangeAfter(incident, answers)),
  };
}

/** Whether it saw itself take effect, or connections ended, or news or an answer was late, or an attempt at a change failed. */
function isFelt(incident: Incident, answers: readonly Answered[]): boolean {
  const isLate = ({ api, began, ended, failures }: Answered) =>
    isUnderWay({ began, ended }, incident) &&
    (incident.api === null || incident.api.number === api) &&
    (failures.length > 0 || ended - began > UNUSUAL);
  return (
    incident.felt + incident.breaks > 0 || incident.deliveries.some((took) => took > UNUSUAL) || answers.some(isLate)
  );
}

/** A change asked for while the fault lasted, of a process that nothing was done to just then. */
function isElsewhere({ api, began }: Answered, incident: Incident, all: readonly Incident[]): boolean {
  if (began < incident.began || began > incident.ended) return false;
  return !all.some((other) => other.api?.number === api && began > other.began && began < other.over);
}

/** Why a change failed in the course of the fault, whenever it was asked for, if no other fault can have been the cause. */
function failureIn(answer: Answered, incident: Incident, all: readonly Incident[]): string[] {
  const failure = answer.failures.find(({ at }) => at > incident.began);
  if (!failure || answer.began > incident.ended) return [];
  const isInItsWay = (other: Incident) =>
    other === incident ? incident.api?.number === answer.api : isUnderWay(answer, { ...other, ended: other.over });
  return all.some(isInItsWay) ? [] : [failure.why];
}

const isUnderWay = (some: Span, other: Span) => some.began <= other.ended && some.ended >= other.began;

interface Span {
  readonly began: number;
  readonly ended: number;
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
  const counted = (what: Anomaly['what']) => violations.filter((violation) => violation.what === what).length;
  return Object.fromEntries(ANOMALIES.map((what) => [what, counted(what)])) as Record<Anomaly['what'], number>;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
