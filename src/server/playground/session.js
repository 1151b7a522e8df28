const SIGN_IN = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    session { accessToken expiresAt }
    viewer { member { name } }
    errors { message }
  }
}`;

const key = (email) => `rapport:${email}`;

/** Signs in, and keeps the session for the tabs that this page opens. Throws what a person can read. */
export async function signIn(email, password) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: SIGN_IN, variables: { input: { email, password } } }),
  });
  const { data, errors } = await response.json();
  const refused = errors?.[0] ?? data?.signIn?.errors?.[0];
  if (refused) throw new Error(refused.message);
  const { session, viewer } = data.signIn;
  const signedIn = { email, name: viewer.member.name, ...session };
  localStorage.setItem(key(email), JSON.stringify(signedIn));
  return signedIn;
}

/** The session of somebody who has signed in; made new when it has expired and `people` tells the password. */
export async function sessionOf(email, people) {
  const kept = JSON.parse(localStorage.getItem(key(email)) ?? 'null');
  if (!kept || Date.parse(kept.expiresAt) > Date.now() + 60_000) return kept;
  const demo = people.find((person) => person.email === email);
  return demo ? signIn(email, demo.password) : kept;
}
