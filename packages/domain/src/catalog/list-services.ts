import type { Catalog } from '@servicepro/contracts/rest/catalog';
import type { TenantDb } from '@servicepro/db';
import { findCatalog } from './services.repository.ts';

/**
 * All that is sold: asset classes, active services with a price and a duration for each class, add-ons. A `priceCents`
 * of null is not confirmed and may not be told to a customer; `suggestedCents` is for staff only.
 */
export async function listServices(db: TenantDb): Promise<Catalog> {
  return findCatalog(db);
}
