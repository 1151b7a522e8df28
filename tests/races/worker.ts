/**
 * One of several processes that race: opens a door as it is told, and sends commands through it when it is told. Started by
 * `racers.ts`, to which it talks over the channel that `fork` made.
 */

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { EraseList } from '../../src/erasure/erase-list';
import { Eraser } from '../../src/erasure/eraser';
import { TryAgain } from '../../src/errors';
import { createLogger } from '../../src/logger';
import type { Policy } from '../../src/policy';
import type { Outcome, PairCommand } from '../../src/relationships/command';
import { configOf, type OpenDoor, openDoor } from '../kit/door';
import { likelyCommands } from './likely-command';

export type Order =
  | { readonly kind: 'open'; readonly databaseUrl: string; readonly batch: number; readonly policy: Partial<Policy> }
  /** Submits all at once. */
  | { readonly kind: 'submit'; readonly commands: readonly PairCommand[] }
  /** So many callers, each of whom does something likely again and again, until so many commands were answered. */
  | {
      readonly kind: 'mingle';
      readonly members: readonly number[];
      readonly callers: number;
      readonly commands: number;
    }
  /** Erases these members, all at once. */
  | { readonly kind: 'erase'; readonly members: readonly number[] }
  | { readonly kind: 'close' };

/** What became of the commands; null where none was answered because something broke. */
export interface Report {
  readonly outcomes: readonly (Outcome | null)[];
  /** Why, where something broke. */
  readonly failures: readonly string[];
  /** Transactions that the database ended for a deadlock, meanwhile. */
  readonly deadlocks: number;
}

let open: OpenDoor | undefined;
let deadlocks = 0;
let failures: string[] = [];

process.on('message', (order: Order) => {
  obey(order)
    .catch((error: unknown) => {
      failures.push(String(error));
      return [];
    })
    .then((outcomes) => {
      const report: Report = { outcomes, failures, deadlocks };
      failures = [];
      deadlocks = 0;
      process.send?.(report);
      if (order.kind === 'close') process.disconnect();
    });
});

async function obey(order: Order): Promise<(Outcome | null)[]> {
  switch (order.kind) {
    case 'open':
      await open?.close();
      open = await openDoor(configOf(order.databaseUrl, '.'), order);
      countDeadlocks(open);
      return [];
    case 'submit':
      return Promise.all(order.commands.map(submit));
    case 'mingle':
      return mingle(order);
    case 'erase':
      await erase(order.members);
      return [];
    case 'close':
      await open?.close();
      return [];
  }
}

/** As often as it takes: two processes that erase the same member get in each other's way, and try again. */
async function erase(members: readonly number[]): Promise<void> {
  if (!open) return;
  const { database, door } = open;
  const list = new EraseList(join(tmpdir(), `rapport-erased-${process.pid}.list`));
  const eraser = new Eraser({ database, door, sideDoor: door, list, logger: createLogger({ level: 'silent' }) });
  const one = async (member: number) => {
    await eraser.close(member);
    for (let done = false; !done; ) done = await eraser.finish(member).then(() => true, passOver);
  };
  await Promise.all(members.map(one));
}

function passOver(error: unknown): false {
  if (error instanceof TryAgain) return false;
  throw error;
}

async function submit(command: PairCommand): Promise<Outcome | null> {
  try {
    const [outcome] = (await open?.door.submit([command])) ?? [];
    return outcome ?? null;
  } catch (error) {
    failures.push(`${command.kind}: ${error}`);
    return null;
  }
}

async function mingle({ members, callers, commands }: Extract<Order, { kind: 'mingle' }>): Promise<(Outcome | null)[]> {
  const outcomes: (Outcome | null)[] = [];
  if (!open) return outcomes;
  const likely = likelyCommands(open.database, members);
  const caller = async () => {
    while (outcomes.length < commands) {
      const command = await likely();
      if (command) outcomes.push(await submit(command));
      else await turn();
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return outcomes;
}

/** The door retries after a deadlock and says nothing; here it is counted on the way. */
function countDeadlocks({ database }: OpenDoor): void {
  const once = database.once.bind(database);
  database.once = async (work) => {
    try {
      return await once(work);
    } catch (error) {
      if (database.dialect.classify(error) === 'retry') deadlocks += 1;
      throw error;
    }
  };
}
