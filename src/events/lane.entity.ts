import { Entity } from 'typeorm';
import { Integer, PrimaryInteger, Varchar } from '../database/columns';

/** The head of the list of batches that one writing process has committed. */
@Entity({ name: 'lane' })
export class Lane {
  @PrimaryInteger()
  id: number;

  @Varchar(100)
  process: string;

  @Integer()
  seq: number;

  @Integer()
  tag: number;
}
