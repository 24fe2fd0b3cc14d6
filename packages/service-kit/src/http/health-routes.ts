import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics.ts';
import type { Readiness } from '../shutdown.ts';
import { httpErrors } from './http.errors.ts';

/** Asks one thing this process needs; throws when it is not there. */
export type HealthCheck = () => Promise<unknown>;

export interface HealthOptions {
  readiness: Readiness;
  metrics: Metrics;
  checks: Readonly<Record<string, HealthCheck>>;
}

const checkTimeoutMs = 2_000;
const quiet = { schema: { hide: true }, config: { rateLimit: false, traffic: 'probe' } } as const;

/** /health/live: the process answers. /health/ready: it wants work and what it needs is there. /metrics: never through the edge. */
export function addHealthRoutes(app: FastifyInstance, options: HealthOptions): void {
  app.get('/health/live', quiet, async () => ({ status: 'ok' }));

  app.get('/health/ready', quiet, async (_request, reply) => {
    const failing = options.readiness.isReady ? await failingChecks(options.checks) : ['readiness'];
    if (failing.length > 0) reply.status(503).header('retry-after', '1');
    return { status: failing.length > 0 ? 'unavailable' : 'ok', failing };
  });

  app.get('/metrics', quiet, async (request, reply) => {
    if (request.headers['x-forwarded-for'] !== undefined) throw httpErrors.notFound();
    return reply.type(options.metrics.registry.contentType).send(await options.metrics.registry.metrics());
  });
}

async function failingChecks(checks: Readonly<Record<string, HealthCheck>>): Promise<string[]> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => ((await passes(check)) ? [] : [name])),
  );
  return results.flat();
}

async function passes(check: HealthCheck): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), checkTimeoutMs);
  try {
    return await Promise.race([
      check().then(
        () => true,
        () => false,
      ),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
