import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Found, Scale } from '../../bench/stalled/scene';
import { end, launch } from '../services/process';
import { inTightNetwork, noTightNetwork } from '../services/tight-network';

const impossible = noTightNetwork();
if (impossible !== null) console.warn(`Devices that stall are not tested: ${impossible}.`);

const SCALE: Scale = {
  ...{ engine: 'embedded', rounds: 1, listeners: 60, perSecond: 10, quiet: 1000 },
  ...{ away: 5, pending: 2000, devices: 10 },
};
const SCENE = join(__dirname, '../../dist/bench/stalled/scene.js');

(impossible === null ? describe : describe.skip)(
  'fifty devices that read nothing of what they missed (root only)',
  () => {
    let found: Found;

    beforeAll(async () => {
      const child = launch(inTightNetwork([process.execPath, SCENE, JSON.stringify(SCALE)]), { output: 'piped' });
      const errors = child.stderr ? text(child.stderr) : '';
      try {
        const told = child.stdout ? await text(child.stdout) : '';
        if (told === '') throw new Error(`The scene ended early:\n${await errors}`);
        found = JSON.parse(told);
      } finally {
        await end(child);
      }
    }, 120_000);

    test('are all sent away as too slow', () => {
      expect([found.ended, found.sockets]).toEqual([50, 50]);
    });

    test('hold a page each, however much there is to tell', () => {
      // Of the 2,000 invitations that wait for each, the text alone is more than 400 kB.
      expect(found.held).toBeLessThan(80_000);
    });

    test('take nothing from those who listen, and who hear everything in order', () => {
      expect(found.heard).toEqual({ events: 2 * found.sent, disordered: 0 });
      expect(found.sent).toBeGreaterThan(100);
    });

    test('could have read it all, in order', () => {
      expect(found.read).toEqual({ took: [], events: SCALE.away * SCALE.pending, disordered: 0 });
    });
  },
);
