import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../src/database/database';
import type { CheckingClient } from './clients/checking-client';
import type { AppEvent } from './clients/member-view';
import { readStart, type Start } from './clients/reading';
import type { Anomaly } from './clients/stream-checker';
import type { Way } from './clients/wire';
import type { Scene } from './incident';
import { isCaughtUp, readTruth, untrueFor } from './truth';

/** A promise broken to one client, with what it takes to find out why. */
export interface Violation extends Anomaly {
  readonly client: { readonly member: number; readonly way: Way; readonly url: string };
  /** What it heard last, as it was told. */
  readonly recent: readonly AppEvent[];
}

/** For clients to hear everything, after all faults; and how long nothing may happen first: what nobody waits for may still be done. Milliseconds. */
const PATIENCE = 60_000;
const QUIET = 3000;

/** Waits until every client knows everything, and compares: with the streams, and with fresh readings of all lists. */
export async function compared(scene: Scene, database: Database, forgets: boolean): Promise<Violation[]> {
  const { clients, place } = scene;
  let heads = await scene.heads();
  let since = performance.now();
  for (const end = since + PATIENCE; performance.now() < end; await delay(100)) {
    const now = await scene.heads();
    if ([...now].some(([member, seq]) => seq !== heads.get(member))) since = performance.now();
    heads = now;
    if (performance.now() > since + QUIET && clients.every((client) => isCaughtUp(client, now))) break;
  }
  const truth = await readTruth(database);
  const fresh = new Map<string, Promise<Start>>();
  const all = clients.map(async (client) => {
    const { account, checker, seq, view } = client;
    const stream = truth.get(checker.position.member);
    const now = performance.now();
    const found = [...checker.anomalies];
    // Who saw what was then forgotten must have begun again since: a reset makes them, and new apps do.
    const excused = ({ what, at }: Anomaly) => forgets && what === 'phantom' && at < checker.startedAt;
    if (stream) found.push(...untrueFor(checker, stream).filter((some) => !excused(some)));
    if (!isCaughtUp(client, heads))
      found.push({ what: 'lost', seq, at: now, detail: `nothing after it, of ${stream?.last}` });
    const reading = fresh.get(account.id) ?? readStart(place.apis[0]?.url ?? '', account);
    fresh.set(account.id, reading);
    for (const detail of view.differences((await reading).view))
      found.push({ what: 'stale state', seq, at: now, detail });
    return found.map((anomaly) => violation(client, anomaly));
  });
  return (await Promise.all(all)).flat();
}

const violation = ({ checker, way, url, recent }: CheckingClient, anomaly: Anomaly): Violation => ({
  ...anomaly,
  client: { member: checker.position.member, way, url },
  recent,
});
