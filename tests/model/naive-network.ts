import type { ErrorCode } from '../../src/errors';
import type { Policy } from '../../src/policy';
import { type Admission, OPEN_ADMISSION } from '../../src/relationships/admission.rules';
import type {
  AboutPeer,
  Answer,
  Appeal,
  Invite,
  OwnChange,
  Recount,
  Reply,
  Withdraw,
} from '../../src/relationships/command';
import { NaiveStanding } from './naive-standing';

/** What people ask for, and a look at how they stand. */
export type Deed = Invite | Answer | Reply | Withdraw | AboutPeer | OwnChange | Recount | Appeal;

export interface Letter {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  readonly sentAt: number;
  readonly counted: boolean;
  sender: 'PENDING' | 'ACCEPTED' | 'WITHDRAWN' | 'EXPIRED';
  recipient: 'PENDING' | 'FILED' | 'ACCEPTED' | 'DECLINED' | 'DROPPED' | 'REMOVED';
  asked?: boolean;
  replied?: boolean;
  /** When it was declined, and how many changes its pair had seen then. */
  declined?: { readonly at: number; readonly changes: number } | undefined;
}

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const both = (one: number, other: number) => [one, other].toSorted((a, b) => a - b).join('-');
const arrow = (from: number, to: number) => `${from}>${to}`;

/**
 * The policy once more, told another way: a pile of letters and a few lists instead of pairs, without locks, batches or
 * numbers. Whatever the door does must look the same from here.
 */
export class NaiveNetwork {
  readonly letters = new Map<number, Letter>();
  readonly connected = new Set<string>();
  readonly blocked = new Set<string>();
  /** What each member was told, in order: the kind of event and its subject. */
  readonly told = new Map<number, string[]>();
  /** `member kind letter`. */
  readonly notified = new Set<string>();
  private readonly strangers = new Set<string>();
  private readonly withdrawn = new Map<string, number>();
  private readonly unblocked = new Map<string, number>();
  private readonly changes = new Map<string, number>();
  private readonly admissions = new Map<number, Admission>();
  private unseen = new Set<number>();
  private connectedBefore = new Set<string>();
  readonly standing: NaiveStanding;

  constructor(private readonly policy: Policy) {
    this.standing = new NaiveStanding(policy);
  }

  /** Whether one may answer a letter, and who knows whom, is looked up before a batch begins. */
  beginBatch(): void {
    this.connectedBefore = new Set(this.connected);
    const hidden = [...this.letters.values()].filter((l) => ['DROPPED', 'REMOVED'].includes(l.recipient));
    this.unseen = new Set(hidden.map(({ id }) => id));
  }

  /** Does it, or says why not. `id` names the change, if there is one. */
  perform(deed: Deed, now: number, id: number): ErrorCode | null {
    if (deed.kind === 'own' || deed.kind === 'recount' || deed.kind === 'appeal') return this.alone(deed, now, id);
    const letter = 'invitation' in deed ? this.letters.get(deed.invitation) : undefined;
    if ('invitation' in deed) {
      const bySender = deed.kind === 'withdraw' || deed.kind === 'reply';
      if (bySender ? letter?.from !== deed.actor : letter?.to !== deed.actor) return 'NOT_FOUND';
      if (!bySender && this.unseen.has(deed.invitation)) return 'NOT_FOUND';
    }
    const me = deed.actor;
    const you = letter ? letter.from + letter.to - me : 'peer' in deed ? deed.peer : me;
    if (me === you) return 'CANNOT_INVITE_SELF';
    const open = this.openBetween(me, you);
    if (open && now >= open.sentAt + this.policy.invitationLifetime) this.end(open, 'EXPIRED');
    if (this.blocked.has(arrow(you, me))) return 'NOT_FOUND';
    if (deed.kind === 'invite') return this.invite(deed, now, id);
    if ('peer' in deed) return this.face(me, you, deed.kind, now);
    if (!letter) return 'NOT_FOUND';
    if (deed.kind === 'reply') return this.reply(letter);
    return deed.kind === 'withdraw' ? this.withdraw(letter, now) : this.answer(letter, deed, now);
  }

  private alone(deed: OwnChange | Recount | Appeal, now: number, id: number): ErrorCode | null {
    const { kind, actor: me } = deed;
    if (kind === 'own') {
      this.admissions.set(me, { ...this.admissionOf(me), ...deed.admission });
      return this.hear(me, 'SETTINGS_UPDATED', '');
    }
    if (kind === 'appeal') return this.standing.appeal(me, now) ?? this.hear(me, 'STANDING_CHANGED', '');
    const changes = this.standing.wouldChange(me, now);
    // Refused: then it must have been in vain.
    if (id === 0) return this.standing.isDue(me, now) ? null : 'NOT_FOUND';
    this.standing.recount(me, now);
    if (!changes) return null;
    this.notified.add(`${me} STANDING_CHANGED ${id}`);
    return this.hear(me, 'STANDING_CHANGED', '');
  }

  private admissionOf(member: number): Admission {
    return this.admissions.get(member) ?? OPEN_ADMISSION;
  }

  openSent(member: number): number {
    return [...this.letters.values()].filter((l) => l.from === member && l.sender === 'PENDING').length;
  }

  connections(member: number): number {
    return [...this.connected].filter((pair) => pair.split('-').includes(String(member))).length;
  }

  private invite(deed: Invite, now: number, id: number): ErrorCode | null {
    const { actor: me, peer: you, note } = deed;
    const proof = deed.acquaintance?.knowsEmail ?? null;
    const { policy } = this;
    const open = this.openBetween(me, you);
    if (this.blocked.has(arrow(me, you))) return 'MEMBER_BLOCKED';
    if (this.connected.has(both(me, you))) return 'ALREADY_CONNECTED';
    if (open?.from === me) return 'ALREADY_INVITED';
    const letter: Letter = {
      id,
      from: me,
      to: you,
      sentAt: now,
      counted: !open,
      sender: 'PENDING',
      recipient: 'PENDING',
    };
    if (open) {
      const full = this.full(me, you);
      if (full) return full;
      this.letters.set(id, { ...letter, sender: 'ACCEPTED', recipient: 'ACCEPTED' });
      return this.connect(open, me, now);
    }
    if (now < (this.withdrawn.get(arrow(me, you)) ?? Number.NEGATIVE_INFINITY) + policy.withdrawCooldown)
      return 'WITHDRAWN_RECENTLY';
    const restricted = this.standing.isRestricted(me, now);
    if (restricted && proof === null) return 'STANDING_RESTRICTED';
    if (this.admissionOf(you).asksNote && note === null) return 'NOTE_REQUIRED';
    if (this.sentSince(me, now - WEEK) >= policy.quotaPerWeek) return 'QUOTA_EXCEEDED';
    if (this.sentSince(me, now - DAY) >= policy.quotaPerDay) return 'QUOTA_EXCEEDED';
    if (this.openSent(me) >= policy.openLimit) return 'OPEN_LIMIT_REACHED';
    const dropped = this.strangers.has(arrow(me, you)) || (restricted && proof !== true);
    const recipient = dropped ? 'DROPPED' : this.place(deed, now);
    const seen = recipient === 'PENDING';
    this.makePeace(you, me, now);
    this.letters.set(id, { ...letter, recipient });
    if (seen) this.notified.add(`${you} INVITATION_RECEIVED ${id}`);
    return this.happen(me, you, ['INVITATION_SENT', id], seen ? ['INVITATION_RECEIVED', id] : null);
  }

  private place({ actor: me, peer: you, acquaintance }: Invite, now: number): 'PENDING' | 'FILED' | 'DROPPED' {
    const { pausedUntil, whoMayInvite, drops } = this.admissionOf(you);
    if (now < (pausedUntil ?? 0)) return 'FILED';
    const friends = (of: number) =>
      [...this.connectedBefore].flatMap((pair) => {
        const ends = pair.split('-');
        return ends.includes(String(of)) ? ends.filter((end) => end !== String(of)) : [];
      });
    const shared = friends(me).some((friend) => friends(you).includes(friend));
    const welcome = {
      EVERYONE: true,
      SECOND_DEGREE: shared || acquaintance?.knowsEmail === true,
      SHARED_CONTEXT: acquaintance?.sharesContext === true || acquaintance?.knowsEmail === true,
      KNOWS_EMAIL: acquaintance?.knowsEmail === true,
      NOBODY: false,
    };
    return welcome[whoMayInvite] ? 'PENDING' : drops ? 'DROPPED' : 'FILED';
  }

  private makePeace(about: number, by: number, now: number): void {
    this.strangers.delete(arrow(about, by));
    this.standing.makePeace(about, by, now);
  }

  private reply(letter: Letter): ErrorCode | null {
    if (letter.sender !== 'PENDING') return 'INVITATION_CLOSED';
    if (!letter.asked || letter.replied) return 'NO_OPEN_QUESTION';
    letter.replied = true;
    const waits = letter.recipient === 'PENDING' || letter.recipient === 'FILED';
    if (waits) this.notified.add(`${letter.to} QUESTION_ANSWERED ${letter.id}`);
    const news: [string, number] = ['INVITATION_UPDATED', letter.id];
    return this.happen(letter.from, letter.to, news, waits ? news : null);
  }

  private answer(letter: Letter, deed: Answer, now: number): ErrorCode | null {
    const { from: you, to: me } = letter;
    if (letter.sender !== 'PENDING')
      return this.connected.has(both(me, you)) ? 'ALREADY_ANSWERED' : 'INVITATION_CLOSED';
    if (deed.kind === 'undoDecline') {
      const { declined } = letter;
      if (!declined || now > declined.at + this.policy.undoWindow) return 'UNDO_TOO_LATE';
      if (declined.changes !== this.changes.get(both(me, you))) return 'UNDO_TOO_LATE';
      Object.assign(letter, { recipient: 'PENDING', declined: undefined });
      this.makePeace(you, me, now);
      return this.happen(me, you, ['INVITATION_UPDATED', letter.id], null);
    }
    if (letter.recipient === 'DECLINED') return 'ALREADY_ANSWERED';
    if (deed.kind === 'accept') return this.full(me, you) ?? this.connect(letter, me, now);
    const news: [string, number] = ['INVITATION_UPDATED', letter.id];
    if (deed.kind === 'snooze') return this.happen(me, you, news, null);
    if (deed.kind === 'ask') {
      if (letter.asked) return 'ALREADY_ASKED';
      letter.asked = true;
      this.notified.add(`${you} QUESTION_ASKED ${letter.id}`);
      return this.happen(me, you, news, news);
    }
    if (deed.report !== 'NONE') this.strangers.add(arrow(you, me));
    this.standing.complain(you, me, deed.report, now);
    this.happen(me, you, ['INVITATION_UPDATED', letter.id], null);
    Object.assign(letter, { recipient: 'DECLINED', declined: { at: now, changes: this.changes.get(both(me, you)) } });
    return null;
  }

  private withdraw(letter: Letter, now: number): ErrorCode | null {
    if (letter.sender !== 'PENDING') return 'INVITATION_CLOSED';
    this.withdrawn.set(arrow(letter.from, letter.to), now);
    return this.end(letter, 'WITHDRAWN');
  }

  private face(me: number, you: number, kind: AboutPeer['kind'], now: number): ErrorCode | null {
    const pair = both(me, you);
    if (kind === 'disconnect') {
      if (!this.connected.delete(pair)) return 'NOT_CONNECTED';
      return this.happen(me, you, ['CONNECTION_REMOVED', you], ['CONNECTION_REMOVED', me]);
    }
    if (kind === 'unblock') {
      if (!this.blocked.delete(arrow(me, you))) return 'NOT_BLOCKED';
      this.unblocked.set(arrow(me, you), now);
      return this.happen(me, you, ['BLOCK_REMOVED', you], null);
    }
    if (this.blocked.has(arrow(me, you))) return 'MEMBER_BLOCKED';
    if (kind === 'allow') {
      this.makePeace(you, me, now);
      this.happen(me, you, ['MEMBER_ALLOWED', you], null);
      const declined = this.openBetween(me, you)?.declined;
      const changes = this.changes.get(pair) ?? 0;
      if (declined?.changes === changes - 1) Object.assign(declined, { changes });
      return null;
    }
    if (now < (this.unblocked.get(arrow(me, you)) ?? Number.NEGATIVE_INFINITY) + this.policy.blockCooldown)
      return 'BLOCKED_RECENTLY';
    return this.block(me, you, now);
  }

  private block(me: number, you: number, now: number): null {
    const open = this.openBetween(me, you);
    const news: [string, number] | null = this.connected.delete(both(me, you))
      ? ['CONNECTION_REMOVED', me]
      : !open
        ? null
        : open.from === you
          ? ['INVITATION_EXPIRED', open.id]
          : open.recipient === 'PENDING'
            ? ['INVITATION_REMOVED', open.id]
            : null;
    if (open?.from === me) this.withdrawn.set(arrow(me, you), now);
    if (open) this.close(open, open.from === me ? 'WITHDRAWN' : 'EXPIRED');
    for (const line of this.notified) {
      const [member, , id] = line.split(' ').map(Number);
      const letter = this.letters.get(id ?? 0);
      if (letter && both(letter.from, letter.to) === both(me, you) && [me, you].includes(member ?? 0))
        this.notified.delete(line);
    }
    this.blocked.add(arrow(me, you));
    return this.happen(me, you, ['BLOCK_CREATED', you], news);
  }

  private connect(letter: Letter, me: number, now: number): null {
    const you = letter.from;
    Object.assign(letter, { sender: 'ACCEPTED', recipient: 'ACCEPTED' });
    this.connected.add(both(me, you));
    this.makePeace(you, me, now);
    this.notified.add(`${you} INVITATION_ACCEPTED ${letter.id}`);
    return this.happen(me, you, ['CONNECTION_CREATED', you], ['CONNECTION_CREATED', me]);
  }

  /** It ends without an acceptance: the sender hears, the recipient if they saw it. */
  private end(letter: Letter, how: 'WITHDRAWN' | 'EXPIRED'): null {
    const seen = letter.recipient === 'PENDING';
    this.close(letter, how);
    const news: [string, number] = [`INVITATION_${how}`, letter.id];
    return this.happen(letter.from, letter.to, news, seen ? ['INVITATION_REMOVED', letter.id] : null);
  }

  private close(letter: Letter, how: 'WITHDRAWN' | 'EXPIRED'): void {
    letter.sender = how;
    this.notified.delete(`${letter.from} QUESTION_ASKED ${letter.id}`);
    if (letter.recipient !== 'PENDING' && letter.recipient !== 'FILED') return;
    letter.recipient = 'REMOVED';
    for (const kind of ['INVITATION_RECEIVED', 'QUESTION_ANSWERED'])
      this.notified.delete(`${letter.to} ${kind} ${letter.id}`);
  }

  private happen(
    me: number,
    you: number,
    mine: readonly [string, number],
    yours: readonly [string, number] | null,
  ): null {
    this.changes.set(both(me, you), (this.changes.get(both(me, you)) ?? 0) + 1);
    this.hear(me, ...mine);
    return yours ? this.hear(you, ...yours) : null;
  }

  private hear(member: number, kind: string, subject: number | string): null {
    this.told.set(member, [...(this.told.get(member) ?? []), `${kind} ${subject}`]);
    return null;
  }

  private openBetween(one: number, other: number): Letter | undefined {
    return [...this.letters.values()].find((l) => l.sender === 'PENDING' && both(l.from, l.to) === both(one, other));
  }

  private sentSince(member: number, since: number): number {
    return [...this.letters.values()].filter((l) => l.from === member && l.counted && l.sentAt > since).length;
  }

  private full(me: number, you: number): ErrorCode | null {
    if (this.connections(me) >= this.policy.networkLimit) return 'NETWORK_FULL';
    return this.connections(you) >= this.policy.networkLimit ? 'PEER_NETWORK_FULL' : null;
  }
}
