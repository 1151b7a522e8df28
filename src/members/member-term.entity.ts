import { Entity, Index, PrimaryColumn } from 'typeorm';
import { PrimaryInteger } from '../database/columns';

/** A word by which a member is found: the search index. */
@Index('terms_of_member', ['memberId'])
@Entity({ name: 'member_term', withoutRowid: true })
export class MemberTerm {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  term: string;

  @PrimaryInteger('member_id')
  memberId: number;
}
