import { createHmac, timingSafeEqual } from 'node:crypto';
import { GraphQLError } from 'graphql';

/** A place in a member's stream: just after event `seq`, which carries `tag`, in the history named `epoch`. */
export interface Position {
  readonly epoch: number;
  readonly seq: number;
  readonly tag: number;
}

const VERSION = 1;
const WIDTH = 6;
const MAC_LENGTH = 10;
const BODY_LENGTH = 1 + 4 * WIDTH;

/** Turns positions into cursors and back. A cursor is bound to its member and signed: nobody else's, and no guess, is accepted. */
export class StreamCursors {
  constructor(private readonly key: Buffer) {}

  encode(member: number, { epoch, seq, tag }: Position): string {
    const body = Buffer.allocUnsafe(BODY_LENGTH);
    body.writeUInt8(VERSION, 0);
    for (const [index, value] of [member, epoch, seq, tag].entries()) body.writeUIntBE(value, 1 + index * WIDTH, WIDTH);
    return Buffer.concat([body, this.mac(body)]).toString('base64url');
  }

  /** Throws one and the same error for garbage, for another member's cursor and for another deployment's. */
  decode(member: number, cursor: string): Position {
    const bytes = Buffer.from(cursor, 'base64url');
    const body = bytes.subarray(0, BODY_LENGTH);
    const whole = bytes.length === BODY_LENGTH + MAC_LENGTH && bytes.toString('base64url') === cursor;
    if (!whole || !timingSafeEqual(this.mac(body), bytes.subarray(BODY_LENGTH))) throw invalidCursor();
    const [owner, epoch, seq, tag] = [0, 1, 2, 3].map((index) => body.readUIntBE(1 + index * WIDTH, WIDTH));
    if (body.readUInt8(0) !== VERSION || owner !== member) throw invalidCursor();
    return { epoch: epoch ?? 0, seq: seq ?? 0, tag: tag ?? 0 };
  }

  private mac(body: Buffer): Buffer {
    return createHmac('sha256', this.key).update(body).digest().subarray(0, MAC_LENGTH);
  }
}

function invalidCursor(): GraphQLError {
  return new GraphQLError('This is not a cursor of your stream. Take a new one from `snapshot`.', {
    extensions: { code: 'BAD_USER_INPUT', argument: 'after' },
  });
}
