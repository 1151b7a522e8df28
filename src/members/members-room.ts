import type { Logger } from 'pino';
import type { Config } from '../config';
import type { Database } from '../database/database';
import type { Ids } from '../database/ids';
import type { NodeSource } from '../graphql/node.resolver';
import type { ResolverObject } from '../graphql/schema';
import type { Door } from '../relationships/door';
import { AccessTokens } from './access-tokens';
import { AccountsService } from './accounts.service';
import { authSecret } from './auth-secret';
import { Authentication } from './authentication';
import { connectLoginCounts } from './login-counts';
import { LoginThrottle } from './login-throttle';
import { MemberReader } from './member-reader';
import { MembersResolver } from './members.resolver';
import { ProfilesService } from './profiles.service';
import { RefreshTokens } from './refresh-tokens';
import { SearchService } from './search.service';
import { SessionsResolver } from './sessions.resolver';
import { SessionsService } from './sessions.service';
import { ViewerResolver } from './viewer.resolver';

export interface MembersOptions {
  readonly config: Config;
  readonly database: Database;
  readonly ids: Ids;
  readonly door: Door;
  readonly logger: Logger;
}

/** The room, furnished. */
export interface MembersRoom {
  readonly resolvers: readonly ResolverObject[];
  readonly sources: ReadonlyMap<'Member' | 'Viewer', NodeSource>;
  /** How every room gives a `Member`: `context.loader(reader.byId).load(id)`. */
  readonly reader: MemberReader;
  /** A higher room tells it who is near. */
  readonly search: SearchService;
  /** Who may sign in. */
  readonly accounts: AccountsService;
  /** Call its `forget` when a member's bell rings. */
  readonly authentication: Authentication;
  close(): Promise<void>;
}

export async function openMembers({ config, database, ids, door, logger }: MembersOptions): Promise<MembersRoom> {
  const { limits, redisPrefix } = config;
  const time = () => database.time();
  const secret = await authSecret(config);
  const accessTokens = new AccessTokens(secret, limits.accessTokenLifetime, time);
  const refreshTokens = new RefreshTokens(secret);
  const lifetime = limits.refreshTokenLifetime;
  const sessions = new SessionsService({ database, door, accessTokens, refreshTokens, lifetime });
  const redis = config.redisUrl === undefined ? undefined : await connectLoginCounts(config.redisUrl, logger);
  const throttle = new LoginThrottle({ time, redis, redisPrefix, signUps: limits.signUpsPerHour });
  const accounts = new AccountsService({ database, ids, door, sessions, throttle });
  const authentication = new Authentication(database, accessTokens);
  const reader = new MemberReader(database);
  const search = new SearchService(database, limits.page);
  const people = new MembersResolver(database, reader, search);
  const viewers = new ViewerResolver(database, reader, new ProfilesService(database, door));
  return {
    resolvers: [people, viewers, new SessionsResolver(accounts, sessions, authentication)],
    sources: new Map([
      ['Member', people.find],
      ['Viewer', viewers.find],
    ]),
    reader,
    search,
    accounts,
    authentication,
    close: async () => redis?.disconnect(),
  };
}
