import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';

/** Property names whose values never reach a log, wherever they are in the object that is logged. */
const SECRETS = [
  'authorization',
  'cookie',
  'password',
  'newPassword',
  'currentPassword',
  'accessToken',
  'refreshToken',
  'authSecret',
  'databaseUrl',
  'redisUrl',
  'note',
];

interface LoggerChoices {
  readonly level: string;
  /** Lines for people instead of JSON: for a terminal in development. */
  readonly pretty?: boolean;
  /** Where the lines go; default: standard output. */
  readonly destination?: DestinationStream;
}

/** One JSON object a line. Errors show their kind, code and stack, but never the SQL and values they came from. */
export function createLogger({ level, pretty = false, destination }: LoggerChoices): Logger {
  const options: LoggerOptions = {
    level,
    base: {},
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
    redact: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  };
  if (destination) return pino(options, destination);
  return pretty ? pino({ ...options, transport: PRETTY, formatters: {} }) : pino(options);
}

const PRETTY = {
  target: 'pino-pretty',
  options: { translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname', singleLine: true },
};

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return { type: error.name, message: error.message, ...code, stack: error.stack, ...cause };
}
