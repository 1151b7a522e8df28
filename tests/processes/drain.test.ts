import { People, type Person } from '../kit/person';
import { newPlace, type Place } from '../kit/place';
import { SseClient } from '../kit/sse-client';
import { type Program, startProcess } from '../kit/start-process';
import { EVENTS, StreamListener, type StreamMessage } from '../realtime/stream-listener';

/** Follows somebody's stream at one process until that sends them away, then at another; resolves to what was heard. */
class Follower {
  readonly seqs: number[] = [];
  lastBeforeLeaving: string | undefined;
  private listener: StreamListener | undefined;

  constructor(readonly person: Person) {}

  async follow(here: string, there: string): Promise<void> {
    this.listener = await StreamListener.start(here, this.person);
    for (;;) {
      const message = await this.listener.message().catch(() => undefined);
      if (!message) break;
      this.lastBeforeLeaving = message.__typename;
      this.take(message);
    }
    expect(await this.listener.socket.closed()).toMatchObject({ code: 1012 });
    const { cursor } = this.listener;
    this.listener = await StreamListener.start(there, this.person, cursor);
    for (const { seq } of this.listener.taken()) this.seqs.push(Number(seq));
  }

  async hearsUpTo(seq: number): Promise<void> {
    while ((this.seqs.at(-1) ?? 0) < seq && this.listener) this.take(await this.listener.message());
    await this.listener?.socket.close();
  }

  private take({ __typename, events }: StreamMessage): void {
    if (__typename === 'EventBatch') this.seqs.push(...events.map(({ seq }) => Number(seq)));
  }
}

describe('a process that is asked to stop under load', () => {
  let place: Place;
  let programs: Program[] = [];

  beforeAll(async () => {
    place = await newPlace({ on: 'mariadb' });
    const start = () => startProcess({ ...place.env, DRAIN_SECONDS: '3' });
    programs = [await start(), await start()];
  });
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.stop()));
    await place.remove();
  });

  test('fails nobody, and everybody goes on at the other without a gap', async () => {
    const [here, there] = [programs[0]?.url ?? '', programs[1]?.url ?? ''];
    const people = await new People(here).signUpAll(...Array.from({ length: 8 }, (_, n) => `Person ${n}`));
    const followers = people.map((person) => new Follower(person));
    const [first] = people;
    const stream = await SseClient.ask(here, first?.token, { query: EVENTS });
    await stream.hears('next');

    let stopped = false;
    const counts = people.map(() => 0);
    const writing = people.map(async (person, index) => {
      const elsewhere = person.at(there);
      // As a balancer does: to the other process as soon as this one says that it is not ready.
      let ready = true;
      for (let n = 0; !stopped; n++) {
        ready = ready && (await fetch(`${here}/readyz`)).status === 200;
        await (ready ? person : elsewhere).does('updateProfile', { headline: `Version ${n}` });
        counts[index] = n + 1;
      }
    });
    const following = followers.map((follower) => follower.follow(here, there));
    await stream.hears('next');
    expect(await programs[0]?.stop()).toBe(0);
    await Promise.all(following);
    stopped = true;
    await Promise.all(writing);
    await stream.closed();
    expect(stream.unread.map(({ event }) => event)).not.toContain('complete');

    for (const [index, follower] of followers.entries()) {
      expect(follower.lastBeforeLeaving).toBe('Checkpoint');
      const { viewer } = await follower.person
        .at(there)
        .asks<{ viewer: { member: { headline: string } } }>('{ viewer { member { headline } } }');
      expect(viewer.member.headline).toBe(`Version ${(counts[index] ?? 0) - 1}`);
      await follower.hearsUpTo(await lastSeq(follower.person.at(there)));
      expect(follower.seqs.length).toBeGreaterThan(0);
      expect(follower.seqs).toEqual(follower.seqs.map((_, at) => (follower.seqs[0] ?? 0) + at));
    }
  });
});

/** The number of somebody's last event: an event of their own, which they make for that. */
async function lastSeq(person: Person): Promise<number> {
  const { snapshot } = await person.asks<{ snapshot: { cursor: string } }>('{ snapshot { cursor } }');
  await person.does('updateProfile', { headline: 'The last' });
  const { eventPage } = await person.asks<{ eventPage: { events: { seq: string }[] } }>(
    'query ($after: Cursor!) { eventPage(after: $after) { events { seq } } }',
    { after: snapshot.cursor },
  );
  return Number(eventPage.events[0]?.seq);
}
