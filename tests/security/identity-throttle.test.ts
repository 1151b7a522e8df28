import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import type { DomainError } from '../../src/errors';
import { LoginThrottle } from '../../src/members/login-throttle';
import { redisUrl } from '../services/engine';

const time = () => Date.now();
const signUps = 3;
const connections: Redis[] = [];

afterAll(async () => {
  for (const redis of connections) if (redis.status !== 'end') await redis.quit();
});

async function connect(url: string): Promise<Redis> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  connections.push(redis);
  await redis.connect();
  return redis;
}

const prefix = (): string => `test-${randomBytes(6).toString('hex')}`;

async function codeOf(attempt: Promise<void>): Promise<string> {
  return attempt.then(
    () => 'allowed',
    (error: DomainError) => error.code,
  );
}

async function fail(throttle: LoginThrottle, times: number, email: () => string, address: () => string): Promise<void> {
  for (let i = 0; i < times; i++) expect(await codeOf(throttle.attempt(email(), address()))).toBe('allowed');
}

let counter = 0;
const anyone = () => `person${counter++}@example.org`;
const anywhere = () => `192.0.2.${counter++}`;

test('an account is closed to guesses from anywhere, and no other account suffers', async () => {
  const throttle = new LoginThrottle({ time, signUps, redisPrefix: prefix() });
  await fail(throttle, 10, () => 'ada@example.org', anywhere);
  expect(await codeOf(throttle.attempt('ada@example.org', anywhere()))).toBe('TOO_MANY_ATTEMPTS');
  expect(await codeOf(throttle.attempt('grace@example.org', anywhere()))).toBe('allowed');
});

test('an address that guesses at many accounts is stopped, and cannot lock anyone else out', async () => {
  const throttle = new LoginThrottle({ time, signUps, redisPrefix: prefix() });
  await fail(throttle, 10, anyone, () => '198.51.100.1');
  for (let i = 0; i < 20; i++)
    expect(await codeOf(throttle.attempt('ada@example.org', '198.51.100.1'))).toBe('TOO_MANY_ATTEMPTS');
  expect(await codeOf(throttle.attempt('ada@example.org', '203.0.113.1'))).toBe('allowed');
});

test('a member who is signed in can prove a password whatever strangers fail at, and guesses at it are counted', async () => {
  const throttle = new LoginThrottle({ time, signUps, redisPrefix: prefix() });
  await fail(
    throttle,
    10,
    () => 'ada@example.org',
    () => '198.51.100.1',
  );
  await throttle.proof(1);
  await throttle.proved(1);
  for (let i = 0; i < 10; i++) expect(await codeOf(throttle.proof(1))).toBe('allowed');
  expect(await codeOf(throttle.proof(1))).toBe('TOO_MANY_ATTEMPTS');
  expect(await codeOf(throttle.proof(2))).toBe('allowed');
});

test('who asks for account after account is stopped, and can still sign in', async () => {
  const throttle = new LoginThrottle({ time, signUps, redisPrefix: prefix() });
  for (let i = 0; i < signUps; i++) expect(await codeOf(throttle.signUp('198.51.100.1'))).toBe('allowed');
  expect(await codeOf(throttle.signUp('198.51.100.1'))).toBe('TOO_MANY_ATTEMPTS');
  expect(await codeOf(throttle.signUp('203.0.113.1'))).toBe('allowed');
  expect(await codeOf(throttle.attempt('ada@example.org', '198.51.100.1'))).toBe('allowed');
});

test('two processes count together over Redis', async () => {
  const redisPrefix = prefix();
  const [one, other] = [
    new LoginThrottle({ time, signUps, redisPrefix, redis: await connect(redisUrl()) }),
    new LoginThrottle({ time, signUps, redisPrefix, redis: await connect(redisUrl()) }),
  ];
  await fail(one, 5, () => 'ada@example.org', anywhere);
  await fail(other, 5, () => 'ada@example.org', anywhere);
  expect(await codeOf(one.attempt('ada@example.org', anywhere()))).toBe('TOO_MANY_ATTEMPTS');
  await one.succeeded('ada@example.org', anywhere());
  expect(await codeOf(other.attempt('ada@example.org', anywhere()))).toBe('allowed');
});

test('without the Redis that counts, nobody signs in', async () => {
  const redis = await connect(redisUrl());
  const throttle = new LoginThrottle({ time, signUps, redisPrefix: prefix(), redis });
  await redis.quit();
  expect(await codeOf(throttle.attempt('ada@example.org', anywhere()))).toBe('TRY_AGAIN');
});
