import { Redis } from 'ioredis';
import { People, type Person } from '../kit/person';
import { newPlace, type Place } from '../kit/place';
import { type Program, startProcess } from '../kit/start-process';
import { waitFor } from '../kit/wait-for';
import { startCluster, startRedis } from '../services/redis';
import type { Service } from '../services/service';
import { startSentinels } from './stores/sentinels';

async function metric({ url }: Program, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((some) => some.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1) ?? 0);
}

const byBell = (program: Program) => metric(program, 'deliveries_total{cause="bell"}');

/** Redis is killed, and waited for, more than once in a test. */
jest.setTimeout(90_000);

describe('two processes whose Redis', () => {
  let place: Place;
  let redis: Service;
  let [here, there]: Program[] = [];
  let [grace, alan]: Person[] = [];
  /** They have accounts before anything fails: to make one takes a Redis that answers. */
  let strangers: Person[] = [];

  const begin = async (service: Service, url = service.url) => {
    redis = service;
    place = await newPlace({ on: 'mariadb' });
    const start = () => startProcess({ ...place.env, REDIS_URL: url, RATE_LIMITS: 'off' });
    [here, there] = [await start(), await start()];
    [grace, alan] = [await new People(here.url).signUp('Grace'), await new People(there.url).signUp('Alan')];
    strangers = await new People(there.url).signUpAll('Ada', 'Barbara');
    await grace.listens();
  };
  afterEach(async () => {
    await grace?.stopsListening();
    await Promise.all([here?.stop(), there?.stop()]);
    await redis.stop();
    await place.remove();
  });

  /** Alan does something at the other process that Grace hears of, and nothing fails. */
  const tells = async () => {
    const invitation = (await alan?.sends(grace ?? fail())) ?? '';
    await grace?.hears('INVITATION_RECEIVED');
    await grace?.accepts(invitation);
    await alan?.does('removeConnection', { memberId: grace?.id });
    await grace?.hears('CONNECTION_REMOVED');
  };
  const isDeaf = (deaf: boolean) =>
    waitFor(
      deaf ? 'both to notice that they are deaf' : 'both to hear again',
      async () => {
        const gauges = await Promise.all([here, there].map((program) => program && metric(program, 'bell_deaf')));
        return gauges.every((gauge) => gauge === (deaf ? 1 : 0));
      },
      20_000,
    );
  const heardByBell = async () => {
    const before = await byBell(here ?? fail());
    await alan?.does('blockMember', { memberId: grace?.id });
    await alan?.does('unblockMember', { memberId: grace?.id });
    await strangers.pop()?.sends(grace ?? fail());
    await grace?.hears('INVITATION_RECEIVED');
    expect(await byBell(here ?? fail())).toBeGreaterThan(before);
  };

  test('stops answering notice it, go on by polling, and hear bells again when it goes on', async () => {
    await begin(await startRedis());
    await heardByBell();
    process.kill(redis.pid, 'SIGSTOP');
    try {
      await isDeaf(true);
      await heardWithoutBell();
    } finally {
      process.kill(redis.pid, 'SIGCONT');
    }
    await isDeaf(false);
    await heardByBell();
  });

  test('is killed and comes back empty lose nothing, and hear bells again', async () => {
    await begin(await startRedis());
    await redis.kill();
    await isDeaf(true);
    await heardWithoutBell();
    await redis.start();
    await isDeaf(false);
    await heardByBell();
  });

  test('closes the link of who listens, and lets nobody listen again, are deaf and know it', async () => {
    await begin(await startRedis());
    const operator = new Redis(redis.url);
    await operator.call('ACL', 'SETUSER', 'default', '-subscribe');
    await operator.call('CLIENT', 'KILL', 'TYPE', 'PUBSUB');
    await isDeaf(true);
    await heardWithoutBell();
    await operator.call('ACL', 'SETUSER', 'default', '+subscribe');
    await isDeaf(false);
    operator.disconnect();
    await heardByBell();
  });

  test('is a cluster hear bells over the shards of both nodes', async () => {
    const [one, other] = await startCluster();
    const both = (signal: NodeJS.Signals) => [one, other].map(({ pid }) => process.kill(pid, signal));
    try {
      // The other is found through the first, which alone brings the account.
      await begin(one, `${one.url},${one.url}`);
      await heardByBell();
      await isDeaf(false);
      both('SIGSTOP');
      await isDeaf(true);
      await heardWithoutBell();
      both('SIGCONT');
      await isDeaf(false);
      await heardByBell();
    } finally {
      await other.stop();
    }
  });

  test('has Sentinels hear bells over the other one when the first is killed', async () => {
    await begin(await startSentinels());
    await heardByBell();
    await redis.kill();
    await isDeaf(true);
    await heardWithoutBell();
    await isDeaf(false);
    await heardByBell();
  });

  async function heardWithoutBell(): Promise<void> {
    const before = await byBell(here ?? fail());
    await tells();
    // Her own acceptance is heard within her process; what Alan did there came by polling.
    expect(await byBell(here ?? fail())).toBeLessThanOrEqual(before + 1);
    expect(await metric(here ?? fail(), 'deliveries_total{cause="poll"}')).toBeGreaterThan(0);
  }
});

function fail(): never {
  throw new Error('Nobody has come.');
}
