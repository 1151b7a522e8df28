import * as fc from 'fast-check';
import type { TestApp } from '../kit/start-app';
import { NOES } from './noes';
import { scripts } from './script';
import { Worlds } from './worlds';

/** What a careless server would do along with a decline, by the invitation's id. Each can be noticed by its sender. */
const LEAKS: Readonly<Record<string, string>> = {
  'an early end': 'UPDATE invitation SET expires_at = expires_at - 100 * 86400000 WHERE id = ?',
  'another status': "UPDATE invitation SET sender_status = 'EXPIRED' WHERE id = ?",
  'another order': 'UPDATE invitation SET sent_at = sent_at + 1 WHERE id = ?',
  'an invitation that is gone': 'DELETE FROM invitation WHERE id = ?',
  'a place that is free again': `UPDATE member_state SET open_sent_count = open_sent_count - 1
    WHERE member_id = (SELECT sender_id FROM invitation WHERE id = ?)`,
  'an invitation that no longer counts': "UPDATE invitation SET origin = 'IMPORT' WHERE id = ?",
  'a number that goes up': 'UPDATE pair SET low_seq = low_seq + 1, high_seq = high_seq + 1 WHERE open_id = ?',
  'a pair that can be invited again': 'UPDATE pair SET open_id = NULL WHERE open_id = ?',
  'another refusal after the end': `UPDATE pair SET low_withdrew_at = open_expires_at, high_withdrew_at = open_expires_at
    WHERE open_id = ?`,
  'an account that seems closed': 'UPDATE pair SET low_blocked_at = 1, high_blocked_at = 1 WHERE open_id = ?',
  'a count of connections': `UPDATE member_state SET connection_count = connection_count + 1
    WHERE member_id = (SELECT recipient_id FROM invitation WHERE id = ?)`,
  'a notification': `INSERT INTO notification (id, member_id, kind, actor_id, invitation_id, created_at)
    SELECT id + 1000000, sender_id, 'INVITATION_REMINDER', recipient_id, id, sent_at FROM invitation WHERE id = ?`,
  'a name that is not found': `DELETE FROM member_term
    WHERE member_id = (SELECT recipient_id FROM invitation WHERE id = ?)`,
};

describe('a server that gives a no away', () => {
  let worlds: Worlds;
  let planted = '';
  beforeAll(async () => {
    const leak = ({ app }: TestApp, invitation: number) =>
      planted === '' ? Promise.resolve() : app.database.run(planted, [invitation]);
    worlds = await Worlds.open({ 'does nothing': {}, declines: NOES.declines ?? {} }, leak);
  }, 180_000);
  afterAll(async () => {
    await worlds.close();
  });

  test.each(Object.entries(LEAKS))(
    'is caught when it shows by %s',
    async (_what, statement) => {
      planted = statement;
      expect(await firstDifference(worlds)).not.toBeNull();
    },
    180_000,
  );
});

async function firstDifference(worlds: Worlds): Promise<string | null> {
  for (const script of fc.sample(scripts(12), { seed: 20260102, numRuns: 3 })) {
    const found = await worlds.difference(script);
    if (found) return `${found.step}: ${found.asked}`;
  }
  return null;
}
