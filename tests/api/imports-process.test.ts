import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from '../../src/audit/violations';
import { newPlace, type Place } from '../kit/place';
import { runCommand } from '../kit/start-process';
import { engine } from '../services/engine';
import { exitOf, launch, written } from '../services/process';
import { connectionsOf, degreesOf, everything, fileWith, friendships, linesOf, trueDegrees } from './imports-graphs';
import { openOffice } from './imports-office';

/** Data of others, which is not part of this repository; it may lie beside the checkout. */
const REAL = join(__dirname, '../../../shared/data/facebook_combined');

let place: Place;
beforeEach(async () => {
  place = await newPlace();
});
afterEach(() => place.remove());

test('an import that is killed in the middle ends the same when it is run again', async () => {
  const graph = friendships(1200, 4);
  const file = await fileWith(linesOf(graph));
  const child = launch([process.execPath, 'dist/src/main.js', 'import', file, '--name', 'town'], {
    output: 'piped',
    env: place.env,
  });
  await written(child, /of [\d,]+ connections, 20 %/);
  child.kill('SIGKILL');
  await exitOf(child);

  const { status, output } = await runCommand(['import', file, '--name', 'town'], place.env);
  expect([status, output]).toEqual([
    0,
    expect.stringMatching(/1,200 members \(0 new\), [1-9][\d,]* connections made, [1-9]/),
  ]);
  const office = await openOffice(place);
  expect(await connectionsOf(office.database, 'town')).toEqual(degreesOf(graph));
  expect((await everything(office.database)).invitation).toHaveLength(graph.length);
  expect(await violations(office.database, office.policy)).toEqual([]);
  await office.close();
});

test('an operator reads how far an import is, what it has done, and what is wrong with a file', async () => {
  const file = await fileWith('1 2\n2 3\n3 3\n2 1\n', 'our_town.txt');
  const { output } = await runCommand(['import', file], place.env);
  expect(output).toContain('3 of 3 members, 100 %\n');
  expect(output).toContain('2 of 2 connections, 100 %\n');
  expect(output).toMatch(
    /^Import "our-town": 3 members \(3 new\), 2 connections made, 0 already there, [\d.]+ seconds\.$/m,
  );
  expect(output).toMatch(/repeat an edge: 1\.\n.*with themselves, skipped: 1\.$/m);

  const bad = await fileWith('1 2\n3\n');
  expect(await runCommand(['import', bad], place.env)).toEqual({
    status: 1,
    output: `${bad}, line 2: expected two labels like "a b", found "3".`,
  });
  for (const mistyped of [[], [file, file], [file, '--nam', 'x'], [file, '--name']])
    expect(await runCommand(['import', ...mistyped], place.env)).toEqual({
      status: 1,
      output: 'Say which file: import FILE [--name NAME]',
    });
});

if (engine === 'embedded' && existsSync(`${REAL}.txt.gz`))
  test('4,039 people and their 88,234 friendships come in as an independent count has them', async () => {
    const { status } = await runCommand(['import', `${REAL}.txt.gz`, '--name', 'real'], place.env);
    expect(status).toBe(0);
    const office = await openOffice(place);
    const truth = trueDegrees(readFileSync(`${REAL}.truth.json.gz`));
    expect(await connectionsOf(office.database, 'real')).toEqual(truth);
    const again = await office.imports(`${REAL}.txt.gz`, 'real');
    expect(again).toMatchObject({ members: { made: 0 }, connections: { made: 0, existing: 88_234 } });
    await office.close();
  }, 180_000);
