import { readFileSync } from 'node:fs';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient, type FormattedExecutionResult } from 'graphql-ws';
import type { Snapshot } from '../../examples/web-client/book';
import { startApp, type TestApp } from '../kit/start-app';
import { waitFor } from '../kit/wait-for';
import { type Device, devices, devicesOver } from './devices';
import { Compiled } from './relay/compiled';

const SNAPSHOT = readFileSync('schema/operations/snapshot.graphql', 'utf8');

describe('Grace has five devices, each with another library', () => {
  let town: TestApp;
  let compiled: Compiled;
  let all: ReadonlyMap<string, Device> = new Map();
  beforeAll(async () => {
    compiled = new Compiled();
    town = await startApp();
  });
  afterEach(() => Promise.all([...all.values()].map((device) => device.stop())));
  afterAll(async () => {
    await town.stop();
    compiled.remove();
  });

  test("and none goes on from another's cursor: each is told so, takes a new snapshot, and hears what comes", async () => {
    const [grace, alan, ada] = await town.people.trio();
    const { cursor } = (await alan.asks<{ snapshot: Snapshot }>('{ snapshot { cursor } }')).snapshot;
    const read = async () => (await grace.asks<{ snapshot: Snapshot }>(SNAPSHOT, { first: 100 })).snapshot;
    const before = await alan.sends(grace);
    all = devices({ url: town.app.url, token: async () => grace.token, read, compiled, cursor });
    const everybody = (about: string, holds: (device: Device) => boolean) =>
      waitFor(`every device ${about}`, () => [...all.values()].every(holds));
    await everybody('to begin anew', ({ invitations }) => invitations.has(before));
    const later = await ada.sends(grace);
    await everybody('to hear of Ada', ({ invitations }) => invitations.has(later));
    for (const [name, { troubles }] of all)
      expect({ name, troubles }).toEqual({
        name,
        troubles: [expect.stringContaining('Take a new one from `snapshot`')],
      });
  });

  test('and none applies an answer with errors, whatever else it holds: each asks again with the same cursor', async () => {
    const whole = {
      data: {
        events: {
          ...{ __typename: 'EventBatch', cursor: 'later', replay: false },
          events: [{ __typename: 'ProfileUpdatedEvent', seq: '1', kind: 'PROFILE_UPDATED', occurredAt: 'now' }],
        },
      },
    };
    const answers = [{ ...whole, errors: [{ message: 'The database is out of reach.' }] }, whole];
    const asked: unknown[] = [];
    const answering = () => {
      const rest = [...answers];
      return (
        { variables }: { variables?: Record<string, unknown> | null },
        // biome-ignore lint/suspicious/noExplicitAny: the libraries' own type
        { next }: { next(answer: FormattedExecutionResult<any, any>): void },
      ) => {
        const answer = rest.shift();
        asked.push(variables?.after);
        queueMicrotask(() => answer && next(answer));
        return () => undefined;
      };
    };
    const socket = () => ({ ...createClient({ url: 'ws://unused' }), subscribe: answering() });
    const stream = { ...createSseClient({ url: 'http://unused' }), subscribe: answering() };
    all = devicesOver(
      { socket, stream, compiled },
      () => Promise.reject(new Error('Nobody takes a snapshot.')),
      'then',
    );
    await waitFor('every device to have applied it', () => [...all.values()].every(({ seqs }) => seqs.length > 0));
    for (const [name, { seqs, cursor, troubles }] of all)
      expect({ name, seqs, cursor, troubles }).toEqual({
        ...{ name, seqs: ['1'].map(Number), cursor: 'later' },
        troubles: [expect.stringContaining('out of reach')],
      });
    expect(new Set(asked)).toEqual(new Set(['then']));
  });
});
