import { violations } from '../../../src/audit/violations';
import { People, type Person } from '../../kit/person';
import { waitFor } from '../../kit/wait-for';
import type { Fault } from '../fault';
import { openPlace, type Place } from '../place';
import {
  BACKUP_RESTORED,
  BACKUP_RESTORED_CARELESSLY,
  DISK_FULL,
  FSYNC_ERROR,
  POWER_CUT,
  POWER_CUT_NOT_DURABLE,
} from './database-faults';
import { Disk } from './disk';

const impossible = Disk.impossible();
if (impossible !== null) console.warn(`Databases on disks that fail are not tested: ${impossible}.`);

/** MariaDB looks only once a minute whether a full disk has room again. */
jest.setTimeout(200_000);

/** Somebody who changes their headline again and again, whatever happens. */
class Writer {
  /** How often they were told that it is done. */
  acknowledged = 0;
  private going = true;
  private readonly work: Promise<void>;

  constructor(private readonly person: Person) {
    this.work = this.write();
  }

  async goesOn(changes = 10): Promise<void> {
    const enough = this.acknowledged + changes;
    await waitFor('more changes', () => this.acknowledged >= enough, 150_000);
  }

  async ends(): Promise<void> {
    this.going = false;
    await this.work;
  }

  private async write(): Promise<void> {
    for (let n = 1; this.going; n++) {
      const outcome = await this.person.does('updateProfile', { headline: String(n) }).catch(() => null);
      if (outcome?.errors.length === 0) this.acknowledged = n;
    }
  }
}

(impossible === null ? describe : describe.skip)('when the database’s disk fails (root only)', () => {
  let place: Place;
  let grace: Person;
  let writer: Writer;

  const begin = async (fault: Fault) => {
    place = await openPlace({ processes: 1, ...(await fault.place?.()) });
    grace = await new People(place.apis[0]?.url ?? '').signUp('Grace');
    writer = new Writer(grace);
    await writer.goesOn();
  };
  const injected = async (fault: Fault) => {
    const [api] = place.apis;
    if (api) await fault.inject(place, api, []);
  };
  afterEach(async () => {
    // Without a server nobody answers a writer any more who still waits.
    await Promise.all([writer?.ends(), place?.close()]);
  });

  const cursor = async () =>
    (await grace.asks<{ snapshot: { cursor: string } }>('{ snapshot { cursor } }')).snapshot.cursor;
  const headline = async () => {
    const { viewer } = await grace.asks<{ viewer: { member: { headline: string } } }>(
      '{ viewer { member { headline } } }',
    );
    return Number(viewer.member.headline);
  };
  const resetAfter = async (after: string) => {
    const { eventPage } = await grace.asks<{ eventPage: { reset: { reason: string } | null } }>(
      'query ($after: Cursor!) { eventPage(after: $after) { reset { reason } } }',
      { after },
    );
    return eventPage.reset?.reason ?? null;
  };
  const auditor = async () => {
    const sql = await place.openDatabase();
    try {
      return await violations(sql, place.config.policy);
    } finally {
      await sql.close();
    }
  };

  test.each([POWER_CUT, FSYNC_ERROR])('Grace loses nothing that was acknowledged: $name', async (fault) => {
    await begin(fault);
    const before = await cursor();
    await injected(fault);
    await writer.goesOn();
    await writer.ends();
    expect(await headline()).toBeGreaterThanOrEqual(writer.acknowledged);
    expect(await resetAfter(before)).toBeNull();
    expect(await auditor()).toEqual([]);
  });

  /** All places of her stream that she got to know before the fault was over, each with what she is told of it afterwards. */
  const toldAfter = async (fault: Fault) => {
    await begin(fault);
    const known = [await cursor()];
    let over = false;
    const injection = injected(fault).finally(() => {
      over = true;
    });
    while (!over)
      known.push(
        ...(await cursor().then(
          (one) => [one],
          () => [],
        )),
      );
    await injection;
    await writer.goesOn();
    await writer.ends();
    return Promise.all(known.map(resetAfter));
  };

  test('Grace goes on from what was kept, and is told of what was lost when a database that does not flush loses power', async () => {
    const told = await toldAfter(POWER_CUT_NOT_DURABLE);
    expect(told[0]).toBeNull();
    expect(told.filter((reason) => reason === 'FORK' || reason === 'FUTURE')).not.toEqual([]);
    expect(await auditor()).toEqual([]);
  });

  test('Grace is told of a new epoch when an older backup was restored', async () => {
    expect((await toldAfter(BACKUP_RESTORED))[0]).toBe('EPOCH');
    expect(await auditor()).toEqual([]);
  });

  test('Grace goes on from what the backup knows, and is told of what it does not when nobody began a new epoch', async () => {
    const told = await toldAfter(BACKUP_RESTORED_CARELESSLY);
    expect(told[0]).toBeNull();
    expect(told.filter((reason) => reason === 'FORK' || reason === 'FUTURE')).not.toEqual([]);
    expect(await auditor()).toEqual([]);
  });

  test('Grace reads on while the disk is full, and writes again when it was freed', async () => {
    await begin(DISK_FULL);
    let reads = 0;
    const before = writer.acknowledged;
    const full = injected(DISK_FULL);
    for (let over = false; !over; reads++) {
      await headline();
      over = await Promise.race([full.then(() => true), new Promise<false>((resolve) => setImmediate(resolve, false))]);
    }
    expect(reads).toBeGreaterThan(1);
    const meanwhile = writer.acknowledged - before;
    await writer.goesOn();
    await writer.ends();
    console.log(`${meanwhile} changes before it was noticed`);
    expect(await headline()).toBeGreaterThanOrEqual(writer.acknowledged);
    expect(await auditor()).toEqual([]);
  });
});
