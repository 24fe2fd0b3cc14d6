import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics.ts';
import type { Readiness } from '../shutdown.ts';

/** One line and one figure per request. The route's pattern, never the URL: a URL can hold a phone number. */
export function addRequestLog(app: FastifyInstance, metrics: Metrics, readiness: Readiness): void {
  const seconds = metrics.histogram('http_request_seconds', 'Time to answer', ['method', 'route', 'status']);

  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (readiness.isDraining) reply.header('connection', 'close');
  });

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    seconds.observe(labels, reply.elapsedTime / 1_000);
    if (request.routeOptions.config?.traffic === 'probe') return;
    request.log.info({ ...labels, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
}
