import { setTimeout as delay } from 'node:timers/promises';
import type { ApiProcess } from './api-process';
import type { CheckingClient } from './clients/checking-client';
import type { AppEvent } from './clients/member-view';
import { diverged } from './comparison';
import type { Fault } from './fault';
import type { Incident, Scene } from './scene';
import { isCaughtUp } from './truth';

const LOOK = 25;
/** Clients that have not recovered by then are counted with this; whether they ever do is seen at the end of the round. */
const PATIENCE = 45_000;
/** A database whose disk was full looks once a minute whether it still is. */
const LONGEST = 100_000;
/** After the end of a fault, changes that are to be heard of as if there had been none; and how long they are listened for. Milliseconds. */
const CALM = { from: 5000, until: 8000, patience: 1000 };

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
    ...{ events: 0, deliveries: [], laterDeliveries: [], recoveries: [], departures: [], breaks: 0, felt: 0 },
  };
  scene.open.add(incident);
  try {
    const concerned = new Set(scene.clients.filter((client) => isConcerned(client, incident)));
    const early = fault.recoveredFrom === 'beginning';
    const heads = early ? await scene.heads() : undefined;
    const injected = fault.inject(scene.place, api, scene.clients).then((felt) => {
      incident.felt = felt ?? 0;
      incident.ended = performance.now();
    });
    const departed = fault.bounds?.departure ? departures(incident, new Set(concerned)) : undefined;
    if (heads) await Promise.all([injected, recovery(incident, concerned, heads)]);
    else {
      await injected;
      for (const client of scene.clients) if (isConcerned(client, incident)) concerned.add(client);
      await recovery(incident, concerned, await scene.heads());
    }
    if (fault.forgets) scene.violations.push(...(await diverged(scene)));
    if (fault.bounds?.writesBack) await writesAreBack(scene);
    if (fault.bounds?.laterDelivery) await delay(incident.ended + CALM.until + CALM.patience - performance.now());
    await departed;
    incident.over = performance.now();
    return incident;
  } finally {
    scene.open.delete(incident);
  }
}

/** Takes down what a client has heard. */
export function note(incident: Incident, { way }: Pick<CheckingClient, 'way'>, events: readonly AppEvent[]): void {
  incident.events += events.length;
  // Pages are read when it suits their reader.
  const { timeless, bounds } = incident.fault;
  if (timeless || way === 'pages') return;
  const now = Date.now();
  for (const { occurredAt } of events) {
    const changed = Date.parse(occurredAt);
    const after = changed - performance.timeOrigin - incident.ended;
    if (incident.ended === Infinity) incident.deliveries.push(now - changed);
    else if (bounds?.laterDelivery && after > CALM.from && after < CALM.until)
      incident.laterDeliveries.push(now - changed);
  }
}

/** The next fault is not to come before the system has recovered from this one. */
async function writesAreBack({ done }: Scene): Promise<void> {
  const before = done();
  for (const end = performance.now() + LONGEST; done() === before; await delay(LOOK))
    if (performance.now() > end) throw new Error('Nothing could be changed any more.');
}

const isConcerned = (client: CheckingClient, { api }: Incident): boolean => api === null || client.url === api.url;

/** Notes when each client hears something elsewhere, for as long as the fault lasts. */
async function departures(incident: Incident, staying: Set<CheckingClient>): Promise<void> {
  const lasted = () => Math.min(performance.now(), incident.ended) - incident.began;
  for (; incident.ended === Infinity && staying.size > 0; await delay(LOOK))
    for (const client of staying)
      if (client.hearing && client.url !== incident.api?.url) {
        staying.delete(client);
        incident.departures.push(lasted());
      }
  // Nobody need leave for a fault that is over before.
  if (lasted() > (incident.fault.bounds?.departure ?? Infinity))
    for (const _ of staying) incident.departures.push(lasted());
}

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
