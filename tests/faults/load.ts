import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Signed } from '../../bench/accounts';
import type { Database } from '../../src/database/database';
import { toGlobalId } from '../../src/graphql/global-id';
import type { PairCommand } from '../../src/relationships/command';
import { likelyCommand } from '../races/likely-command';
import type { ApiProcess } from './api-process';
import { ask } from './clients/ask';

/** A change that a member asked for, and what they were told in the end. Times are `performance.now()`. */
export interface Answered {
  readonly actor: string;
  readonly key: string;
  readonly what: PairCommand['kind'];
  /** The process that was asked first. */
  readonly api: number;
  readonly began: number;
  readonly ended: number;
  /** Attempts without a definite answer, and when they had failed. */
  readonly failures: readonly { readonly why: string; readonly at: number }[];
  /** `unknown`: all attempts failed, and nothing is known. */
  readonly outcome: 'ok' | 'refused' | 'unknown';
}

export interface LoadOptions {
  readonly members: readonly Signed[];
  /** The process that a member's request comes to. */
  readonly api: () => ApiProcess;
  /** To look at what a member might do next, past all that is made to fail. */
  readonly database: Database;
  /** How many commands a second. */
  readonly rate: number;
}

/** Whom one meets: members whose places in the list are close. So pairs come back to what they began. */
const CIRCLE = 8;
/** More would be a crowd that tries again and again, and keeps a system that has recovered from showing it. */
const MOST_UNDER_WAY = 250;
const TICK = 20;
/** After the first attempt at a command, twice as much after each other; and when it is given up. Milliseconds. */
const PAUSE = 250;
const LONGEST_PAUSE = 4000;
const GIVEN_UP_AFTER = 90_000;

/** Members who do things, at a steady pace whatever fails. A command without a definite answer is sent again with its key. */
export class Load {
  readonly answers: Answered[] = [];
  /** How many of them said that it is done. */
  done = 0;
  /** Commands whose time had come, and those of them that nobody gave since too many were under way. */
  due = 0;
  skipped = 0;
  /** For how long it has run. Seconds. */
  seconds = 0;
  private readonly byId: ReadonlyMap<number, Signed>;
  private underWay = 0;
  private running = false;

  constructor(private readonly options: LoadOptions) {
    this.byId = new Map(options.members.map((member) => [member.memberId, member]));
  }

  async run(): Promise<void> {
    this.running = true;
    for (const began = performance.now(); this.running; await delay(TICK)) {
      this.seconds = (performance.now() - began) / 1000;
      for (; this.due < this.seconds * this.options.rate; this.due += 1) {
        if (this.underWay < MOST_UNDER_WAY) void this.one();
        else this.skipped += 1;
      }
    }
  }

  /** Begins nothing new; resolves when everything begun has come to its end. */
  async stop(): Promise<void> {
    this.running = false;
    while (this.underWay > 0) await delay(TICK);
  }

  private async one(): Promise<void> {
    this.underWay += 1;
    try {
      const command = await this.somethingLikely();
      if (!command) return;
      const answer = await this.performs(command);
      this.answers.push(answer);
      if (answer.outcome === 'ok') this.done += 1;
    } finally {
      this.underWay -= 1;
    }
  }

  private async somethingLikely(): Promise<PairCommand | undefined> {
    const { members, database } = this.options;
    const from = Math.floor(Math.random() * members.length);
    const circle = Array.from({ length: CIRCLE }, (_, n) => members[(from + n) % members.length]?.memberId ?? 0);
    // The database may be the one that fails just now.
    return likelyCommand(database, circle).catch(() => undefined);
  }

  private async performs(command: PairCommand): Promise<Answered> {
    const member = this.byId.get(command.actor ?? 0);
    if (!member) throw new Error('A stranger wants something.');
    const key = randomUUID();
    const failures: { why: string; at: number }[] = [];
    const began = performance.now();
    let first: number | undefined;
    for (;;) {
      const api = this.options.api();
      first ??= api.number;
      const outcome = await attempt(api.url, member.token, command, key).catch((error: unknown) => `${error}`);
      const known = outcome === 'ok' || outcome === 'refused' ? outcome : undefined;
      const ended = performance.now();
      if (!known) failures.push({ why: outcome, at: ended });
      if (known || ended - began > GIVEN_UP_AFTER)
        return {
          ...{ actor: member.id, key, what: command.kind, api: first, began, ended, failures },
          outcome: known ?? 'unknown',
        };
      await delay(Math.random() * Math.min(LONGEST_PAUSE, PAUSE * 2 ** failures.length));
    }
  }
}

/** Asks once. TRY_AGAIN says that it may be asked again, so it is no definite answer. */
async function attempt(url: string, token: string, command: PairCommand, key: string): Promise<string> {
  const [mutation, input] = asInput(command);
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { errors { code } } }`;
  const data = await ask<Done>(url, token, query, { input: { ...input, idempotencyKey: key } });
  const code = data[mutation]?.errors[0]?.code;
  if (code === 'INVALID_INPUT' || code === 'IDEMPOTENCY_KEY_REUSED') throw new Error(`${mutation}: ${code}`);
  return code === undefined ? 'ok' : code === 'TRY_AGAIN' ? code : 'refused';
}

interface Done {
  readonly [mutation: string]: { readonly errors: readonly { readonly code: string }[] };
}

/** A command as the API has it. */
function asInput(command: PairCommand): readonly [mutation: string, input: object] {
  const invitationId = 'invitation' in command ? toGlobalId('Invitation', command.invitation) : undefined;
  const memberId = 'peer' in command ? toGlobalId('Member', command.peer) : undefined;
  switch (command.kind) {
    case 'invite':
      return ['sendInvitation', { recipientId: memberId, reason: 'COLLEAGUE' }];
    case 'accept':
      return ['acceptInvitation', { invitationId }];
    case 'decline':
      return ['declineInvitation', { invitationId, report: command.report }];
    case 'undoDecline':
      return ['undoDecline', { invitationId }];
    case 'snooze':
      return ['snoozeInvitation', { invitationId, until: command.until && new Date(command.until).toISOString() }];
    case 'ask':
      return ['askSender', { invitationId, question: command.text }];
    case 'reply':
      return ['answerQuestion', { invitationId, answer: command.text }];
    case 'withdraw':
      return ['withdrawInvitation', { invitationId }];
    case 'disconnect':
      return ['removeConnection', { memberId }];
    case 'block':
      return ['blockMember', { memberId }];
    case 'unblock':
      return ['unblockMember', { memberId }];
    case 'allow':
      return ['allowInvitationsFrom', { memberId }];
    default:
      throw new Error(`Nobody can ask for "${command.kind}".`);
  }
}
