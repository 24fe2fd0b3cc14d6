import type { TenantId } from './tenant-context.ts';

/** What the platform's addresses say of an inbound message: who owns the service, who owns the number. */
export interface InboundAddresses {
  /** True when the message named a messaging service. */
  readonly hasService: boolean;
  /** Owner of the messaging service; null when it is unknown or shared by several tenants. */
  readonly serviceTenantId: TenantId | null;
  /** Owner of the called number; null when no tenant has it. */
  readonly numberTenantId: TenantId | null;
}

export type InboundResolution =
  | { kind: 'tenant'; tenantId: TenantId; matchedBy: 'service' | 'number' }
  | { kind: 'unrouted'; reason: 'unknown-address' | 'service-and-number-disagree' };

/**
 * Decides whose message this is: the messaging service first, then the called number. A shared service decides nothing;
 * a service and a number of two tenants are unrouted, because answering as the wrong business is a leak.
 */
export function resolveTenantFromInbound(addresses: InboundAddresses): InboundResolution {
  const { serviceTenantId, numberTenantId } = addresses;
  if (serviceTenantId && numberTenantId && serviceTenantId !== numberTenantId) {
    return { kind: 'unrouted', reason: 'service-and-number-disagree' };
  }
  if (serviceTenantId) return { kind: 'tenant', tenantId: serviceTenantId, matchedBy: 'service' };
  if (numberTenantId) return { kind: 'tenant', tenantId: numberTenantId, matchedBy: 'number' };
  return { kind: 'unrouted', reason: 'unknown-address' };
}
