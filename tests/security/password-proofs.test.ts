import { startApp } from '../kit/start-app';

test('who is at the device of Grace, but does not know her password, has ten guesses at changing it and erasing her together', async () => {
  const town = await startApp();
  const grace = await town.people.signUp('Grace Hopper');
  const erase = (password: string) => grace.does('eraseMe', { password });
  const change = (currentPassword: string) =>
    grace.does('changePassword', { currentPassword, newPassword: 'nanoseconds of wire' });
  for (let n = 0; n < 5; n++)
    for (const attempt of [erase, change])
      expect((await attempt(`guess number ${n}`)).errors).toMatchObject([{ code: 'WRONG_CREDENTIALS' }]);
  for (const attempt of [erase, change])
    expect((await attempt(grace.password)).errors).toMatchObject([{ code: 'TOO_MANY_ATTEMPTS' }]);
  await town.stop();
});
