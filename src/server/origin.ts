import type { IncomingMessage } from 'node:http';

/**
 * Whether a WebSocket may be opened by the page that asks. Browsers do not ask before an upgrade, they only tell the page's
 * origin: it must be our own host or a configured one, compared as a whole. Programs send none.
 */
export function originAllowed({ headers }: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}
