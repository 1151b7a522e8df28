import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Member } from '../members/member.type';
import type { Distance } from './graph/graph';

const DEGREES = {
  SELF: 'You.',
  FIRST: 'You are connected.',
  SECOND: 'You have a mutual connection.',
  THIRD: 'A connection of yours has a mutual connection with them.',
  OUT_OF_NETWORK: 'Farther away, or not joined to you at all.',
} as const;

export type Degree = keyof typeof DEGREES;

const BY_DISTANCE = { 1: 'FIRST', 2: 'SECOND', 3: 'THIRD' } as const;

export const degreeOf = (distance: Distance | null): Degree =>
  distance === null ? 'OUT_OF_NETWORK' : BY_DISTANCE[distance];

export const DegreeEnum = Object.fromEntries(Object.keys(DEGREES).map((degree) => [degree, degree]));

registerEnumType(DegreeEnum, {
  name: 'Degree',
  description:
    'How far a member is from you, over connections that you may know of. Degrees may be added: keep a default branch.',
  valuesConfig: Object.fromEntries(Object.entries(DEGREES).map(([degree, description]) => [degree, { description }])),
});

@ObjectType('ConnectionPath', {
  description: 'A way from you to a member, over people who show their connections to you.',
})
export class ConnectionPath {
  @Field(() => [Member], {
    description: 'The people between the two of you, from yours to theirs; none where you are connected.',
  })
  through: readonly Member[];

  @Field(() => Int, { description: 'How many connections it takes: 1, 2 or 3.' })
  length: number;
}
