import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { httpErrors } from './http.errors.ts';

/**
 * How a route is treated under load, in its `config.traffic`: a vendor's webhook is `critical` and never refused, a
 * `stream` stays open and is not counted, a `probe` always answers; everything else is `standard`.
 */
export type TrafficClass = 'critical' | 'standard' | 'stream' | 'probe';

declare module 'fastify' {
  interface FastifyContextConfig {
    traffic?: TrafficClass;
  }
}

export interface LoadSheddingOptions {
  /** Standard requests at once; the next one is told to come back. Default 250. */
  maxInFlight?: number;
  /** How late the event loop may be. Default 1,000 ms. */
  maxEventLoopDelayMs?: number;
}

const retryAfterSeconds = 1;

/** Refuses early, with 503 and Retry-After, what would otherwise make everything slow. */
export async function addLoadShedding(app: FastifyInstance, options: LoadSheddingOptions): Promise<void> {
  const maxInFlight = options.maxInFlight ?? 250;
  let inFlight = 0;

  await app.register(underPressure, {
    maxEventLoopDelay: options.maxEventLoopDelayMs ?? 1_000,
    retryAfter: retryAfterSeconds,
    pressureHandler: (request) => {
      if (isShed(request)) throw httpErrors.overloaded({ retryAfterSeconds });
    },
  });

  app.addHook('onRequest', async (request, reply) => {
    if (!isShed(request)) return;
    if (inFlight >= maxInFlight) throw httpErrors.overloaded({ retryAfterSeconds });
    inFlight += 1;
    reply.raw.once('close', () => {
      inFlight -= 1;
    });
  });
}

function isShed(request: FastifyRequest): boolean {
  return (request.routeOptions.config?.traffic ?? 'standard') === 'standard';
}
