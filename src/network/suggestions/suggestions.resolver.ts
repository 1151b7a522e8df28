import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { ReadableEvent } from '../../events/event.type';
import { Ahead } from '../../graphql/ahead';
import type { LoaderKind, RequestContext } from '../../graphql/context';
import type { Page } from '../../graphql/page';
import { ForwardPageArgs } from '../../graphql/page.type';
import { payload } from '../../graphql/user-error.type';
import { Member } from '../../members/member.type';
import type { MemberReader } from '../../members/member-reader';
import { Viewer } from '../../members/viewer.type';
import { mutualReason, type Reason } from './suggestion.rules';
import {
  DismissSuggestionInput,
  DismissSuggestionPayload,
  SuggestionConnection,
  SuggestionDismissedEvent,
  SuggestionEdge,
  SuggestionReason,
} from './suggestion.type';
import type { SuggestionEdgeView, SuggestionReader } from './suggestion-reader';
import type { SuggestionsService } from './suggestions.service';

@Resolver(() => Viewer)
export class ViewerSuggestionsResolver {
  constructor(
    private readonly reader: SuggestionReader,
    private readonly service: SuggestionsService,
    private readonly members: MemberReader,
  ) {}

  @FieldResolver(() => SuggestionConnection, {
    description:
      'Members you may know: connections of your connections whom you are not connected with, have not invited and have not dismissed. Further pages go on in the order of the first.',
  })
  async suggestions(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<SuggestionEdgeView>> {
    const page = await this.reader.page(context.viewerId, args);
    const ids = page.edges.map(({ memberId }) => memberId);
    await this.members.foresee(ids, Ahead.of(info).below('edges', 'node'), context);
    return page;
  }

  @Mutation(() => DismissSuggestionPayload, {
    description:
      'Has a member never suggested to you again. They do not learn of it. Your other devices hear SuggestionDismissed; doing it again changes nothing.',
  })
  dismissSuggestion(
    @Arg('input', () => DismissSuggestionInput, { description: 'Whom.' }) input: DismissSuggestionInput,
    @Ctx() context: RequestContext,
  ): Promise<DismissSuggestionPayload> {
    const { viewerId } = context;
    return payload(async () => {
      const peer = await this.service.dismiss(viewerId, input.memberId);
      return { member: await context.loader(this.members.byId).load(peer) };
    });
  }
}

@Resolver(() => SuggestionEdge)
export class SuggestionEdgeResolver {
  constructor(
    private readonly mutualCount: LoaderKind<number, number>,
    private readonly members: MemberReader,
  ) {}

  @FieldResolver(() => Member, { description: 'Who is suggested.' })
  node(@Root() edge: SuggestionEdgeView, @Ctx() context: RequestContext): Promise<Member> {
    return context.loader(this.members.byId).load(edge.memberId);
  }

  @FieldResolver(() => [SuggestionReason])
  async reasons(@Root() edge: SuggestionEdgeView, @Ctx() context: RequestContext): Promise<readonly Reason[]> {
    const count = await this.mutualConnectionCount(edge, context);
    return count > 0 ? [mutualReason(count), ...edge.background] : edge.background;
  }

  @FieldResolver(() => Int)
  mutualConnectionCount(@Root() edge: SuggestionEdgeView, @Ctx() context: RequestContext): Promise<number> {
    return context.loader(this.mutualCount).load(edge.memberId);
  }
}

@Resolver(() => SuggestionDismissedEvent)
export class SuggestionDismissedResolver {
  constructor(private readonly members: MemberReader) {}

  @FieldResolver(() => Member)
  member(@Root() event: ReadableEvent, @Ctx() context: RequestContext): Promise<Member> {
    const { member }: { readonly member?: number } = JSON.parse(event.payload ?? '{}');
    return context.loader(this.members.byId).load(member ?? 0);
  }
}
