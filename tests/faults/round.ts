import { signIn } from '../../bench/accounts';
import { runCommand } from '../kit/start-process';
import type { ApiProcess } from './api-process';
import { Audience } from './audience';
import type { Surroundings } from './clients/checking-client';
import { compared } from './comparison';
import type { Fault } from './fault';
import { happens, note } from './incident';
import { type Answered, Load } from './load';
import { openPlace, type Place, type PlaceOptions } from './place';
import type { Incident, Scene, Violation } from './scene';
import { type BrokenAnswer, brokenAnswers, noteEpoch, readHeads, readTruth } from './truth';

export interface Scale {
  readonly members: number;
  /** Devices of each member. */
  readonly devices: number;
  /** Commands a second. */
  readonly rate: number;
}

/** Everything that was seen between the start of a system and its end. */
export interface Round {
  readonly incidents: readonly Incident[];
  readonly clients: number;
  readonly events: number;
  readonly answers: readonly Answered[];
  readonly load: Pick<Load, 'due' | 'skipped' | 'seconds'>;
  readonly violations: readonly Violation[];
  readonly brokenAnswers: readonly BrokenAnswer[];
  /** Answers that do not hold any longer, where history was allowed to be lost: changes that are gone, refusals that became changes. */
  readonly forgotten: number;
  /** Resets that clients were told of. */
  readonly resets: number;
  /** What `npm run audit` printed; null when every invariant held. */
  readonly audit: string | null;
  /** What API processes had to say of errors. */
  readonly log: readonly string[];
  /** What kept a fault from being injected and repaired. */
  readonly mishaps: readonly string[];
}

export interface RoundOptions {
  readonly scale: Scale;
  readonly place?: PlaceOptions | undefined;
  /** History may be lost: clients must be told of it, and answers may be gone. */
  readonly forgets?: boolean | undefined;
  /** The next fault; undefined: it is enough. */
  readonly next: () => Fault | undefined;
}

/** How many processes are disturbed at the same time, by faults of their own. */
const MOST_AT_ONCE = 2;
/** After so long a load balancer sends no more clients to a process that has a fault. Milliseconds. */
const NOTICED_AFTER = 1000;

/** Starts a system, lets members do things and devices listen, injects faults, and compares everything at the end. */
export async function playRound({ scale, place: options, forgets = false, next }: RoundOptions): Promise<Round> {
  const place = await openPlace(options);
  const database = await place.openDatabase();
  const open = new Set<Incident>();
  const troubled = new Map<ApiProcess, number>();
  let events = 0;
  const balanced = () => anyOf(inService(place).filter((api) => !isKnown(troubled, api)));
  const surroundings: Surroundings = {
    anywhere: () => balanced().url,
    heard: (client, heard) => {
      events += heard.length;
      for (const incident of open) note(incident, client, heard);
    },
    broken: ({ way, url }) => {
      // To ask again is how pages are read.
      if (way === 'pages') return;
      for (const incident of open) if (incident.api === null || incident.api.url === url) incident.breaks += 1;
    },
  };
  const audience = new Audience();
  try {
    const members = await signIn(place, database, scale.members);
    await audience.gather(members, scale.devices, surroundings);
    // Some are sent to a process that has a fault all the same.
    const asked = () => (Math.random() < 0.1 ? anyOf(inService(place)) : balanced());
    const load = new Load({ members, database, rate: scale.rate, api: asked });
    const running = load.run();
    await noteEpoch(place.epochs, database);
    const scene: Scene = {
      ...{ place, open, clients: audience.clients, violations: [], done: () => load.done },
      ...{ heads: () => readHeads(database), truth: () => readTruth(database) },
    };
    const { incidents, mishaps } = await inject(next, scene, troubled);
    await load.stop();
    await running;
    const violations = [...scene.violations, ...(await compared(scene, forgets))];
    const broken = await brokenAnswers(database, load.answers);
    const forgotten = forgets ? broken.filter(({ what }) => what !== 'happened unasked') : [];
    audience.leave();
    if (forgets && forgotten.length === 0) mishaps.push('A database that was to forget something forgot nothing.');
    const { status, output } = await runCommand(['audit'], { ...place.env, LOG_LEVEL: 'warn' });
    return {
      ...{ incidents, mishaps, events, violations, answers: load.answers, clients: audience.clients.length },
      brokenAnswers: broken.filter((answer) => !forgotten.includes(answer)),
      load: { due: load.due, skipped: load.skipped, seconds: load.seconds },
      forgotten: forgotten.length,
      log: place.apis.flatMap(({ complaints }) => complaints),
      resets: audience.clients.reduce((sum, { checker }) => sum + checker.resets.length, 0),
      audit: status === 0 ? null : output,
    };
  } finally {
    audience.leave();
    await database.close();
    await place.close();
  }
}

/** One fault after the other; only those of single processes two at a time, on different ones. */
async function inject(next: () => Fault | undefined, scene: Scene, troubled: Map<ApiProcess, number>) {
  const incidents: Incident[] = [];
  const mishaps: string[] = [];
  const running = new Set<Promise<void>>();
  let most = MOST_AT_ONCE;
  for (let fault = next(); fault && mishaps.length === 0; fault = next()) {
    const alone = fault.reach === 'system';
    while (running.size > 0 && (alone || running.size >= most)) await Promise.race(running);
    most = alone ? 1 : MOST_AT_ONCE;
    const api = anyOf(scene.place.apis.filter((some) => !troubled.has(some)));
    if (!alone) troubled.set(api, performance.now());
    const { name } = fault;
    const under = happens(fault, api, scene)
      .then((incident) => void incidents.push(incident))
      .catch((error: unknown) => void mishaps.push(`${name}: ${error instanceof Error ? error.stack : error}`))
      .finally(() => {
        troubled.delete(api);
        running.delete(under);
      });
    running.add(under);
  }
  await Promise.all(running);
  return { incidents, mishaps };
}

const inService = ({ apis }: Place): ApiProcess[] => apis.filter((api) => api.inService);

/** Whether a load balancer knows of a fault: soon, and of two at once that nobody may suffer from both. */
function isKnown(troubled: ReadonlyMap<ApiProcess, number>, api: ApiProcess): boolean {
  const since = troubled.get(api);
  return since !== undefined && (troubled.size > 1 || performance.now() - since > NOTICED_AFTER);
}

function anyOf<T>(list: readonly T[]): T {
  const drawn = list[Math.floor(Math.random() * list.length)];
  if (drawn === undefined) throw new Error('There is nothing to choose from.');
  return drawn;
}
