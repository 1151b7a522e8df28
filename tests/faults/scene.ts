import type { ApiProcess } from './api-process';
import type { CheckingClient } from './clients/checking-client';
import type { AppEvent } from './clients/member-view';
import type { Anomaly } from './clients/stream-checker';
import type { Way } from './clients/wire';
import type { Fault } from './fault';
import type { Place } from './place';
import type { Truth } from './truth';

/** A promise broken to one client, with what it takes to find out why. */
export interface Violation extends Anomaly {
  readonly client: { readonly member: number; readonly way: Way; readonly url: string };
  /** What it heard last, as it was told. */
  readonly recent: readonly AppEvent[];
}

/** One fault as it happened, and what clients saw of it. Times are `performance.now()`. */
export interface Incident {
  readonly fault: Fault;
  /** The process it was meant for; null: all of them. */
  readonly api: ApiProcess | null;
  readonly began: number;
  ended: number;
  /** When everybody had recovered. */
  over: number;
  events: number;
  /** From changes to clients, while the fault lasted. Milliseconds. */
  readonly deliveries: number[];
  /** The same of changes made a while after it, when all is to be as before. */
  readonly laterDeliveries: number[];
  /** How long each client that was affected took to know everything. Milliseconds. */
  readonly recoveries: number[];
  /** How long those who listened to the process went on trying before they listened elsewhere. Milliseconds. */
  readonly departures: number[];
  /** Connections that ended. */
  breaks: number;
  /** How often the fault itself has seen that it took effect. */
  felt: number;
}

/** What an incident needs of the round it happens in. */
export interface Scene {
  readonly place: Place;
  readonly clients: readonly CheckingClient[];
  /** Where the streams end now, by the database itself. */
  readonly heads: () => Promise<ReadonlyMap<number, number>>;
  /** All streams, by the database itself. */
  readonly truth: () => Promise<Truth>;
  /** What was found broken before the end of the round, where it would not be seen any more. */
  readonly violations: Violation[];
  /** How many changes members have been told are done. */
  readonly done: () => number;
  /** Those that go on now. */
  readonly open: Set<Incident>;
}
