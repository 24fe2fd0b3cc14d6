import { type AppDatabase, recordAudit, withTenant } from '@servicepro/db';
import { systemContext } from '@servicepro/tenant-context';
import { recordMoves } from './record-moves.ts';
import { writeBookings } from './write-bookings.ts';
import { writeFaqs, writeHours, writeProfile, writeResources } from './write-business.ts';
import { writeCatalog } from './write-catalog.ts';
import { writeCustomers } from './write-customers.ts';
import type { WriteScope } from './write-scope.ts';
import { writeThreads } from './write-threads.ts';

/**
 * Writes all of a business's rows in one transaction, as its own tenant and under its policies. A business that has a
 * profile is left as it is: what people did there since stays. Answers whether it was written.
 */
export async function layBusiness(
  database: AppDatabase,
  scope: Omit<WriteScope, 'db'>,
  credentialKey: Uint8Array,
): Promise<boolean> {
  return withTenant(database, systemContext(scope.tenantId, 'seed'), async (db) => {
    const known = await db.selectFrom('tenant_profiles').select('tenant_id').executeTakeFirst();
    if (known) return false;
    const full = { ...scope, db };
    await writeProfile(full, credentialKey);
    const hours = await writeHours(full);
    const resources = await writeResources(full);
    const catalog = await writeCatalog(full);
    await writeFaqs(full);
    const customers = await writeCustomers(full, catalog);
    if (scope.business.bookings.length > 0) {
      const bookings = await writeBookings(full, { catalog, customers, resources });
      await recordMoves(full, bookings);
      await writeThreads(full, { catalog, customers, resources, bookings, hours });
    }
    await recordAudit(db, {
      action: 'seed.lay-demo',
      subjectKind: 'tenant',
      subjectId: scope.tenantId,
      detail: { day: scope.time.day.toString(), at: scope.time.now.toString() },
    });
    return true;
  });
}
