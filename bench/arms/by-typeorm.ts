import { type EntityManager, In, MoreThan } from 'typeorm';
import type { Database } from '../../src/database/database';
import type { Ids } from '../../src/database/ids';
import type { Lane, LaneBatch } from '../../src/events/lane';
import { Lane as LaneRow } from '../../src/events/lane.entity';
import { LaneBatch as LaneBatchRow } from '../../src/events/lane-batch.entity';
import { MemberEvent } from '../../src/events/member-event.entity';
import { randomTag } from '../../src/events/tag';
import { Invitation } from '../../src/invitations/invitation.entity';
import { Notification } from '../../src/notifications/notification.entity';
import type { Policy } from '../../src/policy';
import { type Invite, type Outcome, refuse } from '../../src/relationships/command';
import { DAY, WEEK } from '../../src/relationships/inviting.rules';
import { MemberState } from '../../src/relationships/member-state.entity';
import { isMuted } from '../../src/relationships/notification-kinds';
import { Pair } from '../../src/relationships/pair.entity';
import type { Lanes } from './lanes';

const ATTEMPTS = 5;

/**
 * An invitation as most would write it with TypeORM: one transaction a command, entities found, checked, changed and saved.
 * The same locks, checks, rows and events as the door's; crossings, which the benchmark never makes, are refused.
 */
export class ByTypeorm {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly lanes: Lanes,
    private readonly policy: Policy,
  ) {}

  submit(command: Invite): Promise<Outcome> {
    return this.lanes.with(async (lane) => {
      const id = await this.ids.take();
      for (let attempt = 1; ; attempt++) {
        try {
          const { outcome, batch } = await this.database.writer.transaction((m) => this.invite(m, lane, command, id));
          if (batch) lane.advance(batch);
          return outcome;
        } catch (error) {
          if (attempt === ATTEMPTS || this.database.dialect.classify(error) !== 'retry') throw error;
        }
      }
    });
  }

  private async invite(m: EntityManager, lane: Lane, command: Invite, id: number): Promise<Result> {
    const { actor, peer } = command;
    const states = await m.find(MemberState, {
      where: { memberId: In([actor, peer]) },
      order: { memberId: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const at = Date.now();
    const [sender, recipient] = [actor, peer].map((member) => states.find(({ memberId }) => memberId === member));
    if (!sender || !recipient || sender.erasedAt !== null || recipient.erasedAt !== null)
      return { outcome: refuse('NOT_FOUND') };
    const key = { lowId: Math.min(actor, peer), highId: Math.max(actor, peer) };
    const pair = (await m.findOneBy(Pair, key)) ?? m.create(Pair, { ...NOTHING_BETWEEN, ...key });
    const refusal = this.pairRefusal(pair, actor, at) ?? (await this.limitRefusal(m, sender, at));
    if (refusal) return { outcome: refusal };

    const dropped = (actor === pair.lowId ? pair.lowUnknown : pair.highUnknown) === 1;
    await m.save(invitation(m, command, id, at, { dropped, expiresAt: at + this.policy.invitationLifetime }));
    if (!dropped && !isMuted(recipient.mutedKinds, 'INVITATION_RECEIVED'))
      await m.save(
        m.create(Notification, {
          ...{ id, memberId: peer, kind: 'INVITATION_RECEIVED', actorId: actor, invitationId: id },
          ...{ createdAt: at, readAt: null },
        }),
      );
    const events = [event(m, sender, 'INVITATION_SENT', id, actor, at)];
    if (!dropped) events.push(event(m, recipient, 'INVITATION_RECEIVED', id, actor, at));
    await m.save(events);
    sender.openSentCount += 1;
    await m.save([sender, recipient]);
    const mine =
      actor === pair.lowId ? { lowSeq: sender.lastSeq, highUnknown: 0 } : { highSeq: sender.lastSeq, lowUnknown: 0 };
    const theirs = peer === pair.lowId ? { lowSeq: recipient.lastSeq } : { highSeq: recipient.lastSeq };
    const openState = dropped ? 'DROPPED' : 'PENDING';
    const open = { openId: id, openSenderId: actor, openState, openExpiresAt: at + this.policy.invitationLifetime };
    await m.save(Object.assign(pair, { version: pair.version + 1, ...mine, ...theirs, ...open }));
    return { outcome: { change: id, invitation: id }, batch: await this.tell(m, lane, events, pair, at) };
  }

  private pairRefusal(pair: Pair, actor: number, at: number): Outcome | undefined {
    const [mine, theirs, withdrewAt] =
      actor === pair.lowId
        ? [pair.lowBlockedAt, pair.highBlockedAt, pair.lowWithdrewAt]
        : [pair.highBlockedAt, pair.lowBlockedAt, pair.highWithdrewAt];
    if (theirs !== null) return refuse('NOT_FOUND');
    if (mine !== null) return refuse('MEMBER_BLOCKED');
    if (pair.connectedAt !== null) return refuse('ALREADY_CONNECTED');
    if (pair.openId !== null) return refuse('ALREADY_INVITED');
    if (withdrewAt !== null && at < withdrewAt + this.policy.withdrawCooldown) return refuse('WITHDRAWN_RECENTLY');
    return undefined;
  }

  private async limitRefusal(m: EntityManager, sender: MemberState, at: number): Promise<Outcome | undefined> {
    const { quotaPerDay, quotaPerWeek, openLimit, openLimitYoung, youngAccount } = this.policy;
    const own = { senderId: sender.memberId, origin: 'DIRECT' };
    const day = await m.countBy(Invitation, { ...own, sentAt: MoreThan(at - DAY) });
    const week = await m.countBy(Invitation, { ...own, sentAt: MoreThan(at - WEEK) });
    if (day >= quotaPerDay || week >= quotaPerWeek) return refuse('QUOTA_EXCEEDED');
    const young = at < sender.createdAt + youngAccount;
    const limit = young ? Math.min(openLimit, openLimitYoung) : openLimit;
    return sender.openSentCount >= limit ? refuse('OPEN_LIMIT_REACHED') : undefined;
  }

  /** The outbox row that other processes follow, in the same transaction. */
  private async tell(m: EntityManager, lane: Lane, events: readonly MemberEvent[], pair: Pair, at: number) {
    const members = events.map(({ memberId }) => memberId);
    const batch = lane.next({ members, pairs: [[pair.lowId, pair.highId, 0, 0]], ended: [], chosen: [], erased: [] });
    const { seq, tag } = batch;
    await m.save(
      m.create(LaneBatchRow, {
        ...{ laneId: lane.id, seq, tag, createdAt: at },
        ...{ members: JSON.stringify(members), pairs: JSON.stringify(batch.pairs), ended: '[]' },
      }),
    );
    await m.update(LaneRow, lane.id, { seq, tag });
    return batch;
  }
}

interface Result {
  readonly outcome: Outcome;
  readonly batch?: LaneBatch;
}

const NOTHING_BETWEEN = {
  ...{ version: 0, lowSeq: 0, highSeq: 0, connectedAt: null, openId: null, openSenderId: null, openState: null },
  ...{ openExpiresAt: null, openAnsweredAt: null, openAnsweredVersion: null, lowUnknown: 0, highUnknown: 0 },
  ...{ lowWithdrewAt: null, highWithdrewAt: null, lowBlockedAt: null, highBlockedAt: null },
  ...{ lowUnblockedAt: null, highUnblockedAt: null },
};

function invitation(
  m: EntityManager,
  { actor, peer, reason, context, note, origin }: Invite,
  id: number,
  at: number,
  { dropped, expiresAt }: { readonly dropped: boolean; readonly expiresAt: number },
): Invitation {
  return m.create(Invitation, {
    ...{ id, senderId: actor, recipientId: peer, reason, context, note, origin },
    ...{ senderStatus: 'PENDING', recipientStatus: dropped ? 'DROPPED' : 'PENDING', report: null },
    ...{ sentAt: at, answeredAt: null, expiresAt, openUntil: expiresAt },
  });
}

function event(
  m: EntityManager,
  reader: MemberState,
  kind: string,
  id: number,
  actor: number,
  at: number,
): MemberEvent {
  reader.lastSeq += 1;
  reader.lastTag = randomTag();
  return m.create(MemberEvent, {
    ...{ memberId: reader.memberId, seq: reader.lastSeq, tag: reader.lastTag, changeId: id, kind },
    ...{ subject: id, actor, payload: null, createdAt: at },
  });
}
