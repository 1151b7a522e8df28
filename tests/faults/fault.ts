import type { ApiProcess } from './api-process';
import type { CheckingClient } from './clients/checking-client';
import type { Place, PlaceOptions } from './place';

/** What a process says to the database, packet after packet, to commit a transaction that changes something. */
export const CHANGING_COMMIT = ['INSERT INTO lane_batch', 'COMMIT'] as const;

/** Clients notice within 25 seconds that nobody is there, look once a second, and come back within another. Milliseconds. */
export const DEPARTED_WITHIN = 27_000;

/** Something that goes wrong, and is repaired. */
export interface Fault {
  /** As the table prints it. */
  readonly name: string;
  /** What must hold, as the table prints it. */
  readonly figure: string;
  /** What is disturbed: one API process, or all of them. Faults of different processes may overlap. */
  readonly reach: 'process' | 'system';
  /** Clients have recovered when they know all that had happened when it began, or when it was over; default: over. */
  readonly recoveredFrom?: 'beginning' | 'end';
  /** Numbers behind the figure; what is absent is not bounded. Milliseconds. */
  readonly bounds?: Bounds;
  /** It needs a system made for it, such as a database on a disk of its own. */
  readonly place?: () => Promise<PlaceOptions>;
  /** History may be lost: clients are told so by a reset, and what had been acknowledged may be gone. */
  readonly forgets?: boolean;
  /** The times of events mean nothing while it lasts. */
  readonly timeless?: boolean;
  /** Why it cannot be done here, for example because it needs root; null: it can. */
  readonly impossible?: () => string | null;
  /**
   * Does the fault and its repair. `api` is the process it is meant for, `clients` are all who listen. Where neither clients nor
   * those who ask for changes need feel it, it resolves to how often it has itself seen that it took effect.
   */
  inject(place: Place, api: ApiProcess, clients: readonly CheckingClient[]): Promise<number | undefined>;
}

export interface Bounds {
  /** Until 99 of 100 clients know everything again. */
  readonly recovery?: number;
  /** 99 of 100 changes that are asked of the other processes meanwhile. */
  readonly writes?: number;
  /** Changes that were not answered at the first attempt, of all that were asked meanwhile. */
  readonly failed?: number;
  /** From a change to 99 of 100 clients, meanwhile. */
  readonly delivery?: number;
  /** The same of changes made from 5 to 8 seconds after its end. */
  readonly laterDelivery?: number;
  /** From the beginning until 99 of 100 clients of the process listen to another; only while the fault lasts. */
  readonly departure?: number;
  /** Connections of clients that end. */
  readonly breaks?: number;
  /** From the end of the fault to the first change, 99 times of 100. */
  readonly writesBack?: number;
}
