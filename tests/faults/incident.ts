import { setTimeout as delay } from 'node:timers/promises';
import type { ApiProcess } from './api-process';
import type { CheckingClient } from './clients/checking-client';
import type { Fault } from './fault';
import type { Place } from './place';
import { isCaughtUp } from './truth';

/** One fault as it happened, and what clients saw of it. Times are `performance.now()`. */
export interface Incident {
  readonly fault: Fault;
  /** The process it was meant for; null: all of them. */
  readonly api: ApiProcess | null;
  readonly began: number;
  ended: number;
  /** When everybody had recovered. */
  over: number;
  events: number;
  /** From changes to clients, while the fault lasted. Milliseconds. */
  readonly deliveries: number[];
  /** How long each client that was affected took to know everything. Milliseconds. */
  readonly recoveries: number[];
  /** Connections that ended. */
  breaks: number;
}

/** What an incident needs of the round it happens in. */
export interface Scene {
  readonly place: Place;
  readonly clients: readonly CheckingClient[];
  /** Where the streams end now, by the database itself. */
  readonly heads: () => Promise<ReadonlyMap<number, number>>;
  /** Those that go on now. */
  readonly open: Set<Incident>;
}

const LOOK = 25;
/** Clients that have not recovered by then are counted with this; whether they ever do is seen at the end of the round. */
const PATIENCE = 45_000;
/** A database whose disk was full looks once a minute whether it still is. */
const LONGEST = 100_000;

/** Injects a fault, and watches until its clients have recovered. */
export async function happens(fault: Fault, api: ApiProcess, scene: Scene): Promise<Incident> {
  const incident: Incident = {
    ...{
      fault,
      api: fault.reach === 'process' ? api : null,
      began: performance.now(),
      ended: Infinity,
      over: Infinity,
    },
    ...{ events: 0, deliveries: [], recoveries: [], breaks: 0 },
  };
  scene.open.add(incident);
  try {
    const concerned = new Set(scene.clients.filter((client) => isConcerned(client, incident)));
    const early = fault.recoveredFrom === 'beginning';
    const heads = early ? await scene.heads() : undefined;
    const injected = fault.inject(scene.place, api, scene.clients).then(() => {
      incident.ended = performance.now();
    });
    if (heads) await Promise.all([injected, recovery(incident, concerned, heads)]);
    else {
      await injected;
      for (const client of scene.clients) if (isConcerned(client, incident)) concerned.add(client);
      await recovery(incident, concerned, await scene.heads());
    }
    if (fault.bounds?.writesBack) await writesAreBack(scene);
    incident.over = performance.now();
    return incident;
  } finally {
    scene.open.delete(incident);
  }
}

/** The next fault is not to come before the system has recovered from this one. */
async function writesAreBack({ heads }: Scene): Promise<void> {
  const count = async () => [...(await heads()).values()].reduce((sum, head) => sum + head, 0);
  const before = await count();
  for (const end = performance.now() + LONGEST; (await count()) === before; await delay(4 * LOOK))
    if (performance.now() > end) throw new Error('Nothing could be changed any more.');
}

const isConcerned = (client: CheckingClient, { api }: Incident): boolean => api === null || client.url === api.url;

/** Resolves when the fault is over and all who were cut off or behind know what happened up to `heads`. */
async function recovery(
  incident: Incident,
  concerned: ReadonlySet<CheckingClient>,
  heads: ReadonlyMap<number, number>,
): Promise<void> {
  const since = incident.fault.recoveredFrom === 'beginning' ? incident.began : incident.ended;
  const recovered = new Map<CheckingClient, number | null>();
  for (let waiting = true; waiting; await delay(LOOK)) {
    const now = performance.now();
    waiting = incident.ended > now;
    for (const client of concerned) {
      const before = recovered.get(client);
      if (!isCaughtUp(client, heads)) recovered.set(client, null);
      else if (before === null) recovered.set(client, now - since);
      if (recovered.get(client) === null) waiting = true;
    }
    if (now - Math.min(now, incident.ended) > PATIENCE) break;
  }
  for (const took of recovered.values()) incident.recoveries.push(took ?? PATIENCE);
}
