import { Entity, PrimaryColumn } from 'typeorm';
import { Integer } from './columns';

/** Where the next block of ids begins. */
@Entity({ name: 'id_block' })
export class IdBlock {
  @PrimaryColumn({ type: 'varchar', length: 20 })
  name: string;

  @Integer({ name: 'next_id' })
  nextId: number;
}
