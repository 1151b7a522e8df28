import type { IncomingMessage } from 'node:http';

/**
 * Where a request comes from. Each of `proxies` trusted proxies has appended the address it was called from to
 * `X-Forwarded-For`; whatever stands before those entries was written by the client and proves nothing.
 */
export function clientAddress({ headers, socket }: IncomingMessage, proxies: number): string {
  const header = headers['x-forwarded-for'];
  const forwarded = [header ?? []].flat().flatMap((value) => value.split(',').map((part) => part.trim()));
  const hops = [...forwarded, socket.remoteAddress ?? ''];
  return hops.at(Math.max(0, hops.length - 1 - proxies)) ?? '';
}
