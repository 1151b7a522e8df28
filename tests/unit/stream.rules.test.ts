import type { NewEvent } from '../../src/events/event';
import type { StoredEvent, StreamReading } from '../../src/events/stream.queries';
import { continueFrom, continueWith } from '../../src/events/stream.rules';

const EPOCH = 7;
const tagOf = (seq: number) => 1000 + seq;
const at = (seq: number, tag = tagOf(seq)) => ({ epoch: EPOCH, seq, tag });

function event(seq: number): StoredEvent {
  return { seq, tag: tagOf(seq), kind: 'PROFILE_UPDATED', subject: null, payload: null, at: 0 };
}

/** What is read of a stream with the events `floor + 1` to `last`, from `seq` on. */
function reading(seq: number, { floor = 0, last = 10, most = 100, without = 0 } = {}): StreamReading {
  const all = Array.from({ length: last - floor }, (_, index) => event(floor + 1 + index));
  return {
    ...{ epoch: EPOCH, lastSeq: last, lastTag: tagOf(last), floorSeq: floor, floorTag: tagOf(floor) },
    events: all.filter((e) => e.seq >= seq && e.seq !== without).slice(0, most + 1),
  };
}

const seqs = (page: ReturnType<typeof continueFrom>) =>
  page.reset === null ? page.events.map(({ seq }) => seq) : page.reset;

test('Grace goes on right behind the event she saw last, up to the end', () => {
  const page = continueFrom(at(7), reading(7), 100);
  expect(page).toMatchObject({ reset: null, head: true, position: at(10) });
  expect(seqs(page)).toEqual([8, 9, 10]);
});

test('Grace, who has seen everything, stays where she is', () => {
  expect(continueFrom(at(10), reading(10), 100)).toEqual({ reset: null, events: [], position: at(10), head: true });
});

test('Grace gets a page at a time, and each page follows the one before', () => {
  let position = at(0);
  const pages: unknown[] = [];
  for (let head = false; !head; ) {
    const page = continueFrom(position, reading(position.seq, { most: 4 }), 4);
    if (page.reset !== null) throw new Error(page.reset);
    pages.push(seqs(page));
    ({ head, position } = page);
  }
  expect(pages).toEqual([
    [1, 2, 3, 4],
    [5, 6, 7, 8],
    [9, 10],
  ]);
});

test('Grace goes on from the last event that was deleted, whose tag is remembered', () => {
  expect(seqs(continueFrom(at(4), reading(4, { floor: 4 }), 100))).toEqual([5, 6, 7, 8, 9, 10]);
  expect(seqs(continueFrom(at(4, 1), reading(4, { floor: 4 }), 100))).toBe('FORK');
});

test('A member who has no events yet has a stream all the same', () => {
  const page = continueFrom(at(0), reading(0, { last: 0 }), 100);
  expect(page).toEqual({ reset: null, events: [], position: at(0), head: true });
});

test('Grace is told when the events after her cursor are deleted', () => {
  expect(seqs(continueFrom(at(3), reading(3, { floor: 4 }), 100))).toBe('RETENTION');
});

test('Grace is told when the operator has begun another epoch, whatever else is true', () => {
  expect(seqs(continueFrom({ ...at(99), epoch: 6 }, reading(99), 100))).toBe('EPOCH');
});

test('Grace is told when another event has taken the number of the one she saw', () => {
  expect(seqs(continueFrom(at(7, 1), reading(7), 100))).toBe('FORK');
  expect(seqs(continueFrom(at(10, 1), reading(10), 100))).toBe('FORK');
});

test('Grace is told when the database has forgotten the event she saw', () => {
  expect(seqs(continueFrom(at(11), reading(11), 100))).toBe('FUTURE');
});

test('Grace is never sent a page with a hole in it, wherever the hole is', () => {
  for (const without of [7, 8, 9, 10])
    expect([without, seqs(continueFrom(at(7), reading(7, { without }), 100))]).toEqual([
      without,
      without === 7 ? 'FORK' : 'RETENTION',
    ]);
});

describe('events that come with the bell', () => {
  const position = { epoch: 7, seq: 4, tag: 44 };
  const event = (seq: number, previousTag: number): NewEvent => ({
    ...{ memberId: 1, seq, tag: seq * 11, previousTag, changeId: 1, kind: 'INVITATION_SENT' as const },
    ...{ subject: 1, actor: 1, payload: null, at: 0 },
  });

  test('are taken when they are exactly the next, and the event before them is ours', () => {
    expect(continueWith(position, [event(5, 44), event(6, 55)], 100)).toMatchObject({
      position: { epoch: 7, seq: 6, tag: 66 },
      head: true,
    });
  });

  test.each([
    ['there are none', []],
    ['one is missing before them', [event(6, 44)]],
    ['they were told already', [event(4, 44)]],
    ['history before them is not ours', [event(5, 45)]],
    ['one is missing among them', [event(5, 44), event(7, 55)]],
    ['they are too many for a batch', Array.from({ length: 101 }, (_, n) => event(5 + n, n === 0 ? 44 : 0))],
  ])('are left when %s: then the stream is read', (_why, events) => {
    expect(continueWith(position, events, 100)).toBeNull();
  });
});
