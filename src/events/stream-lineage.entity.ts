import { Entity, PrimaryColumn } from 'typeorm';
import { Integer, Varchar } from '../database/columns';

/** The identity of this history: a new epoch begins when an operator restores a backup. The key signs cursors. */
@Entity({ name: 'stream_lineage' })
export class StreamLineage {
  @PrimaryColumn({ type: 'int' })
  id: number;

  @Integer()
  epoch: number;

  @Varchar(64, { name: 'mac_key' })
  macKey: string;
}
