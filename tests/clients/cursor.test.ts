import { People, type Person } from '../kit/person';
import { SseClient } from '../kit/sse-client';
import { EVENTS, StreamListener, type StreamMessage } from '../realtime/stream-listener';
import { Town } from './town';

const PAGE = 'query ($after: Cursor!) { eventPage(after: $after) { events { seq } cursor } }';

describe('one cursor, three ways to use it, another process each time', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.found();
  });
  afterAll(() => town.close());

  const here = (person: Person) => person.at(town.url);

  test('Grace goes on from a socket to an event stream, to pages, and back to a socket, and hears each event once', async () => {
    const [grace, ...friends] = await new People(town.url).trio();
    const [ada, bob] = friends;
    const seqs: number[] = [];
    const heard = (events: readonly { readonly seq: string }[]) => seqs.push(...events.map(({ seq }) => Number(seq)));

    const socket = await StreamListener.start(town.url, grace);
    const first = await here(ada).sends(grace);
    heard([await socket.hears('INVITATION_RECEIVED')]);
    await town.restart('kill');

    await here(bob).sends(grace);
    const stream = await SseClient.ask(town.url, grace.token, { query: EVENTS, variables: { after: socket.cursor } });
    const { data } = await stream.hears<{ data: { events: StreamMessage } }>('next');
    heard(data.events.events);
    await town.restart('kill');

    await here(ada).withdraws(first);
    const { eventPage } = await here(grace).asks<{ eventPage: { events: { seq: string }[]; cursor: string } }>(PAGE, {
      after: data.events.cursor,
    });
    heard(eventPage.events);
    await town.restart('kill');

    await here(grace).does('updateProfile', { headline: 'Still here' });
    const back = await StreamListener.start(town.url, grace, eventPage.cursor);
    heard([await back.hears('PROFILE_UPDATED')]);
    await back.socket.close();
    expect(seqs).toEqual([0, 1, 2, 3].map((n) => (seqs[0] ?? 0) + n));
  });
});
