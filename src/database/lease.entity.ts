import { Entity, PrimaryColumn } from 'typeorm';
import { Integer, Varchar } from './columns';

/** Who does a job that one process at a time may do, until when, and how far it has got. */
@Entity({ name: 'lease' })
export class Lease {
  @PrimaryColumn({ type: 'varchar', length: 40 })
  name: string;

  @Varchar(100)
  holder: string;

  /** Goes up with every holder: whoever comes back with an older one has lost the lease meanwhile. */
  @Integer()
  fence: number;

  @Integer({ name: 'expires_at' })
  expiresAt: number;

  /** The job is done for everything that is older. */
  @Integer({ name: 'done_to' })
  doneTo: number;
}
