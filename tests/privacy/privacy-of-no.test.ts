import * as fc from 'fast-check';
import { engine } from '../services/engine';
import { NOES } from './noes';
import { scripts } from './script';
import { Worlds } from './worlds';

const SEED = Number(process.env.RAPPORT_PRIVACY_SEED ?? 20260101);
const RUNS = Number(process.env.RAPPORT_PRIVACY_RUNS ?? (engine === 'mariadb' ? 2 : 4));
const STEPS = 16;

describe('the privacy of no', () => {
  let worlds: Worlds;
  beforeAll(async () => {
    worlds = await Worlds.open(NOES);
  }, 180_000);
  afterAll(async () => {
    await worlds.close();
  });

  test(
    'nothing that Alan or his second account can see tells in which way Grace has said no, or whether she has',
    async () => {
      await fc.assert(
        fc.asyncProperty(scripts(STEPS), async (script) => {
          expect(await worlds.difference(script)).toBeNull();
        }),
        { seed: SEED, numRuns: RUNS, endOnFailure: true },
      );
    },
    RUNS * 300_000,
  );
});
