import { follow, type StreamMessage } from '../../examples/web-client/follow';
import { waitFor } from '../kit/wait-for';

test.each([
  ['FORK', 500],
  ['EPOCH', 8000],
] as const)('after %s, a device takes a new snapshot within %i milliseconds', async (reason, longest) => {
  jest.spyOn(Math, 'random').mockReturnValue(1);
  const timers = jest.spyOn(globalThis, 'setTimeout');
  const over = new AbortController();
  const forget = jest.fn(async () => {});
  const reset: StreamMessage = { __typename: 'StreamReset', reason };
  const ended = follow(
    (_after, { next }) => {
      queueMicrotask(() => next({ data: { events: reset } }));
      return () => {};
    },
    { cursor: 'known', begin: async () => {}, apply: async () => {}, forget },
    { signal: over.signal },
  );
  const pauses = () => timers.mock.calls.map(([, milliseconds]) => milliseconds);
  try {
    await waitFor('its pause', () => forget.mock.calls.length > 0 && pauses().includes(longest));
  } finally {
    over.abort();
    await ended;
  }
});
