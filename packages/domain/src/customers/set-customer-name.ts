import { recordAudit, type TenantDb } from '@servicepro/db';
import { customerErrors } from './customers.errors.ts';
import { updateName } from './customers.repository.ts';

/** Sets what a customer is called. Throws `customers.unknown-customer` (404). The names stay out of the audit log. */
export async function setCustomerName(
  db: TenantDb,
  input: { customerId: string; name: string },
): Promise<void> {
  const changed = await updateName(db, input.customerId, input.name.trim());
  if (!changed) throw customerErrors.unknownCustomer();
  await recordAudit(db, {
    action: 'customers.set-name',
    subjectKind: 'customer',
    subjectId: input.customerId,
    detail: { hadName: changed.before !== '' },
  });
}
