import { Field, InputType, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/scalars';
import { Payload } from '../graphql/user-error.type';
import { Viewer } from './viewer.type';

@ObjectType({ simpleResolvers: true, description: 'What a device needs to act for you.' })
export class Session {
  @Field(() => String, {
    description: 'Send it with each request, as `Authorization: Bearer <accessToken>`. It does not live long.',
  })
  accessToken: string;

  @Field(() => String, {
    description: 'Good for one `refreshSession`. Keep it safe: using an old one again ends the session.',
  })
  refreshToken: string;

  @Field(() => DateTime, { description: 'When the access token stops counting. Refresh shortly before.' })
  expiresAt: number;
}

@ObjectType({ simpleResolvers: true, description: 'What came of signing up, signing in or refreshing.' })
export class SessionPayload extends Payload {
  @Field(() => Session, { nullable: true, description: 'Your session on this device.' })
  session?: Session | undefined;

  @Field(() => Viewer, { nullable: true, description: 'You.' })
  viewer?: Viewer | undefined;
}

@ObjectType({ simpleResolvers: true, description: 'What came of signOut.' })
export class SignOutPayload extends Payload {}

@ObjectType({ simpleResolvers: true, description: 'What came of changePassword.' })
export class ChangePasswordPayload extends Payload {
  @Field(() => Viewer, { nullable: true, description: 'You, still signed in here and nowhere else.' })
  viewer?: Viewer | undefined;
}

@InputType({ description: 'A new account.' })
export class SignUpInput {
  @Field(() => String, { description: 'Not shown to anybody but you.' })
  email: string;

  @Field(() => String, { description: '10 to 200 characters, and not one that anybody would guess.' })
  password: string;

  @Field(() => String, { description: 'Your name as others will see it; at most 120 characters.' })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: '3 to 40 characters of a–z, 0–9 and "-", unique. Made from your name when absent.',
  })
  handle?: string | null;

  @Field(() => String, { nullable: true, description: 'What you are, in a line of at most 220 characters.' })
  headline?: string | null;
}

@InputType({ description: 'An e-mail address and its password.' })
export class SignInInput {
  @Field(() => String, { description: 'Capital letters do not matter.' })
  email: string;

  @Field(() => String, { description: 'After ten failures you have to wait.' })
  password: string;
}

@InputType({ description: 'The token to exchange for a new one.' })
export class RefreshSessionInput {
  @Field(() => String, { description: 'The one you received last.' })
  refreshToken: string;
}

@InputType({ description: 'Which sessions to end.' })
export class SignOutInput {
  @Field(() => Boolean, { defaultValue: false, description: 'All your sessions on all devices, not only this one.' })
  everywhere: boolean;
}

@InputType({ description: 'The old and the new password.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'Proves that it is you. After ten failures you have to wait.' })
  currentPassword: string;

  @Field(() => String, { description: '10 to 200 characters, and not one that anybody would guess.' })
  newPassword: string;
}
