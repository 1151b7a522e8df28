import type { TestApp } from './start-app';

/** Someone with an account, signed in. */
export interface Person {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
  readonly refreshToken: string;
}

interface SignedUp {
  readonly signUp: {
    readonly session: { readonly accessToken: string; readonly refreshToken: string };
    readonly viewer: { readonly member: { readonly id: string; readonly handle: string } };
  };
}

let joined = 0;

/** Makes an account for a new person. */
export async function join(app: TestApp, name: string): Promise<Person> {
  const email = `person${++joined}@example.org`;
  const password = `the password of ${email}`;
  const { data } = await app.http.query<SignedUp>(SIGN_UP, { input: { email, password, name } });
  const { session, viewer } = data.signUp;
  const { accessToken: token, refreshToken } = session;
  return { ...viewer.member, name, email, password, token, refreshToken };
}

const SIGN_UP = /* GraphQL */ `
  mutation ($input: SignUpInput!) {
    signUp(input: $input) {
      session { accessToken refreshToken }
      viewer { member { id handle } }
    }
  }
`;
