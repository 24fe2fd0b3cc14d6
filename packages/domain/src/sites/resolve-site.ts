import type { AddressDb } from '@servicepro/db';
import { systemContext, type TenantContext, tenantContext } from '@servicepro/tenant-context';
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

/** The context of a site's background work. */
export function siteContext(tenantId: string): TenantContext {
  return systemContext(tenantId, 'sites');
}
