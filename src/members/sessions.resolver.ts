import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { payload } from '../graphql/user-error.type';
import type { AccountsService } from './accounts.service';
import type { Authentication } from './authentication';
import {
  ChangePasswordInput,
  ChangePasswordPayload,
  RefreshSessionInput,
  SessionPayload,
  SignInInput,
  SignOutInput,
  SignOutPayload,
  SignUpInput,
} from './session.type';
import type { OpenSession, SessionsService } from './sessions.service';
import { viewerOf } from './viewer.type';

@Resolver()
export class SessionsResolver {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly authentication: Authentication,
  ) {}

  @Mutation(() => SessionPayload, { description: 'Makes an account and signs in.' })
  signUp(
    @Arg('input', () => SignUpInput, { description: 'Who you are.' }) input: SignUpInput,
    @Ctx() context: RequestContext,
  ): Promise<SessionPayload> {
    return payload(async () => opened(await this.accounts.signUp(input, context.address), context));
  }

  @Mutation(() => SessionPayload, {
    description: 'Signs in. An unknown address and a wrong password are refused alike: WRONG_CREDENTIALS.',
  })
  signIn(
    @Arg('input', () => SignInInput, { description: 'How you prove it.' }) input: SignInInput,
    @Ctx() context: RequestContext,
  ): Promise<SessionPayload> {
    return payload(async () => opened(await this.accounts.signIn(input, context.address), context));
  }

  @Mutation(() => SessionPayload, {
    description: 'Exchanges a refresh token for new tokens. Send no access token with it: it may have expired.',
  })
  refreshSession(
    @Arg('input', () => RefreshSessionInput, { description: 'The token to exchange.' }) input: RefreshSessionInput,
    @Ctx() context: RequestContext,
  ): Promise<SessionPayload> {
    return payload(async () => opened(await this.sessions.refresh(input.refreshToken), context));
  }

  @Mutation(() => SignOutPayload, { description: 'Ends this session, or all of yours. Their sockets close at once.' })
  signOut(
    @Arg('input', () => SignOutInput, { nullable: true, description: 'Absent: only this session.' })
    input: SignOutInput | null,
    @Ctx() context: RequestContext,
  ): Promise<SignOutPayload> {
    const viewer = context.requireViewer();
    return payload(async () => {
      await this.sessions.signOut(viewer, input?.everywhere ?? false);
      this.authentication.forget(viewer.memberId);
      return {};
    });
  }

  @Mutation(() => ChangePasswordPayload, { description: 'Changes your password and ends all your other sessions.' })
  changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'The old and the new.' }) input: ChangePasswordInput,
    @Ctx() context: RequestContext,
  ): Promise<ChangePasswordPayload> {
    const viewer = context.requireViewer();
    return payload(async () => {
      await this.accounts.changePassword(viewer, input);
      this.authentication.forget(viewer.memberId);
      return { viewer: viewerOf(viewer.memberId) };
    });
  }
}

/** From here on the request is the new session's, so that the answer can hold what only its member may see. */
function opened({ viewer, tokens }: OpenSession, context: RequestContext) {
  context.signedIn(viewer);
  return { session: tokens, viewer: viewerOf(viewer.memberId) };
}
