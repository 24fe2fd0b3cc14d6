import { Home } from '@servicepro/contracts/rest/home';
import { Problem } from '@servicepro/contracts/values';
import { type AppDatabase, readAsTenant } from '@servicepro/db';
import type { Clock } from '@servicepro/service-kit/clock';
import type { HttpApp } from '@servicepro/service-kit/http';
import { z } from 'zod';
import { readHome } from './read-home.ts';

export interface AnalyticsRoutesDeps {
  database: AppDatabase;
  clock: Clock;
}

/** The dashboard's Home. */
export function analyticsRoutes(app: HttpApp, deps: AnalyticsRoutesDeps): void {
  app.get(
    '/api/v1/tenants/:tenantId/home',
    {
      schema: {
        params: z.strictObject({ tenantId: z.string() }),
        response: { 200: Home, 401: Problem, 403: Problem, 404: Problem },
      },
    },
    async ({ tenantContext }) =>
      readAsTenant(deps.database, tenantContext, (db) => readHome(db, deps.clock.now())),
  );
}
