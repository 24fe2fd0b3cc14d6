import formbody from '@fastify/formbody';
import { buildHttpApp, type HttpApp, type HttpAppOptions } from '@servicepro/service-kit/http';
import { type DeliveryReportDeps, deliveryReportRoutes } from './delivery-report.routes.ts';
import { type IncomingTextDeps, incomingTextRoutes } from './incoming-text.routes.ts';

export interface GatewayDeps extends IncomingTextDeps, DeliveryReportDeps {
  http: HttpAppOptions;
}

/** The carrier's webhooks and nothing else: no admin routes. */
export async function buildApp(deps: GatewayDeps): Promise<HttpApp> {
  const app = await buildHttpApp({ ...deps.http, bodyLimitBytes: 64 * 1_024, rateLimit: false });
  await app.register(formbody, { bodyLimit: 64 * 1_024 });
  incomingTextRoutes(app, deps);
  deliveryReportRoutes(app, deps);
  return app;
}
