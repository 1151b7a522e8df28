import { People } from '../kit/person';
import { newPlace } from '../kit/place';
import { runCommand, startProcess } from '../kit/start-process';

test('an operator reads the standing of a member beside a server at work, and pardons', async () => {
  const place = await newPlace({ on: 'mariadb' });
  try {
    const program = await startProcess(place.env);
    const grace = await new People(program.url).signUp('Grace');
    const before = await runCommand(['standing', grace.handle], place.env);
    expect(before).toMatchObject({ status: 0, output: expect.stringMatching(/: GOOD\n/) });
    const pardoned = await runCommand(['standing', grace.handle, '--pardon', 'A fair.'], place.env);
    expect(pardoned).toMatchObject({ status: 0, output: expect.stringMatching(/PARDONED: A fair\.$/) });
    expect(await runCommand(['standing', 'nobody-here'], place.env)).toEqual({
      status: 1,
      output: 'There is no member @nobody-here.',
    });
    expect(await program.stop()).toBe(0);
  } finally {
    await place.remove();
  }
});
