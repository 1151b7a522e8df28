import { Entity, Index } from 'typeorm';
import { Integer, NullableInteger, PrimaryInteger } from '../database/columns';

/**
 * Somebody who has been erased: no more than a number and times. `joinedAt` tells them from whoever may be given the same
 * number after an older backup was restored. While `finishedAt` is null, some of what mentions them is still there.
 */
@Index('erasures_by_end', ['finishedAt'])
@Entity({ name: 'erasure' })
export class Erasure {
  @PrimaryInteger('member_id')
  memberId: number;

  @Integer({ name: 'joined_at' })
  joinedAt: number;

  @Integer({ name: 'erased_at' })
  erasedAt: number;

  @NullableInteger({ name: 'finished_at' })
  finishedAt: number | null;
}
