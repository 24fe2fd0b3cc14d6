import { type AddressDb, type AppDatabase, withTenant } from '@servicepro/db';
import { type TenantContext, tenantContext } from '@servicepro/tenant-context';
import type { FastifyRequest } from 'fastify';
import { findTenantOf } from '../tenants/index.ts';
import { siteErrors } from './sites.errors.ts';

/**
 * Whose site a public request is for: the host that the edge saw, never a header that the browser sent (the edge
 * replaces it). The actor is an unnamed customer. 404 for a host that no tenant has.
 */
export async function resolveSite(addresses: AddressDb, request: FastifyRequest): Promise<TenantContext> {
  const host = hostOf(request);
  const tenantId = host ? await findTenantOf(addresses, 'host', host) : null;
  if (!tenantId) throw siteErrors.notFound();
  return tenantContext(tenantId, { kind: 'customer', id: null }, request.id);
}

/** Fastify takes it from x-forwarded-host only where the peer is a listed proxy. */
function hostOf(request: FastifyRequest): string | null {
  const host = request.host?.split(':')[0]?.toLowerCase() ?? '';
  return /^[a-z0-9.-]{1,253}$/.test(host) ? host : null;
}

/** The same for a visitor who wants to book: only an open business takes bookings. */
export async function enterOpenSite(
  deps: { database: AppDatabase; addresses: AddressDb },
  request: FastifyRequest,
): Promise<TenantContext> {
  const context = await resolveSite(deps.addresses, request);
  const tenant = await withTenant(deps.database, context, (db) =>
    db.selectFrom('tenants').select('status').executeTakeFirst(),
  );
  if (tenant?.status !== 'active') throw siteErrors.notFound();
  return context;
}
