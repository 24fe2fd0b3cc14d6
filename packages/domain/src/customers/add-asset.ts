import { recordAudit, type TenantDb } from '@servicepro/db';
import { findAsset, insertAsset } from './customers.repository.ts';

/**
 * Notes what a customer has (a vehicle, a lawn). The same name and class again is the same asset. Throws
 * `customers.unknown-customer` (404) and `customers.unknown-asset-class` (400).
 */
export async function addAsset(
  db: TenantDb,
  input: { customerId: string; assetClassId: string; name: string },
): Promise<{ assetId: string; isNew: boolean }> {
  const name = input.name.trim();
  const known = await findAsset(db, input.customerId, input.assetClassId, name);
  if (known) return { assetId: known.id, isNew: false };
  const assetId = await insertAsset(db, { ...input, name });
  await recordAudit(db, { action: 'customers.add-asset', subjectKind: 'asset', subjectId: assetId });
  return { assetId, isNew: true };
}
