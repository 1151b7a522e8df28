import { GraphQLError } from 'graphql';
import { StreamCursors } from '../../src/events/stream-cursor';

const cursors = new StreamCursors(Buffer.alloc(32, 1));
const GRACE = 17;
const POSITION = { epoch: 2 ** 47 - 1, seq: 123_456, tag: 987_654_321 };
const cursor = cursors.encode(GRACE, POSITION);

/** What the reader of a cursor is told. */
function refusal(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof GraphQLError ? [error.message, error.extensions] : error;
  }
}

const REFUSED = refusal(() => cursors.decode(GRACE, ''));

test('Grace gets back the position that her cursor stands for', () => {
  expect(cursors.decode(GRACE, cursor)).toEqual(POSITION);
  expect(cursors.decode(2 ** 47, cursors.encode(2 ** 47, { epoch: 1, seq: 0, tag: 1 }))).toEqual({
    epoch: 1,
    seq: 0,
    tag: 1,
  });
});

test.each([
  ['garbage', 'not a cursor'],
  ['a cursor cut short', cursor.slice(0, -1)],
  ['a cursor with something behind it', `${cursor}A`],
  ['a cursor in another alphabet', `${cursor.slice(0, -1)}=`],
  ['a cursor of a list', Buffer.from('["invitations",1]').toString('base64url')],
])('Grace is told the same of %s', (_case, text) => {
  expect(refusal(() => cursors.decode(GRACE, text))).toEqual(REFUSED);
  expect(REFUSED).toEqual([expect.stringContaining('snapshot'), { code: 'BAD_USER_INPUT', argument: 'after' }]);
});

test('Grace cannot use the cursor of another member, nor of another deployment', () => {
  expect(refusal(() => cursors.decode(GRACE + 1, cursor))).toEqual(REFUSED);
  expect(refusal(() => new StreamCursors(Buffer.alloc(32, 2)).decode(GRACE, cursor))).toEqual(REFUSED);
});

test('A cursor with any one bit turned over is refused', () => {
  const bytes = Buffer.from(cursor, 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect([bit, refusal(() => cursors.decode(GRACE, flipped.toString('base64url')))]).toEqual([bit, REFUSED]);
  }
});

test('A cursor with any one character changed is refused', () => {
  for (let place = 0; place < cursor.length; place++) {
    const other = cursor[place] === 'A' ? 'B' : 'A';
    const changed = cursor.slice(0, place) + other + cursor.slice(place + 1);
    expect([place, refusal(() => cursors.decode(GRACE, changed))]).toEqual([place, REFUSED]);
  }
});
