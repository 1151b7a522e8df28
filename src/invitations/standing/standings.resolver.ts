import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../graphql/context';
import { payload } from '../../graphql/user-error.type';
import { Viewer } from '../../members/viewer.type';
import {
  AppealStandingInput,
  AppealStandingPayload,
  InvitationInsight,
  Standing,
  StandingAppeal,
  StandingChangedEvent,
} from './standing.type';
import type { StandingsService } from './standings.service';

@Resolver(() => Viewer)
export class ViewerStandingResolver {
  constructor(private readonly standings: StandingsService) {}

  @FieldResolver(() => Standing, {
    description: 'How freely you may invite. Reports about you show here days later, and only when there are several.',
  })
  standing(@Ctx() context: RequestContext): Promise<Standing> {
    return context.loader(this.standings.own).load(context.viewerId);
  }

  @FieldResolver(() => InvitationInsight, { description: 'How many of your invitations were accepted, and which.' })
  invitationInsight(@Ctx() context: RequestContext): Promise<InvitationInsight> {
    return this.standings.insight(context.viewerId);
  }

  @Mutation(() => AppealStandingPayload, {
    description: 'Says something against a restriction, once for each. An operator reads it.',
  })
  appealStanding(
    @Arg('input', () => AppealStandingInput, { description: 'What.' }) input: AppealStandingInput,
    @Ctx() context: RequestContext,
  ) {
    const { viewerId } = context;
    return payload(async () => {
      await this.standings.appeal(viewerId, input);
      context.forget();
      return { standing: await context.loader(this.standings.own).load(viewerId) };
    });
  }
}

@Resolver(() => Standing)
export class StandingAppealResolver {
  constructor(private readonly standings: StandingsService) {}

  @FieldResolver(() => StandingAppeal, {
    nullable: true,
    description: 'Your appeal against the restriction in force; null when you have made none.',
  })
  appeal(@Root() standing: Standing, @Ctx() context: RequestContext): Promise<StandingAppeal | null> {
    return this.standings.openAppeal(context.viewerId, standing);
  }
}

@Resolver(() => StandingChangedEvent)
export class StandingChangedResolver {
  constructor(private readonly standings: StandingsService) {}

  @FieldResolver(() => Standing, { description: 'Your standing as it is now.' })
  standing(@Ctx() context: RequestContext): Promise<Standing> {
    return context.loader(this.standings.own).load(context.viewerId);
  }
}
