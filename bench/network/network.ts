import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import type { GraphIndex } from '../../src/network/graph/graph-index';
import { loadIndex } from '../../src/network/graph/graph-loader';
import { type Engine, openPlace, type Place } from '../place';
import { decimal, print, progress, table, whole } from '../report';
import { fillIndex } from './filled-index';
import { drawGraph, randomNumbers } from './power-law';
import { askDatabase, askers, askIndex, measure } from './questions';
import { store } from './store';

const MEAN = 50;
const CHANGES = 200_000;
const LOADS = 3;

/** New connections between people at random, and as many removed. */
function changesPerSecond(index: GraphIndex): number {
  const random = randomNumbers(11);
  const anybody = () => index.numbers.idOf(Math.floor(random() * index.numbers.size));
  const pairs = Array.from({ length: CHANGES / 2 }, () => [anybody(), anybody()] as const);
  const begun = performance.now();
  for (const connected of [true, false]) for (const [one, other] of pairs) index.connect(one, other, connected);
  return CHANGES / ((performance.now() - begun) / 1000);
}

/** What the database says, how long it takes, and how long an index takes to load from it. */
export async function fromDatabase(place: Place, index: GraphIndex): Promise<{ fact: string; rows: string[][] }> {
  const database = await place.openDatabase();
  const seconds: number[] = [];
  for (let time = 0; time < LOADS; time++) {
    progress('loading');
    const begun = performance.now();
    const loaded = await loadIndex(database, new AbortController().signal);
    seconds.push((performance.now() - begun) / 1000);
    if (loaded.lists.total !== index.lists.total) throw new Error('What was loaded is not what was stored.');
  }
  progress('asking the database');
  const rows = await measure(askDatabase(database), index, { rounds: 2, times: 60 });
  await database.close();
  const fact = `${decimal(Math.min(...seconds), 2)} s to load from ${place.engine}, the best of ${LOADS}`;
  return { fact, rows: rows.map(([question, ...cells]) => [`${question}, SQL (${place.engine})`, ...cells]) };
}

async function report(people: number, engine: Engine | undefined): Promise<string> {
  progress(`drawing ${whole(people)} members`);
  const { index, seconds } = fillIndex(drawGraph(people, MEAN, 1));
  const directions = index.lists.total;
  const facts = [
    `${whole(people)} members, ${whole(directions)} stored directions`,
    `${decimal(index.bytes / directions, 2)} bytes a direction (${whole(index.bytes / 2 ** 20)} MB)`,
    `${decimal(seconds, 2)} s to fill from arrays`,
  ];
  progress('asking the index');
  const rows = await measure(askIndex(index), index, { rounds: 5, times: 400 });
  const head = ['ms, p50 / p99', ...askers(index).map(({ name }) => name)];
  if (engine) {
    const place = await openPlace(engine);
    const database = await place.openDatabase();
    await store(database, place.config.databaseUrl, index);
    await database.close();
    const told = await fromDatabase(place, index);
    facts.push(told.fact);
    rows.push(...told.rows);
    await place.close();
  }
  // Last, since it leaves another graph behind.
  facts.push(`${whole(changesPerSecond(index))} changes/s`, `${whole(peakMemory() / 2 ** 20)} MB at the most`);
  return `${facts.join('; ')}.\n\n${table(head, rows)}`;
}

/** The most memory this process has ever held, in bytes; the drawing of the graph took its part. */
function peakMemory(): number {
  return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) * 1024;
}

if (require.main === module)
  print(async () => {
    const [people = '20000', engine] = process.argv.slice(2);
    return report(Number(people), engine === 'mariadb' || engine === 'embedded' ? engine : undefined);
  });
