const SIGN_IN = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    session { accessToken expiresAt }
    viewer { member { id name } }
    errors { message }
  }
}`;

const PREFIX = 'rapport:';

/** Asks the API. Throws what a person can read. */
export async function ask(query, variables, accessToken) {
  const headers = {
    'content-type': 'application/json',
    ...(accessToken && { authorization: `Bearer ${accessToken}` }),
  };
  const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

/** Signs in, and keeps the session for the tabs that the front page opens. */
export async function signIn(email, password) {
  const { session, viewer, errors } = (await ask(SIGN_IN, { input: { email, password } })).signIn;
  if (errors.length > 0) throw new Error(errors[0].message);
  const signedIn = { email, ...viewer.member, ...session };
  localStorage.setItem(PREFIX + email, JSON.stringify(signedIn));
  return signedIn;
}

/** The session of somebody who has signed in; made new when it has expired and `people` tells the password. */
export async function sessionOf(email, people) {
  const kept = JSON.parse(localStorage.getItem(PREFIX + email) ?? 'null');
  if (kept && Date.parse(kept.expiresAt) > Date.now() + 60_000) return kept;
  const demo = people.find((person) => person.email === email);
  return demo ? signIn(email, demo.password) : kept;
}

/** Somebody else to act on: of the demo people, or of those who have signed in here. */
export async function someoneElse(email, people) {
  const known = Object.keys(localStorage).flatMap((name) =>
    name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [],
  );
  const other = [...people.map((person) => person.email), ...known].find((address) => address !== email);
  return other === undefined ? undefined : sessionOf(other, people);
}
