import type { TenantDb } from '@servicepro/db';
import { sql } from 'kysely';

export async function optOutContactPoint(
  db: TenantDb,
  contactPointId: string,
  source: string,
): Promise<void> {
  await db
    .updateTable('contact_points')
    .set({
      opted_out_at: sql<Temporal.Instant>`coalesce(opted_out_at, clock_timestamp())`,
      opted_out_by: sql<string>`coalesce(opted_out_by, ${source})`,
    })
    .where('id', '=', contactPointId)
    .execute();
}
