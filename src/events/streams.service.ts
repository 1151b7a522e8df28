import type { Database } from '../database/database';
import { Turns } from '../database/turns';
import type { Departure } from '../graphql/departure';
import { FewATurn } from './few-a-turn';
import { Following, type Streams } from './following';
import type { Messages } from './message';
import { readHead, readStream } from './stream.queries';
import { type Continuation, continueFrom } from './stream.rules';
import type { Position, StreamCursors } from './stream-cursor';
import { Turn } from './turn';
import type { Waiters } from './waiters';

export interface StreamsOptions extends Pick<Streams, 'checkpoint' | 'delivered'> {
  readonly database: Database;
  readonly cursors: StreamCursors;
  readonly waiters: Waiters;
  /** How many long pages of those who come from afar may be under way. */
  readonly catchingUp: number;
}

/** Reads and follows members' streams. The database is the truth; a wake-up only says that reading is worth while. */
export class StreamsService {
  private readonly turns: Turns;
  private readonly pages = new FewATurn();
  private readonly followed: Streams;

  constructor(private readonly options: StreamsOptions) {
    const { database, catchingUp, checkpoint, delivered } = options;
    this.turns = new Turns(catchingUp);
    this.followed = {
      ...{ checkpoint, delivered, passing: (error) => database.passing(error) },
      head: (member) => this.head(member),
      page: (member, position, most) => this.page(member, position, most),
    };
  }

  get cursors(): StreamCursors {
    return this.options.cursors;
  }

  /** Where the member's stream ends now. Throws when there is no such member. */
  async head(member: number): Promise<Position> {
    const position = await readHead(this.options.database, member);
    if (!position) throw new Error('A signed-in member has no stream.');
    return position;
  }

  async page(member: number, position: Position, most: number): Promise<Continuation> {
    const reading = await readStream(this.options.database.together, member, position.seq, most);
    return reading ? continueFrom(position, reading, most) : { reset: 'FUTURE' };
  }

  /**
   * Everything after `from` (null: from now on), without gap or repetition, for as long as it is read. The waiter is
   * registered before the first reading, so that nothing can happen unnoticed between the two. Before its connection ends
   * the page under way is told, and then where that leaves the reader.
   */
  follow(member: number, from: Position | null, departure: Departure): Messages {
    const waiter = this.options.waiters.register(member);
    return new Following(this.followed, member, from, waiter, new Turn(this.turns, this.pages), departure);
  }
}
