import { hostname } from 'node:os';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from './config';
import { openDataSources } from './database/data-source';
import { Database } from './database/database';
import { checkServer, UnfitDatabase } from './database/durability';
import { Ids } from './database/ids';
import { migrate, pendingMigrations } from './database/schema-version';
import { ENTITIES } from './entities';
import { EraseList } from './erasure/erase-list';
import { Eraser } from './erasure/eraser';
import { ErasureResolver } from './erasure/erasure.resolver';
import { ErasureService } from './erasure/erasure.service';
import { STREAM_EVENTS } from './events/event.type';
import { EventsResolver } from './events/events.resolver';
import { openEvents } from './events/events-room';
import type { Waiters } from './events/waiters';
import { ExportsResolver } from './exports/exports.resolver';
import { ExportsService } from './exports/exports.service';
import { NodeResolver, type NodeSource } from './graphql/node.resolver';
import { buildGraphQLSchema } from './graphql/schema';
import { DemoService } from './imports/demo/demo.service';
import { ImportService } from './imports/import.service';
import { openInvitations } from './invitations/invitations-room';
import type { Scheduler } from './invitations/scheduler';
import { openMembers } from './members/members-room';
import type { Metrics } from './metrics';
import { openNetwork } from './network/network-room';
import { openNotifications } from './notifications/notifications-room';
import { Door, type DoorOptions } from './relationships/door';
import { Pruner } from './retention/pruner';
import type { Authentication } from './server/authentication';

export interface Surroundings {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Maps the database's time to the time the product lives in. */
  readonly clock?: ((databaseTime: number) => number) | undefined;
}

/** Everything behind the server, wired by hand in the order of the stairs. Commands that need no server use it too. */
export interface Rooms {
  readonly database: Database;
  readonly ids: Ids;
  readonly door: Door;
  readonly schema: GraphQLSchema;
  readonly imports: ImportService;
  readonly demo: DemoService;
  readonly pruner: Pruner;
  readonly eraser: Eraser;
  readonly scheduler: Scheduler;
  readonly authentication: Authentication;
  /** Those who follow a stream in this process. */
  readonly waiters: Waiters;
  /** What keeps this process from serving, in words; empty when nothing does. */
  readiness(): Promise<readonly string[]>;
  /** Is told the members whose sessions may have ended, on any process; of nobody by name when it may be anybody. */
  onSessionsEnded(listener: (memberId?: number) => void): void;
  close(): Promise<void>;
}

export async function openRooms({ config, logger, metrics, clock }: Surroundings): Promise<Rooms> {
  const database = await openDatabase(config, clock);
  try {
    const ids = new Ids(database);
    const events = await openEvents({ config, database, ids, logger, metrics });
    const openDoor = async (aside?: DoorOptions['aside']) =>
      new Door({
        ...{ database, ids, lane: await events.openLane(), policy: config.policy },
        ...{ batch: config.limits.batch, waiting: config.limits.waitingCommands, committed: events.committed },
        ...(aside === undefined ? {} : { aside }),
        measured: (commands, refused) => {
          metrics.batches.inc();
          metrics.commands.inc({ outcome: 'done' }, commands - refused);
          metrics.commands.inc({ outcome: 'refused' }, refused);
        },
      });
    const door = await openDoor();
    // What nobody waits for goes in transactions of its own, as another process's would.
    const sideDoor = await openDoor({ people: door, most: config.limits.aside });
    const members = await openMembers({ config, database, ids, door, logger });
    const { streams } = events;
    const network = openNetwork({
      ...{ config, database, logger, door, streams, follower: events.follower },
      members: members.reader,
    });
    members.search.rankBy(async (viewer, ids) => (await network.graph.graph()).degrees(viewer, ids));
    const notifications = openNotifications({ config, database, door, members: members.reader });
    const invitations = openInvitations({
      ...{ config, database, logger, door, sideDoor, streams },
      ...{ members: members.reader, connections: network.connections },
    });
    const sources = new Map<string, NodeSource>([
      ...[...members.sources, ...network.sources, ...notifications.sources],
      ['Invitation', invitations.source],
    ]);
    const eraser = new Eraser({ database, door, sideDoor, logger, list: new EraseList(config.eraseList) });
    const erasures = new ErasureResolver(new ErasureService(members.accounts, eraser, logger));
    const myData = new ExportsResolver(new ExportsService(database));
    const redactors = [network.redactor, invitations.redactor];
    const stream = new EventsResolver(streams, redactors, () => database.time());
    const schema = buildGraphQLSchema(
      [
        ...[new NodeResolver(sources), stream, ...members.resolvers, ...network.resolvers],
        ...[...notifications.resolvers, ...invitations.resolvers, erasures, myData],
      ],
      [...STREAM_EVENTS, ...network.types, ...notifications.types, ...invitations.types],
      { events: stream.source, ...invitations.subscriptions },
    );
    // While one batch commits, the next ones wait: invitations in one, acceptances in another.
    const inFlight = Math.min(config.limits.batch * 4, config.limits.waitingCommands);
    invitations.scheduler.start();
    const pruner = new Pruner({
      ...{ database, logger, holder: `${hostname()}:${process.pid}`, keys: config.policy.idempotencyLifetime },
      keeping: { events: config.limits.eventsKept, eventsOfMember: config.limits.eventsOfMemberKept },
    });
    pruner.start();
    // Before anybody is served: a restored backup must not bring anyone back.
    await eraser.repeat();
    eraser.start();
    return {
      ...{ database, ids, door, schema, authentication: members.authentication, waiters: events.waiters },
      imports: new ImportService({ database, ids, door, inFlight }),
      pruner,
      eraser,
      scheduler: invitations.scheduler,
      demo: new DemoService(database, ids, door),
      readiness: () => whatIsMissing(database),
      onSessionsEnded: (listener) =>
        events.follower.listen({
          touched: ({ ended }) => {
            for (const member of ended) {
              members.authentication.forget(member);
              listener(member);
            }
          },
          doubt: () => {
            members.authentication.forget();
            listener();
          },
        }),
      close: async () => {
        await invitations.scheduler.stop();
        await pruner.stop();
        await eraser.stop();
        await Promise.all([door.drained(), sideDoor.drained()]);
        await events.close();
        await network.close();
        await members.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Connects, and makes sure that the database is fit: the right product, durable, and of the present schema. */
export async function openDatabase(config: Config, clock: Surroundings['clock']): Promise<Database> {
  const [writer, reader] = await openDataSources(config, ENTITIES);
  const database = new Database(writer, reader, clock);
  try {
    await checkServer(database, config.allowNonDurable);
    if (config.databaseUrl === undefined) await migrate(writer);
    const pending = await pendingMigrations(database);
    if (pending.length > 0)
      throw new UnfitDatabase(['The schema is older than this program. Run first: npm run migrate']);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function whatIsMissing(database: Database): Promise<readonly string[]> {
  try {
    return (await pendingMigrations(database)).length > 0 ? ['migrations that have not been run'] : [];
  } catch {
    return ['the database'];
  }
}
