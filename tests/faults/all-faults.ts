import type { Fault } from './fault';
import { API_FAULTS } from './kinds/api';
import { CLIENT_FAULTS } from './kinds/clients';
import { NETWORK_FAULTS } from './kinds/network';
import { DATABASE_FAULTS, REDIS_FAULTS } from './kinds/stores';
import { CLOCK_JUMPS } from './stores/clocks';
import { DISK_FAULTS } from './stores/database-faults';
import { SENTINEL_FAILOVER } from './stores/sentinels';

/** Every row of the table. */
export const FAULTS: readonly Fault[] = [
  ...[...API_FAULTS, ...DATABASE_FAULTS, ...DISK_FAULTS, ...REDIS_FAULTS, SENTINEL_FAILOVER],
  ...[...NETWORK_FAULTS, ...CLIENT_FAULTS, ...CLOCK_JUMPS],
];
