import { type AppDatabase, type PlatformDb, recordAudit, withTenant } from '@servicepro/db';
import type { Role, TenantContext } from '@servicepro/tenant-context';

export interface MembershipInput {
  userId: string;
  role: Role;
  displayName: string;
}

/** Lets a person into a tenant. Idempotent: a member keeps the role they have. */
export async function addMembership(
  deps: { database: AppDatabase; platform: PlatformDb },
  context: TenantContext,
  input: MembershipInput,
): Promise<void> {
  await withTenant(deps.database, context, async (db) => {
    const added = await db
      .insertInto('memberships')
      .values({ user_id: input.userId, role: input.role, display_name: input.displayName })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'user_id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added)
      await recordAudit(db, {
        action: 'identity.add-membership',
        subjectKind: 'membership',
        subjectId: added.id,
      });
  });
  // Written last: who is listed here but not yet a member is answered as a stranger.
  await deps.platform
    .insertInto('membership_addresses')
    .values({ user_id: input.userId, tenant_id: context.tenantId })
    .onConflict((conflict) => conflict.columns(['user_id', 'tenant_id']).doNothing())
    .execute();
}
