import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import sensible from '@fastify/sensible';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import type { Readiness } from '../shutdown.ts';
import { answerError, answerUnknownRoute } from './error-handler.ts';
import { addHealthRoutes, type HealthCheck } from './health-routes.ts';
import { addLoadShedding, type LoadSheddingOptions } from './load-shedding.ts';
import { addOpenApi, type OpenApiOptions } from './open-api.ts';
import { addRateLimit, type RateLimitOptions } from './rate-limiting.ts';
import { requestIdOf } from './request-id.rules.ts';
import { addRequestLog } from './request-log.ts';
import { collectRoutes, type RouteEntry } from './route-list.ts';

/** A Fastify app whose routes are typed by their Zod schemas. */
export type HttpApp = FastifyInstance<
  Server,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route of the app, complete after ready(). */
    readonly routeList: readonly RouteEntry[];
  }
}

export interface HttpAppOptions {
  logger: Logger;
  metrics: Metrics;
  readiness: Readiness;
  /** Addresses whose x-forwarded-* headers are believed. */
  trustedProxies: readonly string[];
  /** What /health/ready asks, by name. */
  checks?: Readonly<Record<string, HealthCheck>>;
  /** Largest body in bytes. Default 1 MiB; a route may set its own bodyLimit. */
  bodyLimitBytes?: number;
  /** Requests per window and key; a route may set its own in `config.rateLimit`, or false. */
  rateLimit?: RateLimitOptions | false;
  loadShedding?: LoadSheddingOptions;
  openApi?: OpenApiOptions;
  helmet?: FastifyHelmetOptions;
}

/**
 * The HTTP side of a backend, the same for all three: register routes on what it returns, then listen. Errors become
 * problem documents in one place. Nothing listens and no connection is made here; tests use `inject`.
 */
export async function buildHttpApp(options: HttpAppOptions): Promise<HttpApp> {
  const logger: FastifyBaseLogger = options.logger;
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: (request) => requestIdOf(request.headers),
    trustProxy: [...options.trustedProxies],
    bodyLimit: options.bodyLimitBytes ?? 1_048_576,
    requestTimeout: 30_000,
    // While draining, requests that arrive on open connections are still served; `connection: close` ends them after.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: false },
  }).withTypeProvider<ZodTypeProvider>();

  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.removeContentTypeParser('text/plain');
  app.decorate('routeList', collectRoutes(app));

  addRequestLog(app, options.metrics, options.readiness);
  await app.register(sensible);
  await app.register(cookie);
  await app.register(helmet, options.helmet ?? jsonOnlyHelmet);
  await addLoadShedding(app, options.loadShedding ?? {});
  if (options.rateLimit !== false) await addRateLimit(app, options.rateLimit ?? {}, options.trustedProxies);
  if (options.openApi) await addOpenApi(app, options.openApi);
  addHealthRoutes(app, {
    readiness: options.readiness,
    metrics: options.metrics,
    checks: options.checks ?? {},
  });
  app.setNotFoundHandler(answerUnknownRoute);
  return app;
}

const jsonOnlyHelmet: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
  },
};
