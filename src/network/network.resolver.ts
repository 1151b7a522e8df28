import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { ForwardPageArgs } from '../graphql/page.type';
import { payload } from '../graphql/user-error.type';
import { MemberConnection } from '../members/member.type';
import type { MemberReader } from '../members/member-reader';
import { Viewer } from '../members/viewer.type';
import type { BlockReader } from './block-reader';
import type { NetworkService } from './network.service';
import {
  BlockMemberInput,
  BlockMemberPayload,
  RemoveConnectionInput,
  RemoveConnectionPayload,
  UnblockMemberInput,
  UnblockMemberPayload,
} from './network-inputs.type';
import type { RelationshipReader } from './relationship-reader';

@Resolver()
export class NetworkResolver {
  constructor(
    private readonly network: NetworkService,
    private readonly relationships: RelationshipReader,
    private readonly members: MemberReader,
  ) {}

  @Mutation(() => RemoveConnectionPayload, {
    description: 'Ends a connection, without a notification. Either of you may invite the other again.',
  })
  removeConnection(
    @Arg('input', () => RemoveConnectionInput, { description: 'Which.' }) input: RemoveConnectionInput,
    @Ctx() context: RequestContext,
  ) {
    return this.answer(context, () => this.network.removeConnection(context.viewerId, input));
  }

  @Mutation(() => BlockMemberPayload, {
    description:
      'Blocks a member: to them your account looks closed. Ends a connection and open invitations between the two of you; unblocking does not bring them back.',
  })
  blockMember(
    @Arg('input', () => BlockMemberInput, { description: 'Whom.' }) input: BlockMemberInput,
    @Ctx() context: RequestContext,
  ) {
    return this.answer(context, () => this.network.block(context.viewerId, input));
  }

  @Mutation(() => UnblockMemberPayload, {
    description: 'Ends a block. The same member can be blocked again after 48 hours.',
  })
  unblockMember(
    @Arg('input', () => UnblockMemberInput, { description: 'Whom.' }) input: UnblockMemberInput,
    @Ctx() context: RequestContext,
  ) {
    return this.answer(context, () => this.network.unblock(context.viewerId, input));
  }

  /** Runs the work and reads what it left behind, as the viewer sees it. */
  private answer(context: RequestContext, work: () => Promise<number>) {
    context.requireViewer();
    return payload(async () => {
      const peer = await work();
      context.forget();
      const relationship = await context.loader(this.relationships.toPeer).load(peer);
      return { member: await context.loader(this.members.byId).load(peer), relationship };
    });
  }
}

@Resolver(() => Viewer)
export class ViewerBlocksResolver {
  constructor(private readonly blocks: BlockReader) {}

  @FieldResolver(() => MemberConnection, { description: 'Members you have blocked, the latest first.' })
  blockedMembers(
    @Args(() => ForwardPageArgs) page: ForwardPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<MemberConnection> {
    return this.blocks.mine(context, page);
  }
}
