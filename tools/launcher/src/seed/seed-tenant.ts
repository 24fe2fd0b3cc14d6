import type { PlatformDb } from '@servicepro/db';
import type { CarrierAccount } from './demo-accounts.ts';
import type { SeedBusiness } from './demo-data.ts';

/** The platform's part of a business: its tenant, the addresses that lead to it, who may enter. Doing it again changes nothing. */
export async function ensureTenant(
  platform: PlatformDb,
  business: SeedBusiness,
  account: CarrierAccount,
  userIds: readonly string[],
): Promise<string> {
  const { slug, name, status, packId } = business;
  await platform
    .insertInto('tenants')
    .values({
      slug,
      name,
      status,
      is_root: business.isRoot,
      pack_id: packId,
      plan: business.isRoot ? 'internal' : 'starter',
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute();
  const { id } = await platform
    .selectFrom('tenants')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  await platform
    .insertInto('tenant_addresses')
    .values(addressesOf(business, account).map(([kind, key]) => ({ kind, key, tenant_id: id })))
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doNothing())
    .execute();
  await platform
    .insertInto('membership_addresses')
    .values(userIds.map((userId) => ({ user_id: userId, tenant_id: id })))
    .onConflict((conflict) => conflict.columns(['user_id', 'tenant_id']).doNothing())
    .execute();
  return id;
}

type Address = readonly [kind: 'phone' | 'messaging_service' | 'host' | 'slug' | 'root', key: string];

function addressesOf(business: SeedBusiness, account: CarrierAccount): Address[] {
  const addresses: Address[] = [
    ['slug', business.slug],
    ['host', siteHostOf(business)],
    ['phone', business.number],
  ];
  if (account.messagingServiceId) addresses.push(['messaging_service', account.messagingServiceId]);
  if (business.isRoot) addresses.push(['root', 'root']);
  return addresses;
}

/** Where the business's site is on this computer. */
export function siteHostOf(business: Pick<SeedBusiness, 'slug'>): string {
  return `${business.slug}.localhost`;
}
