import { Ctx, Query, Resolver } from 'type-graphql';
import type { StreamsService } from '../events/streams.service';
import type { RequestContext } from '../graphql/context';
import { Snapshot } from './snapshot.type';
import { viewerOf } from './viewer.type';

@Resolver()
export class SnapshotResolver {
  constructor(private readonly streams: StreamsService) {}

  @Query(() => Snapshot, {
    description:
      'Where a client begins: a position in your event stream, and you. Whatever is read with or after it, now or on later pages, is kept up to date by the events behind `cursor`.',
  })
  async snapshot(@Ctx() context: RequestContext): Promise<Snapshot> {
    const { viewerId } = context;
    const position = await this.streams.head(viewerId);
    // What another field of the same operation loaded before may be older than the cursor.
    context.forget();
    return { cursor: this.streams.cursors.encode(viewerId, position), viewer: viewerOf(viewerId) };
  }
}
