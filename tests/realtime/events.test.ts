import type { Person } from '../kit/person';
import { SocketClient } from '../kit/socket-client';
import { SseClient } from '../kit/sse-client';
import { startApp, type TestApp } from '../kit/start-app';
import { STEADY } from '../kit/steady';
import { waitFor } from '../kit/wait-for';
import { engine } from '../services/engine';
import { EVENTS, StreamListener } from './stream-listener';

const number = (person: Person): number => Number(Buffer.from(person.id, 'base64url').toString().split(':')[1]);

const snapshotOf = async (person: Person): Promise<string> =>
  (await person.asks<{ snapshot: { cursor: string } }>('{ snapshot { cursor } }')).snapshot.cursor;

interface Page {
  readonly events: readonly { readonly kind: string; readonly seq: string; readonly cursor: string }[];
  readonly cursor: string;
  readonly head: boolean;
  readonly reset: { readonly reason: string } | null;
}

const pageAfter = async (person: Person, after: string, first = 100): Promise<Page> =>
  (
    await person.asks<{ eventPage: Page }>(
      'query ($after: Cursor!, $first: Int) { eventPage(after: $after, first: $first) { events { kind seq cursor } cursor head reset { reason } } }',
      { after, first },
    )
  ).eventPage;

/** Of 120 of these no batch can hold all. */
const LONG_EVENTS = `subscription ($after: Cursor) { events(after: $after) {
  ... on EventBatch { cursor events { seq ${Array.from({ length: 14 }, (_, n) => `c${n}: cursor`).join(' ')} } }
  ... on Checkpoint { cursor head } } }`;

describe('the event stream', () => {
  let town: TestApp;
  let listeners: StreamListener[] = [];
  const listen = async (person: Person, after?: string) => {
    const listener = await StreamListener.start(town.app.url, person, after);
    listeners.push(listener);
    return listener;
  };

  beforeAll(async () => {
    town = await startApp(STEADY);
  });
  afterEach(async () => {
    await Promise.all(listeners.map(({ socket }) => socket.close()));
    listeners = [];
  });
  afterAll(() => town.stop());

  test('Grace hears of an invitation at once, and Alan of its acceptance', async () => {
    const [grace, alan] = await town.people.trio();
    const [hersHears, hisHears] = [await listen(grace), await listen(alan)];
    const id = await alan.sends(grace, { note: 'Shall we?' });
    expect(await hersHears.hears('INVITATION_RECEIVED')).toMatchObject({
      invitation: { id, note: 'Shall we?', sender: { name: 'Alan Turing' } },
    });
    await hisHears.hears('INVITATION_SENT');
    await grace.does('acceptInvitation', { invitationId: id });
    await hersHears.hears('CONNECTION_CREATED');
    await hisHears.hears('CONNECTION_CREATED');
  });

  test('Grace hears of an invitation sent while she was offline, once, and goes on live', async () => {
    const [grace, alan, ada] = await town.people.trio();
    const before = await listen(grace);
    await alan.sends(grace);
    await before.hears('INVITATION_RECEIVED');
    const cursor = before.cursor;
    await before.socket.close();

    await ada.sends(grace, { note: 'While you were away' });
    const after = await listen(grace, cursor);
    expect(await after.hears('INVITATION_RECEIVED')).toMatchObject({ invitation: { note: 'While you were away' } });
    expect(after.untaken).toEqual([]);
    const [late] = await town.people.signUpAll('Late');
    await late?.sends(grace, { note: 'Live' });
    expect(await after.hears('INVITATION_RECEIVED')).toMatchObject({ invitation: { note: 'Live' } });
  });

  test('all devices of Grace hear the same, with the same numbers', async () => {
    const [grace, alan] = await town.people.trio();
    const devices = await Promise.all([listen(grace), listen(grace), listen(grace)]);
    await alan.sends(grace);
    const heard = await Promise.all(devices.map((device) => device.hears('INVITATION_RECEIVED')));
    expect(new Set(heard.map(({ seq, cursor }) => `${seq} ${cursor}`)).size).toBe(1);
  });

  test('a decline is heard on the own devices only', async () => {
    const [grace, alan] = await town.people.trio();
    const [hersHears, hisHears] = [await listen(grace), await listen(alan)];
    const id = await alan.sends(grace);
    await grace.does('declineInvitation', { invitationId: id, report: 'SPAM' });
    await hersHears.hears('INVITATION_RECEIVED');
    await hersHears.hears('INVITATION_UPDATED');
    await hisHears.hears('INVITATION_SENT');
    await alan.does('withdrawInvitation', { invitationId: id });
    await hisHears.hears('INVITATION_WITHDRAWN');
  });

  test('a snapshot, then the pages after its cursor, are what the subscription tells', async () => {
    const [grace, alan, ada] = await town.people.trio();
    const cursor = await snapshotOf(grace);
    await alan.sends(grace);
    await grace.does('blockMember', { memberId: ada.id });
    const device = await listen(grace, cursor);
    const first = await pageAfter(grace, cursor, 1);
    const second = await pageAfter(grace, first.cursor, 100);
    expect([...first.events, ...second.events].map(({ kind }) => kind)).toEqual([...device.untaken]);
    expect([first.head, second.head]).toEqual([false, true]);
    expect(second.cursor).toBe(device.cursor);
  });

  test('more events than fit a batch come in several, without a gap', async () => {
    const [grace] = await town.people.trio();
    const cursor = await snapshotOf(grace);
    for (let n = 0; n < 130; n++) await grace.does('updateProfile', { headline: `Version ${n}` });
    const device = await listen(grace, cursor);
    expect(device.untaken).toHaveLength(130);
  });

  test('events that are long come in batches of 32 KB at most, and one can go on between any two', async () => {
    const [grace] = await town.people.trio();
    const cursor = await snapshotOf(grace);
    const versions = Array.from({ length: 120 }, (_, n) => grace.does('updateProfile', { headline: `Version ${n}` }));
    await Promise.all(versions);
    const socket = await SocketClient.connect(town.app.url, grace.token);
    socket.subscribe('events', LONG_EVENTS, { after: cursor });
    const seqs: number[] = [];
    const between: string[] = [];
    const told: number[] = [];
    while (seqs.length < 120) {
      const { payload } = await socket.hears('next', 'events');
      expect(Buffer.byteLength(JSON.stringify(payload))).toBeLessThanOrEqual(33 * 1024);
      const { data } = payload as { data: { events: { cursor: string; events: { seq: string }[] } } };
      seqs.push(...data.events.events.map(({ seq }) => Number(seq)));
      between.push(data.events.cursor);
      told.push(seqs.length);
    }
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
    expect(between.length).toBeGreaterThan(2);
    const rest = await pageAfter(grace, between[1] ?? '', 1);
    expect(Number(rest.events[0]?.seq)).toBe((seqs[0] ?? 0) + (told[1] ?? 0));
    await socket.close();
  });

  test('a device that takes nothing is sent one long page, however much the kernels would take, and must come again', async () => {
    const brisk = await startApp({ ...STEADY, SLOW_CONSUMER_SECONDS: '0.5' });
    try {
      const [grace] = await brisk.people.trio();
      const after = await snapshotOf(grace);
      await Promise.all(
        Array.from({ length: 120 }, (_, n) => grace.does('updateProfile', { headline: `Version ${n}` })),
      );
      const socket = await SocketClient.open(brisk.app.url, { pongs: false });
      await socket.introduce(grace.token);
      socket.subscribe('events', LONG_EVENTS, { after });
      expect(await socket.closed()).toEqual({ code: 4508, reason: 'Too slow' });
      expect(socket.unread.length).toBe(1);
      const device = await StreamListener.start(brisk.app.url, grace, after);
      expect(device.untaken).toHaveLength(120);
      await device.socket.close();
    } finally {
      await brisk.stop();
    }
  });

  test('a device that has not taken a page may ask for something else all the same', async () => {
    const [grace] = await town.people.trio();
    const after = await snapshotOf(grace);
    await Promise.all(Array.from({ length: 20 }, (_, n) => grace.does('updateProfile', { headline: `Version ${n}` })));
    const socket = await SocketClient.open(town.app.url, { pongs: false });
    await socket.introduce(grace.token);
    socket.subscribe('events', LONG_EVENTS, { after });
    await socket.hears('next', 'events');
    socket.send({ type: 'complete', id: 'events' });
    await socket.ask('between', '{ viewer { member { id } } }');
    socket.subscribe('events', LONG_EVENTS, { after });
    await socket.hears('next', 'events');
    await socket.close();
  });

  test('Grace catches up although the database is away for a moment', async () => {
    const [grace, alan] = await town.people.trio();
    const cursor = await snapshotOf(grace);
    await alan.sends(grace, { note: 'All the same' });
    const gone = Object.assign(new Error('gone'), { code: engine === 'mariadb' ? 'ECONNRESET' : 'SQLITE_BUSY' });
    const read = town.app.database.query.bind(town.app.database);
    // The reading of the stream fails at first, and then that of what its event is about.
    const failing = [/FROM member_state s JOIN/, /FROM invitation/];
    const query = jest.spyOn(town.app.database, 'query').mockImplementation(async (text, parameters) => {
      const index = failing.findIndex((pattern) => pattern.test(text));
      if (index < 0) return read(text, parameters);
      failing.splice(index, 1);
      throw gone;
    });
    try {
      const device = await listen(grace, cursor);
      expect(await device.hears('INVITATION_RECEIVED')).toMatchObject({ invitation: { note: 'All the same' } });
      expect(failing).toEqual([]);
    } finally {
      query.mockRestore();
    }
  });

  test('an event that cannot be read sends Grace away, and she hears it when it can be', async () => {
    const [grace, alan] = await town.people.trio();
    const cursor = await snapshotOf(grace);
    await alan.sends(grace, { note: 'All the same' });
    const broken = breakReadings(town, /FROM invitation/);
    try {
      const socket = await SocketClient.connect(town.app.url, grace.token);
      socket.subscribe('events', EVENTS, { after: cursor });
      const stream = await SseClient.ask(town.app.url, grace.token, { query: EVENTS, variables: { after: cursor } });
      expect(await socket.closed()).toMatchObject({ code: 1013 });
      await stream.closed();
      expect(stream.unread).toEqual([]);
      expect(town.log.join()).toContain('this is a bug');
      await waitFor('nobody to wait on her behalf', () => town.app.waiters.size === 0);
    } finally {
      broken.mockRestore();
    }
    const device = await listen(grace, cursor);
    expect(await device.hears('INVITATION_RECEIVED')).toMatchObject({ invitation: { note: 'All the same' } });
  });

  test('after a block an old cursor gives redacted events, but removals say what was removed', async () => {
    const [grace, alan] = await town.people.trio();
    const cursor = await snapshotOf(grace);
    await alan.sends(grace, { note: 'Soon to be gone' });
    await alan.does('blockMember', { memberId: grace.id });
    const device = await listen(grace, cursor);
    const received = await device.hears('INVITATION_RECEIVED');
    expect(received.__typename).toBe('RedactedEvent');
    expect(JSON.stringify(received)).not.toContain('Soon');
    expect(await device.hears('INVITATION_REMOVED')).toMatchObject({
      __typename: 'InvitationRemovedEvent',
      invitationId: received.subjectId,
    });
  });

  test('an invitation that Grace declined on another device is gone from this one, even when Alan has blocked her since', async () => {
    const [grace, alan] = await town.people.trio();
    const id = await alan.sends(grace);
    const cursor = await snapshotOf(grace);
    await grace.declines(id);
    await alan.blocks(grace);
    const device = await listen(grace, cursor);
    expect(await device.hears('INVITATION_UPDATED')).toMatchObject({ invitationId: id, updated: null });
  });

  test('a cursor of somebody else, of another deployment, with a flipped bit, and garbage are one and the same error', async () => {
    const [grace, alan] = await town.people.trio();
    const other = await startApp(STEADY);
    try {
      const [stranger] = await other.people.signUpAll('Stranger');
      const own = await snapshotOf(grace);
      const flipped = Buffer.from(own, 'base64url');
      flipped[9] = (flipped[9] ?? 0) ^ 1;
      const bad = [
        await snapshotOf(alan),
        stranger ? await snapshotOf(stranger) : '',
        flipped.toString('base64url'),
        'garbage',
      ];
      const answers = await Promise.all(
        bad.map((after) => grace.answer('query ($after: Cursor!) { eventPage(after: $after) { head } }', { after })),
      );
      expect(
        new Set(
          answers.map(({ status, errors }) => JSON.stringify([status, errors[0]?.message, errors[0]?.extensions.code])),
        ).size,
      ).toBe(1);
      expect(answers[0]?.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
      const socket = await SocketClient.connect(town.app.url, grace.token);
      const overSocket = [];
      for (const [index, after] of bad.entries())
        overSocket.push((await socket.ask(String(index), EVENTS, { after })).payload);
      expect(
        new Set(overSocket.map((payload) => JSON.stringify(payload).replace(/"requestId":"[^"]*"/g, ''))).size,
      ).toBe(1);
      await socket.close();
    } finally {
      await other.stop();
    }
  });

  const harms: readonly (readonly [reason: string, why: string, harm: (grace: Person) => Promise<void>])[] = [
    [
      'EPOCH',
      'the operator restored a backup',
      async () => {
        await town.app.database.run('UPDATE stream_lineage SET epoch = epoch + 1');
      },
    ],
    [
      'FUTURE',
      'the database forgot her last event',
      async (grace: Person) => {
        await town.app.database.run('UPDATE member_state SET last_seq = last_seq - 1 WHERE member_id = ?', [
          number(grace),
        ]);
      },
    ],
    [
      'FORK',
      'another event took the place of hers',
      async (grace: Person) => {
        await town.app.database.run('UPDATE member_event SET tag = tag + 1 WHERE member_id = ?', [number(grace)]);
      },
    ],
    [
      'RETENTION',
      'her events were pruned',
      async (grace: Person) => {
        await town.app.database.run(
          'UPDATE member_state SET floor_seq = last_seq, floor_tag = last_tag WHERE member_id = ?',
          [number(grace)],
        );
        await grace.does('updateProfile', { headline: 'Another event' });
        await town.app.database.run(
          'UPDATE member_state SET floor_seq = last_seq, floor_tag = last_tag WHERE member_id = ?',
          [number(grace)],
        );
        await town.app.database.run('DELETE FROM member_event WHERE member_id = ?', [number(grace)]);
      },
    ],
  ];

  test.each(harms)('Grace comes back and is told to start again with %s when %s', async (reason, _why, harm) => {
    const [grace, alan] = await town.people.trio();
    await alan.sends(grace);
    const cursor = await snapshotOf(grace);
    await harm(grace);
    expect((await pageAfter(grace, cursor)).reset).toEqual({ reason });
    const late = await SocketClient.connect(town.app.url, grace.token);
    expect(await late.ask('events', EVENTS, { after: cursor })).toMatchObject({
      payload: { data: { events: { __typename: 'StreamReset', reason } } },
    });
    await late.hears('complete', 'events');
    await late.close();
  });

  // Who listens is never so far behind that what she has yet to hear is pruned, but for when she catches up.
  test.each(harms.filter(([reason]) => reason !== 'RETENTION'))(
    'Grace listens, and with the next reading is told to start again with %s when %s',
    async (reason, _why, harm) => {
      const [grace, alan] = await town.people.trio();
      await alan.sends(grace);
      const device = await listen(grace);
      await harm(grace);
      town.app.waiters.tell([number(grace)], 'poll', null);
      expect(await device.message()).toMatchObject({ __typename: 'StreamReset', reason });
      await device.socket.hears('complete', 'events');
    },
  );

  test('nothing waits for Grace when she has left', async () => {
    const [grace] = await town.people.trio();
    const before = town.app.waiters.size;
    const device = await listen(grace);
    expect(town.app.waiters.size).toBe(before + 1);
    device.socket.send({ id: 'events', type: 'complete' });
    await waitFor('her waiter to go', () => town.app.waiters.size === before);
    const again = await listen(grace);
    await again.socket.close();
    listeners = [device];
    await waitFor('her waiter to go', () => town.app.waiters.size === before);
  });

  test('checkpoints come while all is quiet', async () => {
    const quick = await startApp({ ...STEADY, CHECKPOINT_SECONDS: '0.2' });
    try {
      const [grace] = await quick.people.signUpAll('Grace');
      if (!grace) throw new Error('Nobody came.');
      const device = await StreamListener.start(quick.app.url, grace);
      expect(await device.message()).toMatchObject({ __typename: 'Checkpoint', head: true });
      expect(await device.message()).toMatchObject({ __typename: 'Checkpoint', head: true });
      await device.socket.close();
    } finally {
      await quick.stop();
    }
  });

  test('the simple subscriptions wait while the database is away, and end when history is another', async () => {
    const [grace, alan] = await town.people.trio();
    const hers = await SocketClient.connect(town.app.url, grace.token);
    const before = town.app.waiters.size;
    hers.subscribe('in', 'subscription { invitationReceived { note } }');
    await waitFor('her to listen', () => town.app.waiters.size > before);
    const away = Object.assign(new Error('the database is away'), {
      code: engine === 'mariadb' ? 'ECONNRESET' : 'SQLITE_BUSY',
    });
    const broken = breakReadings(town, /FROM invitation/, away);
    await expect(alan.sends(grace, { note: 'All the same' })).rejects.toThrow('UNAVAILABLE');
    const failed = () => broken.mock.calls.filter(([text]) => text.includes('FROM invitation'));
    await waitFor('his reading to fail, and hers', () => failed().length > 1);
    broken.mockRestore();
    expect(await hers.hears('next', 'in')).toMatchObject({
      payload: { data: { invitationReceived: { note: 'All the same' } } },
    });
    await town.app.database.run('UPDATE stream_lineage SET epoch = epoch + 1');
    town.app.waiters.tell([number(grace)], 'poll', null);
    expect(await hers.hears('error', 'in')).toMatchObject({ payload: [{ extensions: { code: 'TRY_AGAIN' } }] });
    await hers.close();
  });

  test('the simple subscriptions tell of invitations received and answered', async () => {
    const [grace, alan] = await town.people.trio();
    const [hers, his] = await Promise.all([grace, alan].map(({ token }) => SocketClient.connect(town.app.url, token)));
    hers?.subscribe('in', 'subscription { invitationReceived { id note sender { name } } }');
    his?.subscribe('out', 'subscription { invitationAnswered { id status recipient { name } } }');
    await waitFor('both to listen', () => town.app.waiters.size >= 2);
    const id = await alan.sends(grace, { note: 'Hello' });
    expect(await hers?.hears('next', 'in')).toMatchObject({
      payload: { data: { invitationReceived: { id, note: 'Hello', sender: { name: 'Alan Turing' } } } },
    });
    await grace.does('acceptInvitation', { invitationId: id });
    expect(await his?.hears('next', 'out')).toMatchObject({
      payload: { data: { invitationAnswered: { id, status: 'ACCEPTED', recipient: { name: 'Grace Hopper' } } } },
    });
    await Promise.all([hers?.close(), his?.close()]);
  });
});

/** Lets readings fail; by default in a way that is nobody's outage. */
function breakReadings({ app: { database } }: TestApp, pattern: RegExp, why = new Error('this is a bug')) {
  const read = database.query.bind(database);
  return jest.spyOn(database, 'query').mockImplementation(async (text, parameters) => {
    if (pattern.test(text)) throw why;
    return read(text, parameters);
  });
}
