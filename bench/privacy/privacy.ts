import { createApp } from '../../src/app';
import { createLogger } from '../../src/logger';
import { type Signed, signIn } from '../accounts';
import { Http } from '../client/http';
import { median } from '../measure';
import { type Engine, openPlace } from '../place';
import { decimal, print, progress, table, whole } from '../report';
import { ARMS } from './arms';
import { auc } from './auc';
import { OPERATIONS, type Operation } from './operations';

const ENGINES = (['embedded', 'mariadb'] as const).filter(
  (engine) => !process.env.BENCH_ENGINE || engine === process.env.BENCH_ENGINE,
);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5000);
const WARM_UP = 100;
/** Each of the senders invites each of an arm's recipients once. */
const SENDERS = 100;
const WANTED = 0.52;

/** Milliseconds by operation and arm. */
type Taken = ReadonlyMap<Operation, readonly number[][]>;

/** Whether the time of an answer tells a sender in which way they were turned down. */
export async function privacy(): Promise<string> {
  const rows: string[][] = [];
  let worst = 0;
  for (const engine of ENGINES)
    for (const [{ name }, arms] of await measureOn(engine)) {
      const [nothing = [], ...others] = arms;
      for (const [n, other] of others.entries()) {
        const { value, from, to } = auc(nothing, other);
        worst = Math.max(worst, value);
        const cells = [value, from, to].map((number) => decimal(number, 3));
        const slower = (median(other) - median(nothing)) * 1000;
        rows.push([
          ...[`${name}: ${ARMS[n + 1]?.name}`, engine, `${cells[0]} (${cells[1]}–${cells[2]})`],
          ...[whole(median(nothing) * 1000), whole(slower)],
        ]);
      }
    }
  return [
    '## The privacy of no, by the clock',
    'What a sender can measure, over HTTP from the same process: each operation on somebody who has done nothing beside the same on',
    `somebody who says no, ${whole(ROUNDS)} of each, all arms taking turns in an order drawn anew for each round. AUC (Mann–Whitney) 0.5: the`,
    'times tell nothing; 1: they tell everything. In brackets the 95 % interval.',
    '',
    table(['operation: the recipient', 'stores', 'AUC', 'median µs', 'slower by µs'], rows),
    '',
    `The worst AUC is **${decimal(worst, 3)}** (wanted: at most ${WANTED}).`,
  ].join('\n');
}

async function measureOn(engine: Engine): Promise<Taken> {
  const place = await openPlace(engine);
  try {
    const { config } = place;
    const database = await place.openDatabase();
    const each = Math.ceil((ROUNDS + WARM_UP) / SENDERS);
    const people = await signIn(place, database, SENDERS + each * ARMS.length);
    await database.close();
    const app = await createApp({
      config: { ...config, policy: { ...config.policy, withdrawCooldown: 0, answersPerHour: 1_000_000 } },
      logger: createLogger({ level: 'silent' }),
    });
    const http = new Http(app.url, 1);
    try {
      const ask = (who: Signed, query: string, variables: object) =>
        http.ask<Answer>(who.token, JSON.stringify({ query, variables }));
      const senders = people.slice(0, SENDERS);
      const recipients = ARMS.map((_arm, n) => people.slice(SENDERS + n * each, SENDERS + (n + 1) * each));
      for (const [n, { admission }] of ARMS.entries())
        for (const one of admission ? (recipients[n] ?? []) : [])
          await ask(one, mutation('updateSettings'), { input: { admission: admission?.() } });
      return await rounds(engine, senders, recipients, ask);
    } finally {
      http.close();
      await app.stop();
    }
  } finally {
    await place.close();
  }
}

type Answer = Readonly<Record<string, { errors?: unknown[]; invitation?: { id: string } }>>;
type Ask = (who: Signed, query: string, variables: object) => Promise<Answer>;

async function rounds(engine: Engine, senders: Signed[], recipients: Signed[][], ask: Ask): Promise<Taken> {
  const taken = new Map(OPERATIONS.map((operation) => [operation, ARMS.map((): number[] => [])]));
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const [sender] = senders.slice(round % SENDERS);
    const invitations = ARMS.map(() => '');
    for (const operation of OPERATIONS) {
      for (const n of shuffled(ARMS.map((_arm, index) => index))) {
        const recipient = recipients[n]?.[Math.floor(round / SENDERS)];
        if (!sender || !recipient) throw new Error('Too few people.');
        const { query, variables } = operation.ask({ recipientId: recipient.id, invitationId: invitations[n] ?? '' });
        const begun = performance.now();
        const answer = await ask(sender, query, variables);
        const took = performance.now() - begun;
        if (round >= WARM_UP) taken.get(operation)?.[n]?.push(took);
        invitations[n] = answer.sendInvitation?.invitation?.id ?? invitations[n] ?? '';
      }
      if (operation.answered) await answerAll(recipients, invitations, Math.floor(round / SENDERS), ask);
    }
    if (round % 500 === 0) progress(`privacy: ${engine}, round ${round}`);
  }
  return taken;
}

async function answerAll(recipients: Signed[][], invitations: string[], which: number, ask: Ask): Promise<void> {
  for (const [n, { answer }] of ARMS.entries()) {
    const recipient = recipients[n]?.[which];
    if (!answer || !recipient) continue;
    const [name, input] = answer(invitations[n] ?? '');
    const outcome = await ask(recipient, mutation(name), { input });
    if (outcome[name]?.errors?.length !== 0) throw new Error(JSON.stringify(outcome));
  }
}

function mutation(name: string): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code } } }`;
}

function shuffled(items: number[]): number[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [items[last], items[other]] = [items[other] ?? 0, items[last] ?? 0];
  }
  return items;
}

if (require.main === module) print(privacy);
