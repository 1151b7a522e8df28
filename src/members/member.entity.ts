import { Entity, Index } from 'typeorm';
import { Integer, NullableText, NullableVarchar, PrimaryInteger, Varchar } from '../database/columns';

/** A person, with the part of the profile that has no lists. `seeking` and `offering` hold purposes, separated by spaces. */
@Index('one_member_per_handle', ['handle'], { unique: true })
@Entity({ name: 'member' })
export class Member {
  @PrimaryInteger()
  id: number;

  @Varchar(40)
  handle: string;

  @Varchar(120)
  name: string;

  @NullableVarchar(220)
  headline: string | null;

  @NullableText()
  summary: string | null;

  @NullableVarchar(100)
  industry: string | null;

  @NullableVarchar(120)
  location: string | null;

  @NullableVarchar(500, { name: 'photo_url' })
  photoUrl: string | null;

  @NullableText({ name: 'career_goal' })
  careerGoal: string | null;

  @Varchar(200)
  seeking: string;

  @Varchar(200)
  offering: string;

  @Integer({ name: 'created_at' })
  createdAt: number;

  @Integer({ name: 'updated_at' })
  updatedAt: number;
}
