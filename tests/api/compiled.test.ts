import { parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { RequestContext } from '../../src/graphql/context';
import { startApp, type TestApp } from '../kit/start-app';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const EVENTS = 'subscription { events { __typename ... on Checkpoint { head } ... on StreamReset { reason } } }';

test('a subscription that is asked for often runs as compiled, and says which message is which', async () => {
  const compiled = compileQuery(app.app.schema, parse(EVENTS));
  if (!isCompiledQuery(compiled)) throw new Error(JSON.stringify(compiled));
  const viewer = { memberId: 1, sessionId: 1, expiresAt: Number.POSITIVE_INFINITY };
  const told = (message: unknown) => compiled.query(message, new RequestContext(viewer, '127.0.0.1', 'test'), {});
  expect(await told({ kind: 'checkpoint', position: { epoch: 1, seq: 0, tag: 0 }, head: true })).toEqual({
    data: { events: { __typename: 'Checkpoint', head: true } },
  });
  expect(await told({ kind: 'reset', reason: 'FORK' })).toEqual({
    data: { events: { __typename: 'StreamReset', reason: 'FORK' } },
  });
});
