import { Column, Entity } from 'typeorm';
import { Integer, PrimaryInteger } from '../database/columns';

/** Whom and which pairs one committed batch touched, and whose sessions it ended, as JSON lists of ids. */
@Entity({ name: 'lane_batch', withoutRowid: true })
export class LaneBatch {
  @PrimaryInteger('lane_id')
  laneId: number;

  @PrimaryInteger()
  seq: number;

  @Integer()
  tag: number;

  @Column({ type: 'text' })
  members: string;

  @Column({ type: 'text' })
  pairs: string;

  @Column({ type: 'text' })
  ended: string;

  @Integer({ name: 'created_at' })
  createdAt: number;
}
