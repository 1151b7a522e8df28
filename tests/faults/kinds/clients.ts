import type { Fault } from '../fault';

/** What clients do to the system. */
export const CLIENT_FAULTS: readonly Fault[] = [
  {
    name: 'all clients come back at once',
    figure: 'all caught up ≤ 20 s',
    reach: 'system',
    recoveredFrom: 'beginning',
    bounds: { recovery: 20_000 },
    inject: async (_place, _api, clients) => {
      for (const client of clients) client.rushes();
    },
  },
];
