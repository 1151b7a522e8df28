/**
 * Devices that subscribe with an old cursor and then read nothing, beside others that listen. Run in a tight network, with
 * what it is to do as JSON; prints what it found as JSON.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Guest, Heard } from '../listeners/crowd';
import { News } from '../listeners/news';
import { Crowds, MeasuredServer } from '../listeners/processes';
import { memoryOf } from '../measure';
import { type Engine, openPlace } from '../place';
import { progress } from '../report';
import { signInBehind } from './behind';

export interface Scale {
  readonly engine: Engine;
  readonly rounds: number;
  /** Who listens all the time, and the invitations they send each other a second: each pair only one. */
  readonly listeners: number;
  readonly perSecond: number;
  /** Members who were away, events that wait for each, and devices of each that stall. */
  readonly away: number;
  readonly pending: number;
  readonly devices: number;
  /** How long each round goes on before anybody stalls. Milliseconds. */
  readonly quiet: number;
}

export interface Found {
  /** Milliseconds that news took: before anybody stalled, while they came, and until the last of them was sent away. */
  readonly before: readonly number[];
  readonly coming: readonly number[];
  readonly stalled: readonly number[];
  /** Invitations sent, and what those who listen all the time heard of them. */
  readonly sent: number;
  readonly heard: Omit<Heard, 'took'>;
  /** What one reading device of each member who was away heard. */
  readonly read: Heard;
  /** Sockets that stalled, and those that the server ended with 4508. */
  readonly sockets: number;
  readonly ended: number;
  /** By how much the server's resident memory grew at most while they stalled, in any round. Bytes. */
  readonly growth: number;
  /** What each that stalls holds, of heap and buffers, after a full collection. Bytes. */
  readonly held: number;
}

const TOO_SLOW = 4508;
/** After which those who stall have been sent what the kernels take. Milliseconds. */
const SETTLED = 2000;
/** How long the server may take until it has ended all: its patience, and then two pings. Milliseconds. */
const PATIENCE = 60_000;
const LOOK = 100;

async function scene(scale: Scale): Promise<Found> {
  const place = await openPlace(scale.engine);
  const [listening, stalling] = [new Crowds(1), new Crowds(1)];
  let server: MeasuredServer | undefined;
  try {
    const { listeners, away } = await signInBehind(place, scale);
    progress(`stalled: ${scale.engine}, ${scale.pending} events wait for each of ${scale.away}`);
    const many = { SOCKETS_PER_ADDRESS: '1000000', SOCKETS_PER_MEMBER: '1000000' };
    server = await MeasuredServer.start({ ...place.env, ...many, DEMO: 'off', LOG_LEVEL: 'warn' });
    await listening.come(server.url, listeners);
    await stalling.come(server.url, away);
    const read = await stalling.heard();
    await stalling.leave();
    const devices = away.flatMap((guest) => Array.from({ length: scale.devices }, () => guest));
    return {
      ...(await rounds(scale, server, new News(server.url, listeners, scale.perSecond), {
        listening,
        stalling,
        devices,
      })),
      read,
    };
  } finally {
    listening.end();
    stalling.end();
    await server?.kill();
    await place.close();
  }
}

interface Cast {
  readonly listening: Crowds;
  readonly stalling: Crowds;
  readonly devices: readonly Guest[];
}

async function rounds(scale: Scale, server: MeasuredServer, news: News, cast: Cast): Promise<Omit<Found, 'read'>> {
  const { listening, stalling, devices } = cast;
  const all: Heard[] = [];
  const heardDuring = async (over: Promise<unknown>) => {
    await news.during(over);
    const heard = await listening.heard();
    all.push(heard);
    return heard.took;
  };
  const [before, coming, stalled]: [number[], number[], number[]] = [[], [], []];
  let [growth, held] = [0, 0];
  await heardDuring(delay(SETTLED));
  for (let round = 1; round <= scale.rounds; round++) {
    const quiet = peak(server.pid);
    before.push(...(await heardDuring(delay(scale.quiet))));
    const least = quiet();
    // Only in the last round: a full collection would flatter the others' peaks.
    const measures = round === scale.rounds;
    const empty = measures ? await server.memory() : undefined;
    const peaked = peak(server.pid);
    coming.push(...(await heardDuring(stalling.come(server.url, devices, true).then(() => delay(SETTLED)))));
    if (empty) held = (holds(await server.memory()) - holds(empty)) / devices.length;
    stalled.push(...(await heardDuring(ended(server, round * devices.length))));
    growth = Math.max(growth, peaked() - least);
    await stalling.leave();
    progress(`stalled: ${scale.engine}, round ${round}, grew by ${growth}`);
  }
  await delay(SETTLED);
  all.push(await listening.heard());
  news.close();
  const sum = (of: (heard: Heard) => number) => all.reduce((total, heard) => total + of(heard), 0);
  return {
    ...{ before, coming, stalled, growth, held, sent: news.sent },
    heard: { events: sum(({ events }) => events), disordered: sum(({ disordered }) => disordered) },
    sockets: scale.rounds * devices.length,
    ended: await server.ended(TOO_SLOW),
  };
}

const holds = ({ heap, external }: { heap: number; external: number }) => heap + external;

/** Resolves when the server has ended so many, or has had its time. */
async function ended(server: MeasuredServer, sockets: number): Promise<void> {
  for (const end = performance.now() + PATIENCE; performance.now() < end; await delay(LOOK))
    if ((await server.ended(TOO_SLOW)) >= sockets) return;
}

/** Watches a process's resident memory; the result ends that, and tells its peak. */
function peak(pid: number): () => number {
  let most = memoryOf(pid);
  const look = setInterval(() => {
    most = Math.max(most, memoryOf(pid));
  }, LOOK);
  return () => {
    clearInterval(look);
    return most;
  };
}

if (require.main === module)
  void scene(JSON.parse(process.argv[2] ?? '')).then((found) => console.log(JSON.stringify(found)));
