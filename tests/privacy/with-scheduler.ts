import { Scheduler } from '../../src/invitations/scheduler';

/** Time does its work when the script says so, and not by a timer. */
export async function withScheduler<T>(start: () => Promise<T>): Promise<[T, Scheduler]> {
  let held: Scheduler | undefined;
  const spy = jest.spyOn(Scheduler.prototype, 'start').mockImplementation(function (this: Scheduler) {
    held = this;
  });
  try {
    const started = await start();
    if (!held) throw new Error('No scheduler was started.');
    return [started, held];
  } finally {
    spy.mockRestore();
  }
}
