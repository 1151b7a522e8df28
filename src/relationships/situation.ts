import type { Tx } from '../database/database';
import type { Policy } from '../policy';
import type { Command } from './command';
import type { Located, States } from './fold.rules';
import { lockMembers, readWindows } from './member-facts.queries';
import { readMutual } from './mutual.queries';
import { invitationParties, readPairs, readRemembered } from './read.queries';
import { pairKey } from './relationship-state';
import { readEvidence } from './standing.queries';

/**
 * Finds the two people of each command. Without a peer the command will be refused as NOT_FOUND, but not before its
 * idempotency key was looked up: what happened once is answered alike even when the invitation is out of sight since.
 */
export async function locate(tx: Tx, commands: readonly Command[]): Promise<Located[]> {
  const parties = await invitationParties(
    tx,
    commands.flatMap((c) => ('invitation' in c && c.actor !== null ? [c.invitation] : [])),
  );
  const byId = new Map(parties.map((p) => [p.id, p]));
  return commands.map((command) => {
    if (command.kind === 'own') return { command, actor: command.actor, peer: command.about ?? null };
    if ('recipient' in command) return { command, actor: command.sender, peer: command.recipient };
    if ('peer' in command) return { command, actor: command.actor, peer: command.peer };
    if (!('invitation' in command)) return { command, actor: command.actor, peer: null };
    const { sender, recipient, shown } = byId.get(command.invitation) ?? NOBODY;
    const [mayAct, peer] =
      command.kind === 'withdraw' || command.kind === 'reply'
        ? [sender, recipient]
        : [shown ? recipient : null, sender];
    return { command, actor: command.actor, peer: command.actor === mayAct ? peer : null };
  });
}

const NOBODY = { sender: null, recipient: null, shown: false } as const;

/** Locks everyone concerned, then reads what the rules need in one go. */
export async function readSituation(
  tx: Tx,
  located: readonly Located[],
  policy: Policy,
): Promise<{ states: States; at: number }> {
  const concerned = [...new Set(located.flatMap(({ actor, peer }) => (peer === null ? [actor] : [actor, peer])))];
  if (concerned.length === 0) return { states: NOTHING, at: 0 };
  const pairs = new Map(
    located.flatMap(({ actor, peer }) =>
      peer === null ? [] : [[pairKey(actor, peer), [Math.min(actor, peer), Math.max(actor, peer)] as const]],
    ),
  );
  // The database comes to the pairs when it has granted the locks.
  const [{ members, at }, pairsNow] = await Promise.all([
    lockMembers(tx, concerned),
    readPairs(tx, [...pairs.values()]),
  ]);
  const couples = located.flatMap(({ command }) =>
    command.kind === 'invite' ? [[command.actor, command.peer] as const] : [],
  );
  const senders = new Set(couples.map(([sender]) => sender));
  const looked = located.flatMap(({ command, actor }) => (OF_STANDING.has(command.kind) ? [actor] : []));
  const keys = located.flatMap(({ actor, command }) =>
    command.idempotency ? [[actor, command.idempotency.key] as const] : [],
  );
  const [remembered, mutual, evidence] = await Promise.all([
    readRemembered(tx, keys, at - policy.idempotencyLifetime),
    readMutual(tx, couples, members),
    readEvidence(tx, [...new Set(looked)], at, policy),
    readWindows(
      tx,
      [...members.values()].filter(({ id }) => senders.has(id)),
      at,
    ),
  ]);
  return { at, states: { members, pairs: pairsNow, remembered, mutual, evidence } };
}

const NOTHING: States = {
  ...{ members: new Map(), pairs: new Map(), remembered: new Map(), mutual: new Set(), evidence: new Map() },
};
const OF_STANDING: ReadonlySet<Command['kind']> = new Set(['recount', 'pardon', 'revokePardon']);
