import { parseArgs } from 'node:util';
import type { Database } from '../../database/database';
import { DomainError, InvalidInput } from '../../errors';
import { memberIdByHandle } from '../../members/members.queries';
import { requiredText } from '../../members/text.rules';
import type { Policy } from '../../policy';
import type { OfStanding } from '../../relationships/command';
import type { Door } from '../../relationships/door';
import { perform } from '../../relationships/perform';
import { readEvidence } from '../../relationships/standing.queries';
import { counted, levelAt, restrictedUntil, weightOf } from '../../relationships/standing.rules';
import { openAppeals, readHandles, readRecords, readStanding } from './standings.queries';

export interface Office {
  readonly database: Database;
  readonly door: Door;
  readonly policy: Policy;
}

/**
 * What an operator asks about a member's standing, or does to it: `HANDLE [--pardon "reason" | --revoke-pardon]`. Resolves to
 * the standing with its evidence, as it is then; without a handle, to who waits for an answer. Throws `DomainError`.
 */
export async function attendToStanding(office: Office, args: readonly string[]): Promise<string> {
  if (args.length === 0) return appeals(office);
  const { handle, pardon, revoke } = standingArguments(args);
  const member = await memberIdByHandle(office.database, handle);
  if (member === undefined) throw new InvalidInput('handle', `There is no member @${handle}.`);
  const path = ['--pardon'];
  if (pardon !== undefined)
    await decree(office, { kind: 'pardon', actor: member, text: requiredText(pardon, path, { most: 1000 }) });
  if (revoke) await decree(office, { kind: 'revokePardon', actor: member, text: '' });
  return report(office, member, handle);
}

async function appeals({ database }: Office): Promise<string> {
  const at = database.time();
  const open = await openAppeals(database, at);
  if (open.length === 0) return 'Nobody who is restricted has appealed.';
  return open
    .map(({ handle, at: since, until }) => `@${handle}: appealed ${day(since)}, restricted until ${day(until)}`)
    .join('\n');
}

async function decree({ door }: Office, command: OfStanding): Promise<void> {
  try {
    await perform(door, command, 'handle');
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND')
      throw new InvalidInput('handle', 'The member has left, or there is no pardon to revoke.');
    throw error;
  }
}

const USAGE = 'Say whose: standing HANDLE [--pardon "reason" | --revoke-pardon]';

function standingArguments(args: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      ...{ args: [...args], allowPositionals: true },
      options: { pardon: { type: 'string' }, 'revoke-pardon': { type: 'boolean', default: false } },
    });
    const [handle, ...more] = positionals;
    const { pardon, 'revoke-pardon': revoke } = values;
    if (handle && more.length === 0 && !(pardon !== undefined && revoke))
      return { handle: handle.replace(/^@/, ''), pardon, revoke };
  } catch {
    // An option that does not exist, or lacks its value.
  }
  throw new InvalidInput('handle', USAGE);
}

async function report({ database, policy }: Office, member: number, handle: string): Promise<string> {
  const at = database.time();
  const standing = await readStanding(database, member);
  const evidence = (await readEvidence(database, [member], at, policy)).get(member);
  const reports = evidence?.reports ?? [];
  const heard = counted(standing, reports, at, policy);
  const handles = await readHandles(
    database,
    reports.map(({ reporter }) => reporter),
  );
  const score = heard.reduce((sum, one) => sum + weightOf(one, at, policy), 0);
  const until = restrictedUntil(standing, at);
  const lines = [
    `@${handle}: ${levelAt(standing, at)}${until === null ? '' : ` until ${day(until)}`}`,
    `Weight of reports: ${score.toFixed(2)} (careful from ${policy.carefulFrom}, restricted from ${policy.restrictedFrom}).`,
    `Restrictions so far: ${standing.restrictions}.`,
    `Answers of their own lately: ${evidence?.answers ?? 0}, "I don't know this person" ${evidence?.unknown ?? 0}${standing.overuses ? ': overuse' : ''}.`,
    ...reports.map((one) => {
      const weight = heard.includes(one) ? weightOf(one, at, policy).toFixed(2) : 'nothing now';
      const who = handles.get(one.reporter) ?? String(one.reporter);
      return `  ${day(one.madeAt)}  ${one.kind} by @${who}, counts from ${day(one.countsAt)}, weighs ${weight}${one.overused ? ', overused' : ''}`;
    }),
    ...(await readRecords(database, member)).map(({ kind, text, at: time }) => {
      return `  ${day(time)}  ${kind}${text ? `: ${text}` : ''}`;
    }),
  ];
  return lines.join('\n');
}

const day = (time: number): string => new Date(time).toISOString().slice(0, 16).replace('T', ' ');
