import type { Carrier } from '../carrier/carrier.ts';
import type { TrailReader } from './trail-reader.ts';

/** The numbers one can text, in the order in which they were registered, joined with what the viewer may see. */
export async function listBusinesses(carrier: Carrier, trail: TrailReader) {
  const tenants = await trail.listTenants().catch(() => []);
  return [...carrier.state.numbers.values()].map(({ number, friendlyName, business }) => {
    const tenant = tenants.find((one) => one.id === business.tenantId || one.slug === business.tenantSlug);
    return {
      number,
      name: friendlyName,
      slug: tenant?.slug ?? business.tenantSlug,
      tenantId: tenant?.id ?? business.tenantId,
      brandColor: business.brandColor ?? tenant?.brandColor ?? null,
      timeZone: tenant?.timeZone ?? null,
      note: business.note ?? (tenant?.status === 'suspended' ? 'suspended' : null),
      trySaying: business.trySaying,
    };
  });
}
