import type { Fault } from './fault';
import { API_FAULTS } from './kinds/api';
import { NETWORK_FAULTS } from './kinds/network';
import { DATABASE_FAULTS, REDIS_FAULTS } from './kinds/stores';

/** Every row of the table. */
export const FAULTS: readonly Fault[] = [...API_FAULTS, ...DATABASE_FAULTS, ...REDIS_FAULTS, ...NETWORK_FAULTS];
