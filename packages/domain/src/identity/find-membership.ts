import type { TenantSummary } from '@servicepro/contracts/rest/identity';
import { type AddressDb, type AppDatabase, callAsTenant } from '@servicepro/db';
import { TenantId } from '@servicepro/tenant-context';

interface MembershipRow {
  id: string;
  slug: string;
  name: string;
  status: TenantSummary['status'];
  role: TenantSummary['role'];
  display_name: string;
  city: string;
  region: string;
  time_zone: string;
  locale: string;
  currency: string;
  brand_color: string;
  ai_is_on: boolean;
  number: string | null;
}

export interface Membership {
  tenant: TenantSummary;
  displayName: string;
}

/** What a person is in a tenant, or null: not a member, no such tenant, or an id that is none. One round trip. */
export async function findMembership(
  database: AppDatabase,
  tenantId: string,
  userId: string,
): Promise<Membership | null> {
  const id = TenantId.safeParse(tenantId);
  if (!id.success) return null;
  const row = await callAsTenant<MembershipRow | null>(
    database,
    { tenantId: id.data },
    'tenant_find_membership',
    { user_id: userId },
  );
  return row && { tenant: toSummary(row), displayName: row.display_name };
}

/** Every tenant a person may enter, by name. Cancelled ones are left out. */
export async function listMemberships(
  database: AppDatabase,
  addresses: AddressDb,
  userId: string,
): Promise<TenantSummary[]> {
  const rows = await addresses
    .selectFrom('membership_addresses')
    .select('tenant_id')
    .where('user_id', '=', userId)
    .limit(200)
    .execute();
  const found = await Promise.all(rows.map((row) => findMembership(database, row.tenant_id, userId)));
  return found
    .flatMap((membership) =>
      membership && membership.tenant.status !== 'cancelled' ? [membership.tenant] : [],
    )
    .sort((a, b) => a.name.localeCompare(b.name));
}

function toSummary(row: MembershipRow): TenantSummary {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    city: row.city,
    region: row.region,
    timeZone: row.time_zone,
    locale: row.locale,
    currency: row.currency,
    brandColor: row.brand_color,
    role: row.role,
    phone: row.number ? { number: row.number, isAiOn: row.ai_is_on } : null,
    status: row.status,
  };
}
