import type { AddressDb } from '@servicepro/db';
import {
  findInboundAddresses,
  type OpenPhoneAccountDeps,
  openPhoneAccount,
} from '@servicepro/domain/tenants';
import {
  type InboundResolution,
  resolveTenantFromInbound,
  systemContext,
  type TenantId,
} from '@servicepro/tenant-context';
import { createShortCache } from './short-cache.ts';

export interface InboundRoute {
  resolution: InboundResolution;
  rootTenantId: TenantId | null;
  /** Who must have signed it: the account that owns the number, or the platform's where no tenant owns it. */
  accountId: string;
  signingTokens: readonly string[];
}

export interface InboundRouter {
  /** Whose message this is and who must have signed it. Known for at most 30 s: the storing statement checks again. */
  find(message: { to: string; serviceId: string | null; accountId: string }): Promise<InboundRoute>;
  forget(message: { to: string; serviceId: string | null; accountId: string }): void;
}

export interface InboundRouterDeps extends OpenPhoneAccountDeps {
  addresses: AddressDb;
  platformAccount: { accountId: string; authToken: string };
  now: () => number;
}

export function createInboundRouter(deps: InboundRouterDeps): InboundRouter {
  const cache = createShortCache<InboundRoute>({ seconds: 30, most: 10_000, now: deps.now });
  const keyOf = (message: { to: string; serviceId: string | null; accountId: string }) =>
    `${message.to}|${message.serviceId ?? ''}|${message.accountId}`;
  return {
    find: (message) => cache.get(keyOf(message), () => load(deps, message)),
    forget: (message) => cache.forget(keyOf(message)),
  };
}

async function load(
  deps: InboundRouterDeps,
  message: { to: string; serviceId: string | null; accountId: string },
): Promise<InboundRoute> {
  const found = await findInboundAddresses(deps.addresses, {
    number: message.to,
    serviceId: message.serviceId,
  });
  const resolution = resolveTenantFromInbound(found);
  const owner = found.numberTenantId ?? (resolution.kind === 'tenant' ? resolution.tenantId : null);
  return { resolution, rootTenantId: found.rootTenantId, ...(await signerOf(deps, owner, message)) };
}

async function signerOf(
  deps: InboundRouterDeps,
  owner: TenantId | null,
  message: { to: string; accountId: string },
): Promise<Pick<InboundRoute, 'accountId' | 'signingTokens'>> {
  const platform = {
    accountId: deps.platformAccount.accountId,
    signingTokens: [deps.platformAccount.authToken],
  };
  if (!owner) return platform;
  const context = systemContext(owner, 'telephony-gateway');
  const account =
    (await openPhoneAccount(deps, context, { number: message.to })) ??
    (await openPhoneAccount(deps, context, { accountId: message.accountId }));
  return account ?? platform;
}
