import { Audience, type CloseReason, type Listener } from '../../src/server/audience';
import { waitFor } from '../kit/wait-for';

/** Grace's device, and how it was sent away. */
class Device implements Listener {
  readonly viewer = { memberId: 1, sessionId: 7, expiresAt: Number.MAX_SAFE_INTEGER };
  readonly expired = false;
  doubtful = false;
  ended: CloseReason | undefined;

  close(reason: CloseReason): void {
    this.ended ??= reason;
  }
  async leave(): Promise<void> {}
  ping(): void {}
  terminate(): void {}
}

let audience: Audience;
let alive: () => boolean;

beforeEach(() => {
  alive = () => true;
  const authentication = { authenticate: async () => null, isSessionAlive: async () => alive() };
  audience = new Audience({ mostPerMember: 10, authentication });
});
afterEach(() => audience.drain(0));

function letIn(): Device {
  const device = new Device();
  audience.enter(device);
  expect(audience.admit(device)).toBe(true);
  return device;
}

test('a device let in just as its owner has signed out is sent away', async () => {
  alive = () => false;
  const device = letIn();
  await waitFor('its end', () => device.ended === 'sessionEnded');
  audience.forget(device);
});

test('who has all places taken gets that of the oldest device that may be gone, and never that of one that is there', () => {
  const devices = Array.from({ length: 10 }, letIn);
  const [, second, third] = devices;
  expect(audience.admit(new Device())).toBe(false);
  for (const device of [second, third]) if (device) device.doubtful = true;
  devices.push(letIn(), letIn());
  expect(devices.map(({ ended }) => ended)).toEqual([
    ...[undefined, 'overload', 'overload'],
    ...Array.from({ length: 9 }),
  ]);
  expect(audience.admit(new Device())).toBe(false);
  for (const device of devices) audience.forget(device);
});

test('a device is sent away although the first look at its session failed', async () => {
  const device = letIn();
  let looks = 0;
  alive = () => {
    if (looks++ === 0) throw new Error('the database is away');
    return false;
  };
  await audience.recheck(1);
  expect(device.ended).toBe('sessionEnded');
  audience.forget(device);
});

test('when anybody may have signed out, everybody is looked at', async () => {
  const device = letIn();
  alive = () => false;
  await audience.recheck();
  expect(device.ended).toBe('sessionEnded');
  audience.forget(device);
});
