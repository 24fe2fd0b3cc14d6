import { z } from 'zod';

/** A tenant's id, validated as a UUID: the only form in which it may reach a SQL setting. */
export const TenantId = z.uuid().brand('TenantId');
export type TenantId = z.infer<typeof TenantId>;

/** Who acts. Stands in the audit log with what was done. */
export type Actor =
  | { kind: 'user'; id: string; role: Role }
  | { kind: 'ai' }
  | { kind: 'customer'; id: string | null }
  | { kind: 'platform'; id: string }
  | { kind: 'system'; id: string };

export const Role = z.enum(['owner', 'dispatcher', 'technician', 'viewer']);
export type Role = z.infer<typeof Role>;

/** In whose name work is done: one tenant at a time, with an actor that says who. */
export interface TenantContext {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  readonly requestId?: string;
}

/** Makes a context of an id from outside. Throws a ZodError when it is not a UUID. */
export function tenantContext(tenantId: string, actor: Actor, requestId?: string): TenantContext {
  return { tenantId: TenantId.parse(tenantId), actor, ...(requestId ? { requestId } : {}) };
}

/** The context of a background handler or a script, named for the audit log. */
export function systemContext(tenantId: string, name: string): TenantContext {
  return tenantContext(tenantId, { kind: 'system', id: name });
}
