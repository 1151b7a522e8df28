import * as fc from 'fast-check';
import { type Script, scripts } from './script';
import { Worlds } from './worlds';

const SEED = Number(process.env.RAPPORT_PRIVACY_SEED ?? 20260103);
const RUNS = Number(process.env.RAPPORT_PRIVACY_RUNS ?? 2);

describe('somebody who is blocked', () => {
  let worlds: Worlds;
  beforeAll(async () => {
    worlds = await Worlds.open({ 'blocks them': { leaves: 'blocks' }, 'closes her account': { leaves: 'closes' } });
  }, 180_000);
  afterAll(async () => {
    await worlds.close();
  });

  test(
    'sees exactly what they would see if Grace had closed her account',
    async () => {
      await fc.assert(
        fc.asyncProperty(scripts(12), fc.nat(11), async (script, at) => {
          expect(await worlds.difference(withLeave(script, at))).toBeNull();
        }),
        { seed: SEED, numRuns: RUNS, endOnFailure: true },
      );
    },
    RUNS * 150_000,
  );
});

/** The script with exactly one moment at which Grace leaves. */
function withLeave({ asks, steps }: Script, at: number): Script {
  const others = steps.filter(({ move }) => move !== 'says no');
  return { asks, steps: [...others.slice(0, at), { move: 'says no', seed: 1 }, ...others.slice(at)] };
}
