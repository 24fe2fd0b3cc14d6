import type { Role } from '@servicepro/tenant-context';

const changers: ReadonlySet<Role> = new Set<Role>(['owner', 'dispatcher', 'technician']);

/** Whether a role may make a request of this method: a viewer only looks. */
export function mayUseMethod(role: Role, method: string): boolean {
  return method === 'GET' || method === 'HEAD' || changers.has(role);
}

/** Prices and settings are the owner's. */
export function mayConfirmPrices(role: Role): boolean {
  return role === 'owner';
}
