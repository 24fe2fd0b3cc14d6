import { PublicSite } from '@servicepro/contracts/rest/public';
import { Problem } from '@servicepro/contracts/values';
import { type AddressDb, type AppDatabase, readAsTenant } from '@servicepro/db';
import type { Clock } from '@servicepro/service-kit/clock';
import type { HttpApp } from '@servicepro/service-kit/http';
import { readPublicSite } from './read-public-site.ts';
import { resolveSite } from './resolve-site.ts';

export interface SiteRoutesDeps {
  database: AppDatabase;
  addresses: AddressDb;
  clock: Clock;
}

/** What site-renderer builds a tenant's pages of. */
export function siteRoutes(app: HttpApp, deps: SiteRoutesDeps): void {
  app.get(
    '/api/v1/public/site',
    { schema: { response: { 200: PublicSite, 404: Problem } } },
    async (request) => {
      const context = await resolveSite(deps.addresses, request);
      return readAsTenant(deps.database, context, (db) => readPublicSite(db, deps.clock.now()));
    },
  );
}
