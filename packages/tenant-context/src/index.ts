export {
  type InboundAddresses,
  type InboundResolution,
  resolveTenantFromInbound,
} from './resolve-inbound.rules.ts';
export {
  type Actor,
  Role,
  systemContext,
  type TenantContext,
  TenantId,
  tenantContext,
} from './tenant-context.ts';
