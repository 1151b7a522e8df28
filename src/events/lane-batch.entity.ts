import { Column, Entity } from 'typeorm';
import { Integer, PrimaryInteger } from '../database/columns';

/** Whom and which pairs one committed batch touched, whose sessions it ended, who changed their settings and who was erased, as JSON lists. */
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

  /** Null in batches of an earlier version of this program. */
  @Column({ type: 'text', nullable: true })
  chosen: string | null;

  /** The same. */
  @Column({ type: 'text', nullable: true })
  erased: string | null;

  @Integer({ name: 'created_at' })
  createdAt: number;
}
