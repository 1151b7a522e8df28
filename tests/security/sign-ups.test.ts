import { startApp } from '../kit/start-app';

const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { errors { code retryAt } } }`;

test('an address that has asked for as many accounts as are allowed in an hour is told when it may ask again', async () => {
  const town = await startApp({ SIGN_UPS_PER_HOUR: '2' });
  await town.people.signUpAll('Grace', 'Alan');
  const input = { email: 'ada@example.org', password: 'a password that is long', name: 'Ada' };
  const { data } = await town.http.query<{ signUp: { errors: object[] } }>(SIGN_UP, { input });
  expect(data.signUp.errors).toEqual([{ code: 'TOO_MANY_ATTEMPTS', retryAt: expect.any(String) }]);
  await town.stop();
});
