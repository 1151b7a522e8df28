import { StreamCursors } from '../../src/events/stream-cursor';
import { toGlobalId } from '../../src/graphql/global-id';
import { type AppEvent, MemberView } from './clients/member-view';
import { type Anomaly, StreamChecker } from './clients/stream-checker';
import { diverged } from './comparison';
import { type TrueStream, untrueFor } from './truth';

/** Grace's stream: event `seq` carries the tag `1000 + seq`. What a server could do wrong with it is planted here. */
const GRACE = 7;
const ALAN = { id: toGlobalId('Member', 8), relationship: { state: 'CONNECTED', asOfSeq: '1' } };
const cursors = new StreamCursors(Buffer.from('a key'));
const cursorAt = (seq: number, tag = 1000 + seq, epoch = 1) => cursors.encode(GRACE, { epoch, seq, tag });
const EPOCHS = [{ epoch: 1, since: 0 }];

function event(seq: number, more: Partial<AppEvent> = {}): AppEvent {
  const about = { kind: 'PROFILE_UPDATED', __typename: 'ProfileUpdatedEvent', occurredAt: '2026-01-01T00:00:00Z' };
  return { ...about, seq: String(seq), cursor: cursorAt(seq), ...more };
}
const batch = (...events: AppEvent[]) => ({ events, cursor: events.at(-1)?.cursor ?? '' });
const found = (anomalies: readonly Anomaly[]) => anomalies.map(({ what, seq }) => `${what} ${seq}`);

let checker: StreamChecker;
beforeEach(() => {
  checker = new StreamChecker(cursorAt(0));
});

describe('A checking client of Grace', () => {
  test('finds nothing wrong with a stream that is whole, over two connections', () => {
    checker.hears(batch(event(1), event(2)));
    checker.hears({ cursor: cursorAt(2), head: true });
    const fresh = checker.hears(batch(event(3)));
    expect(fresh.map(({ seq }) => seq)).toEqual(['3']);
    expect(checker.anomalies).toEqual([]);
    expect(untrueFor(checker, stream(3), EPOCHS)).toEqual([]);
  });

  test('notices a gap', () => {
    checker.hears(batch(event(1), event(4)));
    expect(found(checker.anomalies)).toEqual(['lost 2', 'lost 3']);
  });

  test('notices a repeated event, and does not apply it twice', () => {
    checker.hears(batch(event(1), event(2)));
    expect(checker.hears({ events: [event(2)], cursor: cursorAt(2) })).toEqual([]);
    expect(found(checker.anomalies)).toEqual(['repeated 2']);
  });

  test('notices two events that were swapped', () => {
    checker.hears({ events: [event(2), event(1)], cursor: cursorAt(2) });
    expect(found(checker.anomalies)).toEqual(['reordered 1']);
  });

  test('notices a recovery that says it is complete and is not', () => {
    checker.hears(batch(event(1)));
    checker.hears({ cursor: cursorAt(3), head: true });
    expect(found(checker.anomalies)).toEqual(['partial 3']);
  });

  test('notices a cursor whose event is another than the one it came with', () => {
    checker.hears({ events: [event(1)], cursor: cursorAt(1, 5) });
    expect(found(checker.anomalies)).toEqual(['partial 1']);
  });

  test('notices a removal without its content, and passes over other events without theirs', () => {
    checker.hears(batch(event(1, { __typename: 'RedactedEvent', kind: 'INVITATION_RECEIVED' })));
    checker.hears(batch(event(2, { __typename: 'RedactedEvent', kind: 'CONNECTION_REMOVED' })));
    expect(found(checker.anomalies)).toEqual(['redacted removal 2']);
  });

  test('notices events that never happened: by number, by tag or by kind', () => {
    const other = event(2, { cursor: cursorAt(2, 5) });
    checker.hears(batch(event(1, { kind: 'SETTINGS_UPDATED' }), other, event(3)));
    expect(found(untrueFor(checker, stream(2), EPOCHS))).toEqual([
      'phantom 1',
      'phantom 2',
      'phantom 3',
      'not reset 3',
    ]);
  });

  test.each(['EPOCH', 'FORK', 'FUTURE', 'RETENTION'])('notices a reset for %s that nothing called for', (reason) => {
    checker.hears(batch(event(1)));
    expect(checker.hears({ reason })).toEqual([]);
    expect(found(untrueFor(checker, stream(2), EPOCHS))).toEqual(['false reset 1']);
  });

  test.each([
    ['FUTURE', stream(0)],
    ['FORK', replacing(1)],
    ['RETENTION', { ...stream(3), floor: 2 }],
  ])('accepts a reset for %s when its event is gone, replaced or deleted', (reason, then) => {
    checker.hears(batch(event(1)));
    checker.hears({ reason });
    checker.restarts(cursorAt(0));
    expect(untrueFor({ ...checker.life, resets: checker.resets }, then, EPOCHS)).toEqual([]);
  });

  test('accepts EPOCH, and no other reason, from when history began anew', () => {
    const anew = (reason: string) => {
      const grace = new StreamChecker(cursorAt(0));
      grace.hears(batch(event(1)));
      grace.hears({ reason });
      const since = performance.now();
      grace.hears({ reason });
      grace.restarts(cursorAt(1, 5, 2));
      const found = untrueFor({ ...grace.life, resets: grace.resets }, replacing(1), [...EPOCHS, { epoch: 2, since }]);
      return found.map(({ what, detail }) => `${what} ${detail}`);
    };
    // The first came before it.
    expect(anew('EPOCH')).toEqual(['false reset EPOCH']);
    expect(anew('FORK')).toEqual(['false reset FORK']);
    expect(anew('RETENTION')).toEqual(['false reset RETENTION', 'false reset RETENTION']);
  });

  test('notices that another history goes on where hers was, by an event or by a checkpoint', () => {
    checker.hears(batch(event(1), event(2, { cursor: cursorAt(2, 1002, 2) })));
    expect(found(checker.anomalies)).toEqual(['not reset 2']);
    checker.hears({ cursor: cursorAt(2, 1002, 3), head: true });
    expect(found(checker.anomalies)).toEqual(['not reset 2', 'not reset 2']);
  });

  test('notices in the end that nobody told her of a new epoch, or that her event has become another', () => {
    checker.hears(batch(event(1)));
    expect(found(untrueFor(checker, stream(1), [...EPOCHS, { epoch: 2, since: 1 }]))).toEqual(['not reset 1']);
    expect(found(untrueFor(checker, replacing(1), EPOCHS))).toEqual(['phantom 1', 'not reset 1']);
  });
});

describe('After history was lost', () => {
  const among = (live: boolean, truth: TrueStream) => {
    const clients = [{ checker, live, way: 'socket' as const, url: '', recent: [] }];
    return diverged({ clients, place: { epochs: EPOCHS }, truth: async () => new Map([[GRACE, truth]]) }, 10);
  };

  test('Grace is found when she goes on with an event that is another now, or none', async () => {
    checker.hears(batch(event(1)));
    expect(found(await among(true, replacing(1)))).toEqual(['phantom 1', 'not reset 1']);
    expect(found(await among(true, stream(0)))).toEqual(['phantom 1', 'not reset 1']);
  });

  test('she is found even when she stands where all is well again', async () => {
    checker.hears(batch(event(1), event(2)));
    expect(found(await among(true, replacing(1, 2)))).toEqual(['phantom 1']);
  });

  test('she is not while she is away, when she was reset, or had not seen what was lost', async () => {
    checker.hears(batch(event(1)));
    expect(await among(true, stream(3))).toEqual([]);
    expect(await among(false, stream(0))).toEqual([]);
    checker.hears({ reason: 'FUTURE' });
    await new Promise((resolve) => setTimeout(resolve, 2));
    checker.restarts(cursorAt(0));
    expect(await among(true, stream(0))).toEqual([]);
  });
});

describe('What Grace is shown', () => {
  const created = {
    __typename: 'ConnectionCreatedEvent',
    kind: 'CONNECTION_CREATED',
    edge: { node: ALAN },
    accepted: null,
  };

  test('is compared with a fresh reading, both ways', () => {
    const [shown, fresh] = [viewOfGrace(), viewOfGrace()];
    shown.applies(event(1, created));
    expect(shown.differences(fresh)).toEqual([expect.stringMatching(/^wrongly shown: relationship/)]);
    expect(fresh.differences(shown)).toEqual([expect.stringMatching(/^not shown: relationship/)]);
    fresh.reads([ALAN]);
    expect(shown.differences(fresh)).toEqual([]);
  });

  test('does not change by an event that a list has shown already', () => {
    const [shown, fresh] = [viewOfGrace(), viewOfGrace()];
    for (const view of [shown, fresh]) view.reads([{ ...ALAN, relationship: { state: 'CONNECTED', asOfSeq: '5' } }]);
    const ended = { ...ALAN, relationship: { state: 'NONE', asOfSeq: '4' } };
    shown.applies(event(4, { __typename: 'ConnectionRemovedEvent', kind: 'CONNECTION_REMOVED', member: ended }));
    expect(shown.differences(fresh)).toEqual([]);
    shown.applies(event(6, { __typename: 'ConnectionRemovedEvent', kind: 'CONNECTION_REMOVED', member: ended }));
    expect(shown.differences(fresh)).toHaveLength(1);
  });
});

const viewOfGrace = () => new MemberView(toGlobalId('Member', GRACE));

/** What the database says of Grace's stream: events 1 to `last`. */
function stream(last: number): TrueStream {
  const seqs = Array.from({ length: last }, (_, n) => n + 1);
  const events = new Map(seqs.map((seq) => [seq, { tag: 1000 + seq, kind: 'PROFILE_UPDATED' }]));
  return { floor: 0, last, events };
}

/** The same with another event in the place of this one. */
function replacing(seq: number, last = seq): TrueStream {
  const { events, ...rest } = stream(last);
  return { ...rest, events: new Map([...events, [seq, { tag: 5, kind: 'PROFILE_UPDATED' }]]) };
}
