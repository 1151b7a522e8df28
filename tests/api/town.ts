import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { type App, createApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { openDataSources } from '../../src/database/data-source';
import { migrate } from '../../src/database/schema-version';
import { ENTITIES } from '../../src/entities';
import { TestClock } from '../kit/clock';
import { type GraphQLAnswer, HttpClient } from '../kit/http-client';
import { engine, mariadbUrl } from '../services/engine';

/** A member, signed in, who asks through the front door. */
export class Person {
  constructor(
    private readonly http: HttpClient,
    readonly accessToken: string,
    readonly name: string,
    readonly id: string,
  ) {}

  /** The whole answer, errors and all. */
  answer<Data>(query: string, variables: object = {}): Promise<GraphQLAnswer<Data>> {
    return this.http.query<Data>(query, { ...variables }, { token: this.accessToken });
  }

  /** What was asked for; fails when anything went wrong. */
  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.answer<Data>(query, variables);
    if (errors.length > 0) throw new Error(`${this.name} was answered: ${JSON.stringify(errors)}`);
    return data;
  }

  /** The result of a mutation that takes one input; `selection` beside its errors. */
  async does<Result = object>(mutation: string, input: object, selection = ''): Promise<Payload<Result>> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const data = await this.ask<Record<string, Payload<Result>>>(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} errors { code path } } }`,
      { input },
    );
    const result = data[mutation];
    if (!result) throw new Error(`${mutation} gave nothing.`);
    return result;
  }

  async invites(other: Person, note?: string): Promise<string> {
    const { invitation } = await this.does<{ invitation: { id: string } }>(
      'sendInvitation',
      { recipientId: other.id, reason: 'COLLEAGUE', note },
      'invitation { id }',
    );
    return invitation.id;
  }

  async connectsWith(other: Person, note?: string): Promise<void> {
    const invitationId = await this.invites(other, note);
    await other.does('acceptInvitation', { invitationId });
  }
}

type Payload<Result> = Result & {
  readonly errors: readonly { readonly code: string; readonly path: string[] | null }[];
};

/** A Rapport of its own, on the engine of this test run. */
export interface Town {
  readonly app: App;
  readonly clock: TestClock;
  newcomer(name: string): Promise<Person>;
  newcomers(...names: string[]): Promise<Person[]>;
  /** Grace Hopper, Alan Turing and Ada Lovelace, new to the town and to each other. */
  trio(): Promise<readonly [grace: Person, alan: Person, ada: Person]>;
  /** How many statements the work made the database read; the check of the asker's session among them. */
  reads(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

export async function foundTown(env: Readonly<Record<string, string>> = {}): Promise<Town> {
  const place = engine === 'mariadb' ? await newDatabase() : await newFolder();
  const clock = new TestClock();
  const config = loadConfig({
    NODE_ENV: 'test',
    PORT: '0',
    DEMO: 'off',
    LOG_LEVEL: 'error',
    ...STEADY,
    ...place.env,
    ...env,
  });
  if (engine === 'mariadb') {
    const [writer] = await openDataSources(config, ENTITIES);
    await migrate(writer);
    await writer.destroy();
  }
  const app = await createApp({ config, clock: clock.read });
  const http = new HttpClient(app.url);
  const newcomer = (name: string) => signUp(http, name);
  return {
    app,
    clock,
    newcomer,
    newcomers: (...names) => Promise.all(names.map(newcomer)),
    trio: () => Promise.all([newcomer('Grace Hopper'), newcomer('Alan Turing'), newcomer('Ada Lovelace')]),
    reads: (work) => countReads(app, work),
    close: async () => {
      await app.stop();
      await place.remove();
    },
  };
}

/** Sessions outlast a clock that is moved on by months. */
const STEADY = {
  AUTH_SECRET: 'a secret for tests, 0123456789 abcdefghij',
  ACCESS_TOKEN_MINUTES: '10000000',
  REFRESH_TOKEN_DAYS: '10000',
};

async function newFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-town-'));
  return { env: { DATA_DIR: folder }, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function newDatabase() {
  const name = `town_${randomUUID().replaceAll('-', '')}`;
  const root = async (text: string) => {
    const connection = await createConnection(mariadbUrl().replace(/^mariadb:/, 'mysql:'));
    await connection.query(text);
    await connection.end();
  };
  await root(`CREATE DATABASE ${name}`);
  const url = new URL(`/${name}`, mariadbUrl());
  return { env: { DATABASE_URL: url.href, ALLOW_NON_DURABLE: '1' }, remove: () => root(`DROP DATABASE ${name}`) };
}

async function signUp(http: HttpClient, name: string): Promise<Person> {
  const { data, errors } = await http.query<{
    signUp: { session: { accessToken: string }; viewer: { member: { id: string } } };
  }>(
    `mutation ($input: SignUpInput!) { signUp(input: $input) { session { accessToken } viewer { member { id } } errors { code } } }`,
    { input: { email: `${randomUUID()}@example.org`, password: 'a town of one story', name } },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return new Person(http, data.signUp.session.accessToken, name, data.signUp.viewer.member.id);
}

async function countReads({ database }: App, work: () => Promise<unknown>): Promise<number> {
  const spy = jest.spyOn(database, 'query');
  try {
    await work();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}
