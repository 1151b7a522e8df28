import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Database } from '../database/database';
import type { RequestContext } from '../graphql/context';
import { Payload, payload } from '../graphql/user-error.type';
import { accountOf } from './accounts.queries';
import { Member } from './member.type';
import type { MemberReader } from './member-reader';
import type { ProfilesService } from './profiles.service';
import { Settings, UpdateSettingsInput, UpdateSettingsPayload } from './settings.type';
import { UpdateProfileInput } from './update-profile.input';
import { Viewer, viewerOf } from './viewer.type';

@ObjectType({ simpleResolvers: true, description: 'What came of updateProfile.' })
export class UpdateProfilePayload extends Payload {
  @Field(() => Member, { nullable: true, description: 'You, as you are now.' })
  member?: Member | undefined;
}

@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(
    private readonly database: Database,
    private readonly members: MemberReader,
    private readonly profiles: ProfilesService,
  ) {}

  @Query(() => Viewer, { description: 'You. UNAUTHENTICATED without a valid access token.' })
  viewer(@Ctx() context: RequestContext): Viewer {
    return viewerOf(context.viewerId);
  }

  @FieldResolver(() => Member, { description: 'You as others see you.' })
  member(@Root() viewer: Viewer, @Ctx() context: RequestContext): Promise<Member> {
    return context.loader(this.members.byId).load(viewer.memberId);
  }

  @FieldResolver(() => String, { description: 'The address you sign in with.' })
  async email(@Root() viewer: Viewer): Promise<string> {
    return (await accountOf(this.database, viewer.memberId))?.email ?? '';
  }

  @FieldResolver(() => Settings, { description: 'What you have chosen.' })
  settings(@Root() viewer: Viewer): Promise<Settings> {
    return this.profiles.settings(viewer.memberId);
  }

  @Mutation(() => UpdateProfilePayload, {
    description: 'Changes your profile. Your other devices hear ProfileUpdated.',
  })
  updateProfile(
    @Arg('input', () => UpdateProfileInput, { description: 'What to change.' }) input: UpdateProfileInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateProfilePayload> {
    const { viewerId } = context;
    return payload(async () => {
      await this.profiles.updateProfile(viewerId, input);
      context.forget();
      return { member: await context.loader(this.members.byId).load(viewerId) };
    });
  }

  @Mutation(() => UpdateSettingsPayload, {
    description: 'Changes your settings. Your other devices hear SettingsUpdated.',
  })
  updateSettings(
    @Arg('input', () => UpdateSettingsInput, { description: 'What to change.' }) input: UpdateSettingsInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateSettingsPayload> {
    const { viewerId } = context;
    return payload(async () => {
      await this.profiles.updateSettings(viewerId, input);
      context.forget();
      return { settings: await this.profiles.settings(viewerId) };
    });
  }

  /** A `NodeSource`: nobody finds anybody else's. */
  readonly find = async (id: number, context: RequestContext): Promise<Viewer | null> =>
    id === context.viewerId ? viewerOf(id) : null;
}
