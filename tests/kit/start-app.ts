import 'reflect-metadata';
import { type App, createApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { createLogger } from '../../src/logger';
import { TestClock } from './clock';
import { HttpClient } from './http-client';
import { People } from './person';
import { newPlace } from './place';
import { type Queries, watchQueries } from './queries';

export { TEST_SECRET } from './place';

export interface TestApp {
  readonly app: App;
  readonly http: HttpClient;
  readonly clock: TestClock;
  /** Lines of the log. */
  readonly log: string[];
  readonly people: People;
  /** What the database is asked. */
  readonly queries: Queries;
  stop(): Promise<void>;
}

/** A whole Rapport in this process, with a database of its own, on the engine of this jest project. */
export async function startApp(env: Readonly<Record<string, string>> = {}, clock = new TestClock()): Promise<TestApp> {
  const place = await newPlace();
  try {
    const config = loadConfig({ ...place.env, ...env });
    const log: string[] = [];
    const logger = createLogger({ level: 'debug', destination: { write: (line) => void log.push(line) } });
    const app = await createApp({ config, clock: clock.read, logger });
    const people = new People(app.url);
    const stop = async () => {
      await people.leave();
      await app.stop();
      await place.remove();
    };
    return { app, http: new HttpClient(app.url), clock, log, people, queries: watchQueries(app.database), stop };
  } catch (error) {
    await place.remove();
    throw error;
  }
}
