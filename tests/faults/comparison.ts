import { setTimeout as delay } from 'node:timers/promises';
import type { CheckingClient } from './clients/checking-client';
import { readStartAtLast, type Start } from './clients/reading';
import type { Anomaly } from './clients/stream-checker';
import type { Place } from './place';
import type { Scene, Violation } from './scene';
import { isCaughtUp, untrueFor } from './truth';

/** For clients to hear everything, after all faults; and how long nothing may happen first: what nobody waits for may still be done. Milliseconds. */
const PATIENCE = 60_000;
const QUIET = 3000;
/** For clients who listen to be told by a reset that what they know has been lost. Milliseconds. */
const TOLD_WITHIN = 15_000;

/** Waits until every client knows everything, and compares: with the streams, and with fresh readings of all lists. */
export async function compared(scene: Scene, forgets: boolean): Promise<Violation[]> {
  const { clients, place } = scene;
  let heads = await scene.heads();
  let since = performance.now();
  for (const end = since + PATIENCE; performance.now() < end; await delay(100)) {
    const now = await scene.heads();
    if ([...now].some(([member, seq]) => seq !== heads.get(member))) since = performance.now();
    heads = now;
    if (performance.now() > since + QUIET && clients.every((client) => isCaughtUp(client, now))) break;
  }
  const truth = await scene.truth();
  const fresh = new Map<string, Promise<Start>>();
  const all = clients.map(async (client) => {
    const { account, checker, seq, view } = client;
    const stream = truth.get(checker.position.member);
    const now = performance.now();
    const found = [...checker.anomalies];
    // Who saw what was then forgotten must have begun again since: who had not, when it was, has been found by `diverged`.
    const excused = ({ what, at }: Anomaly) => forgets && what === 'phantom' && at < checker.startedAt;
    if (stream) found.push(...untrueFor(checker, stream, place.epochs).filter((some) => !excused(some)));
    if (!isCaughtUp(client, heads))
      found.push({ what: 'lost', seq, at: now, detail: `nothing after it, of ${stream?.last}` });
    const reading = fresh.get(account.id) ?? readStartAtLast(() => place.apis[0]?.url ?? '', account);
    fresh.set(account.id, reading);
    for (const detail of view.differences((await reading).view))
      found.push({ what: 'stale state', seq, at: now, detail });
    return found.map((anomaly) => violation(client, anomaly));
  });
  return (await Promise.all(all)).flat();
}

/**
 * Clients who go on, a while after history was lost, from a place where it does not go, or knowing what never happened, and have
 * not been told. Who was right once is right from then on.
 */
export async function diverged({ clients, place, truth }: Ground, within = TOLD_WITHIN): Promise<Violation[]> {
  let doubtful = clients;
  for (const end = performance.now() + within; ; await delay(100)) {
    // Noted before the truth is read, which then has all of it.
    const noted = doubtful.map((client) => ({ client, live: client.live, life: client.checker.life }));
    const streams = await truth();
    const wrong = noted.map(({ client, live, life }) => {
      const stream = streams.get(life.position.member);
      const untrue = live && stream ? untrueFor(life, stream, place.epochs) : [];
      return { client, live, untrue: client.checker.startedAt === life.startedAt && client.live ? untrue : [] };
    });
    const left = wrong.filter(({ live, untrue }) => !live || untrue.length > 0);
    if (left.length === 0 || performance.now() > end)
      return left.flatMap(({ client, untrue }) => untrue.map((anomaly) => violation(client, anomaly)));
    doubtful = left.map(({ client }) => client);
  }
}

/** As much of a scene as it takes. */
interface Ground {
  readonly clients: readonly Witness[];
  readonly place: Pick<Place, 'epochs'>;
  readonly truth: Scene['truth'];
}

type Witness = Pick<CheckingClient, 'live' | 'checker' | 'way' | 'url' | 'recent'>;

const violation = ({ checker, way, url, recent }: Witness, anomaly: Anomaly): Violation => ({
  ...anomaly,
  client: { member: checker.position.member, way, url },
  recent,
});
