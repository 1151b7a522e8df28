import type { Scheduler } from '../../src/invitations/scheduler';
import { TestClock } from '../kit/clock';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';
import { type Cast, meet } from './cast';
import { Dice } from './dice';
import type { No } from './noes';
import { Requests } from './requests';
import type { Script, Step } from './script';
import type { Seen } from './watcher';
import { withScheduler } from './with-scheduler';

const DAY = 86_400_000;
const BEGINNING = Date.UTC(2026, 0, 5, 9);
/** Longer than any script lasts. */
const BETWEEN = 3000 * DAY;

/** The documents select everything, which is more than a client may ask for at once. */
const WIDE = {
  ...{ MAX_TOKENS: '100000', MAX_DOCUMENT_BYTES: '1000000', MAX_BODY_BYTES: '2000000', MAX_COST: '10000000' },
  ...{
    MAX_ALIASES: '10000',
    MAX_DEPTH: '40',
    RATE_LIMITS: 'off',
    RETENTION_DAYS: '3650',
    ANSWER_HOLD_MS: '0',
    BLOCK_COOLDOWN_HOURS: '0',
  },
};

/** Does something to the server when a no was said, as a careless implementation would. */
export type Leak = (town: TestApp, invitation: number) => Promise<unknown>;

/** A server of its own, on which the recipient of every script says no in the same way. */
export class World {
  private cast: Cast | undefined;
  private gone = false;

  private constructor(
    readonly name: string,
    private readonly no: No,
    private readonly town: TestApp,
    private readonly scheduler: Scheduler,
    private readonly requests: Requests,
    private readonly leak: Leak | undefined,
  ) {}

  static async open(name: string, no: No, leak?: Leak): Promise<World> {
    const [town, scheduler] = await withScheduler(() =>
      startApp(
        { ...STEADY, ...WIDE, QUOTA_PER_DAY: '6', QUOTA_PER_WEEK: '9', OPEN_LIMIT: '4' },
        new TestClock(BEGINNING),
      ),
    );
    return new World(name, no, town, scheduler, new Requests(town.app.schema), leak);
  }

  close(): Promise<void> {
    return this.town.stop();
  }

  /** Whether a script can happen here at all. */
  fits({ asks }: Script): boolean {
    return !(asks && this.no.unseen);
  }

  /** New people come, who know one another as they do in every world. A world needs them even for a script that does not fit it. */
  async gather(number: number): Promise<void> {
    const { clock } = this.town;
    clock.advance(BEGINNING + number * BETWEEN - clock.now);
    this.cast = await meet(this.town, this.requests, this.no, number);
    this.gone = false;
  }

  async begin(script: Script): Promise<Seen[]> {
    const { grace, alan, bea } = this.people;
    if (this.no.admission) await this.chooses();
    for (const watcher of [alan, bea]) await watcher.sitsDown();
    if (script.asks) {
      await alan.does('sendInvitation', new Dice(1), { recipientId: grace.id, note: 'Shall we?', context: null });
      for (const invitationId of await this.waiting())
        await grace.does('askSender', { invitationId, question: 'Where did we meet?' });
    }
    return this.notes(new Dice(1), 3);
  }

  async step({ move, seed }: Step): Promise<Seen[]> {
    await this.moves(move, new Dice(seed));
    // Dice of their own: how often the recipient throws hers differs between the worlds.
    return this.notes(new Dice(-seed), 2);
  }

  /** Everything is looked at once more, and again when all that was open is over and they have invited anew. */
  async end(): Promise<Seen[]> {
    const { grace, alan, bea } = this.people;
    for (const watcher of [alan, bea]) await watcher.looksAtAll(new Dice(1));
    this.town.clock.advance(181 * DAY);
    await this.scheduler.sweep();
    for (const watcher of [alan, bea]) {
      await watcher.looks(new Dice(1), 3);
      await watcher.does('sendInvitation', new Dice(1), { recipientId: grace.id, reason: 'OTHER', context: null });
    }
    const seen = await this.notes(new Dice(2), 3);
    for (const watcher of [alan, bea]) await watcher.leaves();
    return seen;
  }

  private get people(): Cast {
    if (!this.cast) throw new Error('Nobody is here yet.');
    return this.cast;
  }

  private async notes(dice: Dice, looks: number): Promise<Seen[]> {
    const { alan, bea } = this.people;
    for (const watcher of [alan, bea]) {
      await watcher.catchesUp();
      await watcher.looks(dice, looks);
    }
    return [...alan.notes(), ...bea.notes()];
  }

  private async moves(move: Step['move'], dice: Dice): Promise<void> {
    const { grace, alan, bea } = this.people;
    const sender = dice.once(3) ? bea : alan;
    const invitationId = sender.memory.seen('Invitation').at(-1 - dice.below(3));
    switch (move) {
      case 'invites':
        return sender.does('sendInvitation', dice, { recipientId: grace.id, reason: 'COLLEAGUE', context: null });
      case 'withdraws':
        return sender.does('withdrawInvitation', dice, { invitationId: invitationId ?? 'none' });
      case 'replies':
        return sender.does('answerQuestion', dice, { invitationId: invitationId ?? 'none' });
      case 'does anything':
        return sender.doesAnything(dice);
      case 'says no':
        return this.saysNo(dice);
      case 'speaks up':
        return this.speaksUp(dice);
      case 'is around':
        return this.isAround(dice);
      case 'waits':
        this.town.clock.advance((dice.of([0.005, 0.4, 1.5, 8, 22, 60, 181]) ?? 1) * DAY);
        if (!dice.once(3)) await this.scheduler.sweep();
    }
  }

  /** What the recipient does without a word, in this world's way. */
  private async saysNo(dice: Dice): Promise<void> {
    const { grace } = this.people;
    if (this.no.leaves) return this.leavesThem(this.no.leaves);
    if (this.no.admission) await this.chooses();
    for (const invitationId of await this.waiting()) {
      for (const [mutation, input] of this.no.answers?.(invitationId, this.town.clock.now, dice) ?? [])
        await grace.does(mutation, input);
      await this.leak?.(this.town, Number(Buffer.from(invitationId, 'base64url').toString().split(':')[1]));
    }
  }

  private async leavesThem(how: 'blocks' | 'closes'): Promise<void> {
    const { grace, alan, bea } = this.people;
    this.gone = true;
    if (how === 'closes') {
      const { errors } = await grace.does('eraseMe', { password: grace.password });
      if (errors.length > 0) throw new Error(`Grace could not close her account: ${JSON.stringify(errors)}`);
      return;
    }
    for (const { person } of [alan, bea]) await grace.blocks(person);
  }

  private chooses(): Promise<unknown> {
    return this.people.grace.does('updateSettings', { admission: this.no.admission?.(this.town.clock.now) });
  }

  /** What the recipient does for everybody to see, in all worlds alike. */
  private async speaksUp(dice: Dice): Promise<void> {
    const { grace, alan, bea } = this.people;
    if (this.gone) return;
    const memberId = (dice.once(3) ? bea : alan).person.id;
    const [mutation = '', input = {}] =
      dice.of<readonly [string, object]>([
        ['sendInvitation', { recipientId: memberId, reason: 'OTHER' }],
        ['removeConnection', { memberId }],
        ['blockMember', { memberId }],
        ['unblockMember', { memberId }],
        ['updateProfile', { headline: `Number ${dice.below(9)}`, location: 'Lisbon' }],
        ['updateSettings', { connectionsVisibleTo: dice.of(['EVERYONE', 'CONNECTIONS', 'ONLY_ME']) }],
      ]) ?? [];
    await grace.does(mutation, input);
  }

  /** What others do around them. */
  private async isAround(dice: Dice): Promise<void> {
    const { grace, alan, bea, carol, dan } = this.people;
    const one = dice.of([carol, dan]) ?? carol;
    const other = dice.of([alan.person, bea.person, grace, one === carol ? dan : carol]) ?? grace;
    if (this.gone && other === grace) return;
    const [by, to] = other === grace || dice.once(2) ? [other, one] : [one, other];
    const { invitation } = await by.does<{ invitation: { id: string } | null }>(
      ...(['sendInvitation', { recipientId: to.id, reason: 'CLASSMATE' }, 'invitation { id }'] as const),
    );
    if (invitation && dice.once(2)) await to.accepts(invitation.id);
  }

  /** The invitations of the two that wait for the recipient's answer, oldest first. */
  private async waiting(): Promise<string[]> {
    const { grace, alan, bea } = this.people;
    const trays = await Promise.all(
      ['MAIN', 'OTHER', 'SNOOZED'].map((tray) => grace.asks<Received>(RECEIVED, { filter: { tray } })),
    );
    return trays
      .flatMap(({ viewer }) => viewer.invitationsReceived.edges.map(({ node }) => node))
      .flatMap(({ id, sender }) => ([alan.person.id, bea.person.id].includes(sender.id) ? [id] : []));
  }
}

interface Received {
  readonly viewer: {
    readonly invitationsReceived: { readonly edges: { readonly node: { id: string; sender: { id: string } } }[] };
  };
}

const RECEIVED = `query ($filter: ReceivedFilter) {
  viewer { invitationsReceived(filter: $filter, orderBy: OLDEST, first: 50) { edges { node { id sender { id } } } } }
}`;
