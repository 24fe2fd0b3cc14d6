import type { Catalog } from '@servicepro/contracts/rest/catalog';
import type { TenantDb } from '@servicepro/db';
import { findAddOns, findAssetClasses, findServices } from './services.repository.ts';

/**
 * All that is sold: asset classes, active services with a price and a duration for each class, add-ons. A `priceCents`
 * of null is not confirmed and may not be told to a customer; `suggestedCents` is for staff only.
 */
export async function listServices(db: TenantDb): Promise<Catalog> {
  const assetClasses = await findAssetClasses(db);
  const services = await findServices(db);
  const addOns = await findAddOns(db);
  return { assetClasses, services, addOns };
}
