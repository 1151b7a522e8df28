import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics';

/** What a load balancer wants to know: whether to send requests here. Names what is missing. */
export type Readiness = () => Promise<readonly string[]>;

/** A check that takes longer than this is answered as failed. Milliseconds. */
const PATIENCE = 2000;

/** `/livez`: the process runs. `/readyz`: it can serve. `/metrics`: what it has counted, for Prometheus. */
export function addHealth(http: FastifyInstance, metrics: Metrics, readiness: Readiness): void {
  http.get('/livez', async () => ({ status: 'ok' }));
  http.get('/readyz', async (_request, reply) => {
    const missing = await withinPatience(readiness());
    return reply
      .code(missing.length > 0 ? 503 : 200)
      .send(missing.length > 0 ? { status: 'unavailable', missing } : { status: 'ok' });
  });
  http.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}

async function withinPatience(check: Promise<readonly string[]>): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(() => resolve(['an answer in time']), PATIENCE);
  });
  try {
    return await Promise.race([check, impatience]);
  } finally {
    clearTimeout(timer);
  }
}
