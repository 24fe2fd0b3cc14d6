import type { TenantDb } from '@servicepro/db';
import { type FeatureKey, plans } from './plans.data.ts';

/**
 * Whether the transaction's tenant may use a feature, from its plan: the same answer in the API, in jobs and in the
 * receptionist. A plan that the catalogue does not know has none.
 */
export async function hasFeature(db: TenantDb, key: FeatureKey): Promise<boolean> {
  const tenant = await db.selectFrom('tenants').select('plan').executeTakeFirst();
  return planHas(tenant?.plan, key);
}

/** The same, where the plan has been read already. */
export function planHas(plan: string | undefined, key: FeatureKey): boolean {
  return plan !== undefined && (plans.get(plan)?.features.has(key) ?? false);
}
