import { Catalog, ConfirmPriceBody } from '@servicepro/contracts/rest/catalog';
import { Cents, Id, Problem } from '@servicepro/contracts/values';
import { type AppDatabase, readAsTenant, withTenant } from '@servicepro/db';
import type { Clock } from '@servicepro/service-kit/clock';
import type { HttpApp } from '@servicepro/service-kit/http';
import type { TenantContext } from '@servicepro/tenant-context';
import { z } from 'zod';
import { identityErrors, mayConfirmPrices } from '../identity/index.ts';
import { confirmPrice } from './confirm-price.ts';
import { listServices } from './list-services.ts';

export interface CatalogRoutesDeps {
  database: AppDatabase;
  clock: Clock;
  wakeRelay(): void;
  /** Tells the tenant's open screens which services changed. */
  changed(context: TenantContext, serviceIds: string[]): void;
}

const base = '/api/v1/tenants/:tenantId';
const problems = { 400: Problem, 401: Problem, 403: Problem, 404: Problem };

/** What is sold, for staff; and the owner's word that a price may be told to customers. */
export function catalogRoutes(app: HttpApp, deps: CatalogRoutesDeps): void {
  app.get(
    `${base}/catalog`,
    { schema: { params: z.strictObject({ tenantId: z.string() }), response: { 200: Catalog, ...problems } } },
    async ({ tenantContext }) => readAsTenant(deps.database, tenantContext, listServices),
  );

  app.post(
    `${base}/prices/:priceId/confirm`,
    {
      schema: {
        params: z.strictObject({ tenantId: z.string(), priceId: Id }),
        body: ConfirmPriceBody,
        response: { 200: z.strictObject({ serviceId: Id, priceCents: Cents }), ...problems },
      },
    },
    async ({ tenantContext, params, body }) => {
      requireOwner(tenantContext);
      const confirmed = await withTenant(deps.database, tenantContext, (db) =>
        confirmPrice(db, { priceId: params.priceId, priceCents: body.priceCents, now: deps.clock.now() }),
      );
      deps.wakeRelay();
      deps.changed(tenantContext, [confirmed.serviceId]);
      return confirmed;
    },
  );
}

function requireOwner({ actor }: TenantContext): void {
  if (actor.kind !== 'user' || !mayConfirmPrices(actor.role)) throw identityErrors.notAllowed();
}
