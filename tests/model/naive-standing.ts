import type { ErrorCode } from '../../src/errors';
import type { Policy } from '../../src/policy';
import type { Report } from '../../src/relationships/command';

const DAY = 86_400_000;

interface Complaint {
  readonly about: number;
  readonly by: number;
  readonly kind: Exclude<Report, 'NONE'>;
  /** The only midnight there is when the delay is a day, no more and no less. */
  readonly counts: number;
}

interface Rank {
  readonly name: 'GOOD' | 'CAREFUL' | 'RESTRICTED';
  readonly since: number;
  readonly until: number;
  readonly times: number;
  readonly appealed: number;
}

const FIRST: Rank = { name: 'GOOD', since: 0, until: 0, times: 0, appealed: -1 };

const showsAt = (now: number): number => Math.ceil((now + DAY) / DAY) * DAY;

/** Who stands how, told another way: a pile of complaints, and a look at it whenever somebody asks. */
export class NaiveStanding {
  complaints: readonly Complaint[] = [];
  /** When it is time to look again at those with whom somebody has made peace. */
  private readonly peaceShows = new Map<number, number>();
  private readonly ranks = new Map<number, Rank>();

  constructor(private readonly policy: Policy) {}

  complain(about: number, by: number, kind: Report, now: number): void {
    if (kind === 'NONE') return;
    this.complaints = [...this.complaints, { about, by, kind, counts: showsAt(now) }];
  }

  makePeace(about: number, by: number, now: number): void {
    const left = this.complaints.filter((one) => one.about !== about || one.by !== by);
    if (left.length < this.complaints.length) this.peaceShows.set(about, showsAt(now));
    this.complaints = left;
  }

  of(member: number): Rank {
    return this.ranks.get(member) ?? FIRST;
  }

  isRestricted(member: number, now: number): boolean {
    return this.of(member).name === 'RESTRICTED' && now < this.of(member).until;
  }

  /** Whether anything would come of a look now. */
  wouldChange(member: number, now: number): boolean {
    const [before, after] = [this.of(member), this.look(member, now)];
    return before.name !== after.name || before.since !== after.since;
  }

  /** Whether it is time for what would come of a look. */
  isDue(member: number, now: number): boolean {
    return this.wouldChange(member, now) && now >= (this.peaceShows.get(member) ?? 0);
  }

  recount(member: number, now: number): void {
    this.ranks.set(member, this.look(member, now));
  }

  appeal(member: number, now: number): ErrorCode | null {
    const rank = this.of(member);
    if (!this.isRestricted(member, now)) return 'NOT_RESTRICTED';
    if (rank.appealed >= rank.since) return 'ALREADY_APPEALED';
    this.ranks.set(member, { ...rank, appealed: now });
    return null;
  }

  private look(member: number, now: number): Rank {
    const { policy } = this;
    const rank = this.of(member);
    if (this.isRestricted(member, now)) return rank;
    const all = this.complaints.filter(({ about, counts }) => about === member && counts <= now);
    const heard = new Set(all.map(({ by }) => by)).size >= policy.reportersLeast ? all : [];
    let weight = 0;
    for (const { kind, counts } of heard) {
      let share = kind === 'SPAM' ? policy.spamWeight : policy.unknownWeight;
      for (let age = now - counts; age >= policy.reportHalfLife; age -= policy.reportHalfLife) share /= 2;
      weight += share;
    }
    if (weight >= policy.restrictedFrom && heard.some(({ counts }) => counts > rank.until)) {
      const length = rank.times === 0 ? policy.firstRestriction : policy.nextRestriction;
      return { ...rank, name: 'RESTRICTED', since: now, until: now + length, times: rank.times + 1 };
    }
    return { ...rank, name: weight >= policy.carefulFrom ? 'CAREFUL' : 'GOOD' };
  }
}
