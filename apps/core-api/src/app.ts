import type { LiveTopic } from '@servicepro/contracts/live';
import type { AddressDb, AppDatabase } from '@servicepro/db';
import { analyticsRoutes } from '@servicepro/domain/analytics/routes';
import { catalogRoutes } from '@servicepro/domain/catalog/routes';
import { conversationRoutes } from '@servicepro/domain/conversations/routes';
import type { Auth } from '@servicepro/domain/identity';
import { identityRoutes, isStillMember } from '@servicepro/domain/identity/routes';
import { receptionistRoutes } from '@servicepro/domain/receptionist/routes';
import { publicBookingRoutes, schedulingRoutes } from '@servicepro/domain/scheduling/routes';
import { enterOpenSite } from '@servicepro/domain/sites';
import { siteRoutes } from '@servicepro/domain/sites/routes';
import type { Clock } from '@servicepro/service-kit/clock';
import { buildHttpApp, type HttpApp, type HttpAppOptions } from '@servicepro/service-kit/http';
import { type Live, liveRoutes } from '@servicepro/service-kit/live';
import type { TenantContext } from '@servicepro/tenant-context';

export interface CoreApiDeps {
  http: HttpAppOptions;
  database: AppDatabase;
  addresses: AddressDb;
  auth: Auth;
  appOrigin: string;
  clock: Clock;
  live: Live;
  wakeRelay(): void;
}

/** REST for the dashboard and the public sites: every slice's routes behind identity's guard. */
export async function buildApp(deps: CoreApiDeps): Promise<HttpApp> {
  const app = await buildHttpApp({
    ...deps.http,
    openApi: { title: 'ServicePro', version: '1', path: '/api/openapi.json' },
  });
  const { database, addresses, clock, wakeRelay } = deps;
  const changed = (topic: LiveTopic) => (context: TenantContext, ids: string[]) =>
    deps.live.publish(context.tenantId, { topic, ids });

  identityRoutes(app, deps);
  conversationRoutes(app, { database, clock, wakeRelay, changed: changed('conversations') });
  schedulingRoutes(app, { database, clock, wakeRelay, changed: changed('bookings') });
  catalogRoutes(app, { database, clock, wakeRelay, changed: changed('catalog') });
  receptionistRoutes(app, {
    ...{ database, clock, wakeRelay },
    changed(context, { conversationId, bookingId }) {
      deps.live.publish(context.tenantId, { topic: 'conversations', ids: [conversationId] });
      if (bookingId) deps.live.publish(context.tenantId, { topic: 'bookings', ids: [bookingId] });
    },
  });
  analyticsRoutes(app, { database, clock });
  liveRoutes(app, deps.live, {
    readiness: deps.http.readiness,
    contextOf: (request) => request.tenantContext,
    mayStay: (request) => isStillMember(request, deps),
  });
  siteRoutes(app, { database, addresses, clock });
  publicBookingRoutes(app, {
    ...{ database, clock, wakeRelay, changed: changed('bookings') },
    enterSite: (request) => enterOpenSite(deps, request),
  });
  return app;
}
