import { setTimeout as delay } from 'node:timers/promises';
import type { Signed } from '../../bench/accounts';
import { CheckingClient, type Surroundings } from './clients/checking-client';
import type { Way } from './clients/wire';

/** Devices of a member listen in these ways, one after the other. */
const WAYS: readonly Way[] = ['socket', 'socket', 'sse', 'socket', 'pages'];
/** Clients that are installed at the same time. */
const AT_ONCE = 40;

/** All checking clients of a place. */
export class Audience {
  readonly clients: CheckingClient[] = [];
  private readonly rounds = setInterval(() => {
    for (const client of this.clients) client.watch();
  }, 1000);

  /** Installs so many devices of each member; resolves when all of them listen. */
  async gather(members: readonly Signed[], devices: number, surroundings: Surroundings): Promise<void> {
    const wanted = members.flatMap((member, n) =>
      Array.from({ length: devices }, (_, device) => ({ member, way: WAYS[(n + device) % WAYS.length] ?? 'socket' })),
    );
    for (let from = 0; from < wanted.length; from += AT_ONCE)
      await Promise.all(
        wanted.slice(from, from + AT_ONCE).map(async ({ member, way }) => {
          const client = await CheckingClient.install(member, way, surroundings);
          this.clients.push(client);
          client.listens();
        }),
      );
    while (!this.clients.every((client) => client.live)) await delay(20);
  }

  leave(): void {
    clearInterval(this.rounds);
    for (const client of this.clients) client.leave();
  }
}
