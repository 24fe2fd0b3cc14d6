import type { AddressDb } from '@servicepro/db';
import { type InboundAddresses, TenantId } from '@servicepro/tenant-context';

/** Who owns the service and the number of an inbound message, and who is the root tenant, in one round trip. */
export async function findInboundAddresses(
  addresses: AddressDb,
  input: { number: string; serviceId: string | null },
): Promise<InboundAddresses & { rootTenantId: TenantId | null }> {
  const rows = await addresses
    .selectFrom('tenant_addresses')
    .select(['kind', 'tenant_id'])
    .where((is) =>
      is.or([
        is.and([is('kind', '=', 'phone'), is('key', '=', input.number)]),
        is.and([is('kind', '=', 'messaging_service'), is('key', '=', input.serviceId ?? '')]),
        is.and([is('kind', '=', 'root'), is('key', '=', 'root')]),
      ]),
    )
    .execute();
  const ownerOf = (kind: string): TenantId | null => {
    const row = rows.find((found) => found.kind === kind);
    return row ? TenantId.parse(row.tenant_id) : null;
  };
  return {
    hasService: input.serviceId !== null,
    serviceTenantId: ownerOf('messaging_service'),
    numberTenantId: ownerOf('phone'),
    rootTenantId: ownerOf('root'),
  };
}

/** The tenant of a public host or a slug, or null. */
export async function findTenantOf(
  addresses: AddressDb,
  kind: 'host' | 'slug',
  key: string,
): Promise<TenantId | null> {
  const row = await addresses
    .selectFrom('tenant_addresses')
    .select('tenant_id')
    .where('kind', '=', kind)
    .where('key', '=', key.toLowerCase())
    .executeTakeFirst();
  return row ? TenantId.parse(row.tenant_id) : null;
}
