import { createApp } from '../../src/app';
import { createLogger } from '../../src/logger';
import { type Signed, signIn } from '../accounts';
import { Http } from '../client/http';
import { median } from '../measure';
import { type Engine, openPlace } from '../place';
import { decimal, print, progress, table, whole } from '../report';
import { ARMS, type Arm } from './arms';
import { auc } from './auc';
import { type Operation, SCRIPTS } from './operations';

const ENGINES = (['embedded', 'mariadb'] as const).filter(
  (engine) => !process.env.BENCH_ENGINE || engine === process.env.BENCH_ENGINE,
);
const CHOSEN = (['invitation', 'question'] as const).filter(
  (script) => !process.env.BENCH_SCRIPT || script === process.env.BENCH_SCRIPT,
);
/** Names of ways to say no, for a part of a long measurement. */
const WAYS = process.env.BENCH_WAYS?.split(',');
/** How many senders do so at a time. */
const CALLERS = Number(process.env.BENCH_CALLERS ?? 1);
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
  for (const [engine, script] of ENGINES.flatMap((engine) => CHOSEN.map((script) => [engine, script] as const))) {
    const arms = armsOf(script);
    for (const [{ name }, samples] of await measureOn(engine, script, arms)) {
      const [nothing = [], ...others] = samples;
      for (const [n, other] of others.entries()) {
        const { value, from, to } = auc(nothing, other);
        worst = Math.max(worst, value);
        const cells = [value, from, to].map((number) => decimal(number, 3));
        const slower = (median(other) - median(nothing)) * 1000;
        rows.push([
          ...[`${name}: ${arms[n + 1]?.name}`, engine, `${cells[0]} (${cells[1]}–${cells[2]})`],
          ...[whole(median(nothing) * 1000), whole(slower)],
        ]);
      }
    }
  }
  return [
    '## The privacy of no, by the clock',
    'What a sender can measure, over HTTP from the same process: each operation on somebody who has done nothing beside the same on',
    `somebody who says no, ${whole(ROUNDS)} of each, all arms taking turns in an order drawn anew for each round, ${CALLERS} at a time. AUC (Mann–Whitney) 0.5: the`,
    'times tell nothing; 1: they tell everything. In brackets the 95 % interval.',
    '',
    table(['operation: the recipient', 'stores', 'AUC', 'median µs', 'slower by µs'], rows),
    '',
    `The worst AUC is **${decimal(worst, 3)}** (wanted: at most ${WANTED}).`,
  ].join('\n');
}

const armsOf = (script: keyof typeof SCRIPTS): readonly Arm[] =>
  ARMS.filter(({ name, blind }, n) => n === 0 || ((!WAYS || WAYS.includes(name)) && !(blind && script === 'question')));

async function measureOn(engine: Engine, script: keyof typeof SCRIPTS, arms: readonly Arm[]): Promise<Taken> {
  const place = await openPlace(engine);
  try {
    const { config } = place;
    const database = await place.openDatabase();
    const each = Math.ceil((ROUNDS + WARM_UP) / SENDERS);
    const people = await signIn(place, database, SENDERS + each * arms.length);
    await database.close();
    const app = await createApp({
      config: { ...config, policy: { ...config.policy, withdrawCooldown: 0, answersPerHour: 1_000_000 } },
      logger: createLogger({ level: 'silent' }),
    });
    const http = new Http(app.url, CALLERS);
    try {
      const ask = (who: Signed, query: string, variables: object) =>
        http.ask<Answer>(who.token, JSON.stringify({ query, variables }));
      const senders = people.slice(0, SENDERS);
      const recipients = arms.map((_arm, n) => people.slice(SENDERS + n * each, SENDERS + (n + 1) * each));
      for (const [n, { admission }] of arms.entries())
        for (const one of admission ? (recipients[n] ?? []) : [])
          await ask(one, mutation('updateSettings'), { input: { admission: admission?.() } });
      return await rounds({ engine, operations: SCRIPTS[script], arms, senders, recipients, ask });
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

interface Setting {
  readonly engine: Engine;
  readonly operations: readonly Operation[];
  readonly arms: readonly Arm[];
  readonly senders: readonly Signed[];
  readonly recipients: readonly (readonly Signed[])[];
  readonly ask: Ask;
}

async function rounds(setting: Setting): Promise<Taken> {
  const timed = setting.operations.filter(({ untimed }) => !untimed);
  const taken = new Map(timed.map((operation) => [operation, setting.arms.map((): number[] => [])]));
  let next = 0;
  const caller = async () => {
    for (let round = next++; round < ROUNDS + WARM_UP; round = next++) {
      await once(setting, round, (operation, arm, took) => {
        if (round >= WARM_UP) taken.get(operation)?.[arm]?.push(took);
      });
      if (round % 500 === 0) progress(`privacy: ${setting.engine}, round ${round}`);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  return taken;
}

/** One sender does everything with one recipient of each arm. */
async function once(
  { operations, arms, senders, recipients, ask }: Setting,
  round: number,
  tell: (operation: Operation, arm: number, took: number) => void,
): Promise<void> {
  const [sender] = senders.slice(round % SENDERS);
  const invitations = arms.map(() => '');
  for (const operation of operations) {
    for (const n of shuffled(arms.map((_arm, index) => index))) {
      const recipient = recipients[n]?.[Math.floor(round / SENDERS)];
      if (!sender || !recipient) throw new Error('Too few people.');
      const { query, variables } = operation.ask({ recipientId: recipient.id, invitationId: invitations[n] ?? '' });
      const begun = performance.now();
      const answer = await ask(sender, query, variables);
      tell(operation, n, performance.now() - begun);
      if (answer.answerQuestion?.errors?.length) throw new Error(JSON.stringify(answer));
      invitations[n] = answer.sendInvitation?.invitation?.id ?? invitations[n] ?? '';
    }
    for (const [n, { answer }] of operation.behind ? arms.entries() : []) {
      const recipient = recipients[n]?.[Math.floor(round / SENDERS)];
      const invitationId = invitations[n] ?? '';
      const asked =
        operation.behind === 'ask and answer' ? [['askSender', { invitationId, question: 'Where?' }] as const] : [];
      for (const [name, input] of [...asked, ...(answer ? [answer(invitationId)] : [])]) {
        const outcome = recipient && (await ask(recipient, mutation(name), { input }));
        if (outcome?.[name]?.errors?.length !== 0) throw new Error(JSON.stringify(outcome));
      }
    }
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
