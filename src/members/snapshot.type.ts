import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../graphql/scalars';
import { Viewer } from './viewer.type';

@ObjectType('Snapshot', {
  simpleResolvers: true,
  description: 'Where to begin: everything as it is now, and where to follow on.',
})
export class Snapshot {
  @Field(() => Cursor, {
    description:
      'The end of your event stream before anything else here was read. Give it to `events(after:)`; skip events whose `seq` is not above the `asOfSeq` of what they are about.',
  })
  cursor: string;

  @Field(() => Viewer, { description: 'You.' })
  viewer: Viewer;
}
