import { join } from 'node:path';
import { Environment } from './environment';
import { type Policy, readPolicy } from './policy';

/** Everything the environment decides. Built once by `loadConfig`; the rest of the program never reads the environment. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** `mysql://…` or `mariadb://…`; absent: the embedded database in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** The file that remembers who was erased, outside the database and its backups. */
  readonly eraseList: string;
  /** One URL, or several of a cluster or of Sentinels, separated by commas; absent: bells ring within this process only. */
  readonly redisUrl: string | undefined;
  /** Put before every Redis channel, since channels are shared by all databases of a Redis server. */
  readonly redisPrefix: string;
  /** Absent only outside production: a random one is then made and kept in `dataDir`. */
  readonly authSecret: string | undefined;
  readonly logLevel: string;
  readonly introspection: boolean;
  readonly playground: boolean;
  readonly rateLimits: boolean;
  readonly demo: boolean;
  readonly allowNonDurable: boolean;
  readonly corsOrigins: readonly string[];
  /** How many proxies of ours stand before this process and append to `X-Forwarded-For`. */
  readonly trustedProxies: number;
  readonly limits: Limits;
  readonly policy: Policy;
}

/** Bounds on what one request, socket or process may ask for. Times are milliseconds, sizes bytes. */
export interface Limits {
  readonly body: number;
  readonly document: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly cost: number;
  readonly page: number;
  readonly accessTokenLifetime: number;
  readonly refreshTokenLifetime: number;
  /** From one address. */
  readonly signUpsPerHour: number;
  readonly connectionInit: number;
  readonly subscriptionsPerSocket: number;
  readonly socketsPerMember: number;
  readonly socketsPerAddress: number;
  readonly checkpoint: number;
  /** How many long pages of those who have been away are read and answered at the same time. */
  readonly catchingUp: number;
  /** Over how long sockets are closed when the process stops. */
  readonly drain: number;
  /** How long a message may take to leave, and how much may wait to. */
  readonly slowConsumer: number;
  readonly unsent: number;
  readonly lanePoll: number;
  /** Commands a second that nobody waits for. */
  readonly aside: number;
  readonly batch: number;
  /** Milliseconds for which a sender's own request is held at most, at random, before it is answered. */
  readonly answerHold: number;
  readonly waitingCommands: number;
  readonly databaseConnections: number;
  /** Within this the database answers a statement, or the connection counts as lost. */
  readonly databaseAnswer: number;
  /** For the index of who knows whom; where it does not fit, this much of it is kept at hand. */
  readonly graphMemory: number;
  /** How long events are kept at least, and how many of each member. */
  readonly eventsKept: number;
  readonly eventsOfMemberKept: number;
}

/** The environment cannot be used. `problems` holds one sentence for each variable that is wrong; values are not repeated. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration has ${problems.length} problem(s):\n${problems.map((p) => `  - ${p}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const SECRET_MIN_LENGTH = 32;
const SECRET_MIN_DISTINCT = 10;

/** Reads and checks all settings. Throws `ConfigError` that names every problem at once. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const environment = new Environment(env);
  const { problems, text, choice, number, whole, url, origins } = environment;

  const nodeEnv = text('NODE_ENV') ?? 'development';
  if (!['production', 'development', 'test'].includes(nodeEnv))
    problems.push('NODE_ENV must be "production", "development" or "test".');
  const production = nodeEnv === 'production';
  const databaseUrl = url('DATABASE_URL', ['mysql:', 'mariadb:']);

  const dataDir = text('DATA_DIR') ?? '.data';
  const config: Config = {
    production,
    host: text('HOST') ?? '127.0.0.1',
    port: whole('PORT', 4000, 0, 65_535),
    databaseUrl,
    dataDir,
    eraseList: text('ERASE_LIST') ?? join(dataDir, 'erased.list'),
    redisUrl: url('REDIS_URL', ['redis:', 'rediss:', 'sentinel:'], true),
    redisPrefix: text('REDIS_PREFIX') ?? 'rapport',
    authSecret: authSecret(text('AUTH_SECRET'), production, problems),
    logLevel: text('LOG_LEVEL') ?? 'info',
    introspection: choice('INTROSPECTION', !production),
    playground: choice('PLAYGROUND', !production),
    rateLimits: choice('RATE_LIMITS', true),
    demo: choice('DEMO', !production && databaseUrl === undefined),
    allowNonDurable: choice('ALLOW_NON_DURABLE', false),
    trustedProxies: whole('TRUSTED_PROXIES', 0, 0, 10),
    corsOrigins: origins('CORS_ORIGINS'),
    limits: {
      body: whole('MAX_BODY_BYTES', 128 * 1024, 1024),
      document: whole('MAX_DOCUMENT_BYTES', 16 * 1024, 256),
      tokens: whole('MAX_TOKENS', 1000, 10),
      depth: whole('MAX_DEPTH', 14, 1),
      aliases: whole('MAX_ALIASES', 15),
      directives: whole('MAX_DIRECTIVES', 50),
      cost: whole('MAX_COST', 5000, 100),
      page: whole('MAX_PAGE', 100, 1, 1000),
      accessTokenLifetime: number('ACCESS_TOKEN_MINUTES', 15, 0.01, production ? 1440 : 2_000_000) * 60_000,
      refreshTokenLifetime: number('REFRESH_TOKEN_DAYS', 30, 0.01, 3650) * 86_400_000,
      signUpsPerHour: whole('SIGN_UPS_PER_HOUR', 30, 1),
      connectionInit: number('CONNECTION_INIT_SECONDS', 5, 0.1, 3600) * 1000,
      subscriptionsPerSocket: whole('SUBSCRIPTIONS_PER_SOCKET', 3, 1),
      socketsPerMember: whole('SOCKETS_PER_MEMBER', 10, 1),
      socketsPerAddress: whole('SOCKETS_PER_ADDRESS', 2000, 1),
      checkpoint: number('CHECKPOINT_SECONDS', 25, 0.1, 86_400) * 1000,
      catchingUp: whole('CATCHING_UP', 4, 1),
      drain: number('DRAIN_SECONDS', production ? 10 : 0, production ? 2 : 0, 20) * 1000,
      slowConsumer: number('SLOW_CONSUMER_SECONDS', 10, 0.1, 60) * 1000,
      unsent: whole('MAX_UNSENT_BYTES', 64 * 1024, 1024),
      lanePoll: number('LANE_POLL_SECONDS', 1, 0.05, 86_400) * 1000,
      aside: whole('ASIDE_A_SECOND', 1850, 1),
      batch: whole('WRITE_BATCH', 64, 1, 500),
      answerHold: number('ANSWER_HOLD_MS', 8, 0, 1000),
      waitingCommands: whole('WAITING_COMMANDS', 10_000, 1),
      // The API promises 30 days and 1,000 events; a test may forget sooner.
      eventsKept: number('RETENTION_DAYS', 30, production ? 30 : 0, 3650) * 86_400_000,
      eventsOfMemberKept: whole('RETENTION_EVENTS', 1000, production ? 1000 : 0),
      databaseConnections: whole('DATABASE_CONNECTIONS', 10, 2),
      // A lock is waited for for a second, and that must not look like silence.
      databaseAnswer: number('DATABASE_ANSWER_SECONDS', 5, 2, 3600) * 1000,
      graphMemory: number('GRAPH_MEMORY_MB', 1024) * 1024 * 1024,
    },
    policy: readPolicy(environment),
  };
  if (!['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].includes(config.logLevel))
    problems.push('LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.');
  if (production && config.demo) problems.push('DEMO must be off in production: everybody can read its passwords.');
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function authSecret(value: string | undefined, production: boolean, problems: string[]): string | undefined {
  if (value === undefined) {
    if (production) problems.push('AUTH_SECRET is missing. Make one with: openssl rand -base64 48');
    return undefined;
  }
  const guessable = new Set(value).size < SECRET_MIN_DISTINCT || repeats(value);
  if (value.length < SECRET_MIN_LENGTH || guessable)
    problems.push(`AUTH_SECRET is too weak: use at least ${SECRET_MIN_LENGTH} random characters.`);
  return value;
}

/** Whether a text is one part of itself, again and again. */
function repeats(text: string): boolean {
  for (let period = 1; period <= text.length / 2; period++) if (text.startsWith(text.slice(period))) return true;
  return false;
}
