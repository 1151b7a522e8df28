import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { getDistDirectory, isSandboxFrame, renderAltair, SANDBOX_FRAME_CSP } from 'altair-static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readOperations } from './documented-operations';
import { projectFile } from './project-files';

/** Somebody of the demo network, whom everybody who can reach the playground may be. */
export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface Playground {
  readonly people: readonly DemoPerson[];
}

/** Everything comes from us, and nothing goes anywhere else. Altair's editor makes its styles while it runs. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The playground at `/`: a page that lists the documented operations and opens each in Altair, which needs no network. */
export async function addPlayground(http: FastifyInstance, { people }: Playground): Promise<void> {
  const own = projectFile('src/server/playground');
  const content = { people, operations: readOperations(projectFile('schema/operations')) };
  const altairPage = renderAltair({
    baseURL: '/altair/',
    serveInitialOptionsInSeperateRequest: '/playground/altair.js',
  });
  http.get('/', (_request, reply) => sendFile(reply, join(own, 'index.html')));
  http.get('/playground/content.json', (_request, reply) => guarded(reply).send(content));
  http.get('/altair/', (_request, reply) =>
    guarded(reply)
      .type(TYPES['.html'] ?? '')
      .send(altairPage),
  );
  for (const file of readdirSync(own))
    http.get(`/playground/${file}`, (_request, reply) => sendFile(reply, join(own, file)));

  const altair = getDistDirectory();
  for (const file of filesOf(altair)) {
    if (file === 'index.html') continue;
    http.get(`/altair/${file}`, (_request, reply) =>
      sendFile(reply, join(altair, file), isSandboxFrame(file) ? SANDBOX_FRAME_CSP : CSP),
    );
  }
}

function filesOf(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

function sendFile(reply: FastifyReply, path: string, policy = CSP): FastifyReply {
  return guarded(reply, policy)
    .type(TYPES[extname(path)] ?? 'application/octet-stream')
    .send(readFileSync(path));
}

function guarded(reply: FastifyReply, policy = CSP): FastifyReply {
  return reply.headers({
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  });
}
