import { recordAudit, type TenantDb } from '@servicepro/db';
import { customerErrors } from './customers.errors.ts';
import {
  assignContactPoint,
  findPhone,
  insertCustomer,
  lockPhone,
  updateName,
} from './customers.repository.ts';
import { toE164 } from './phone.rules.ts';

export interface CustomerByPhoneInput {
  /** As a person wrote it; kept in E.164. */
  readonly phone: string;
  /** The business's country, for a number without a country code. */
  readonly country: string;
  /** Fills an empty name; never replaces one. */
  readonly name?: string;
  readonly now: Temporal.Instant;
}

export interface CustomerByPhone {
  readonly customerId: string;
  readonly contactPointId: string;
  /** E.164. */
  readonly phone: string;
  readonly name: string;
  readonly isNew: boolean;
  readonly isOptedOut: boolean;
}

/**
 * The customer whose phone this is, made if there is none yet. Safe under races: the phone's row is locked, so two first
 * contacts make one customer. Throws `customers.bad-phone` (400).
 */
export async function findOrCreateCustomerByPhone(
  db: TenantDb,
  input: CustomerByPhoneInput,
): Promise<CustomerByPhone> {
  const phone = toE164(input.phone, input.country);
  if (!phone) throw customerErrors.badPhone();
  const name = input.name?.trim() ?? '';
  const known = await findPhone(db, phone);
  if (known?.customerId) return asKnown(db, { ...known, customerId: known.customerId, phone }, name);

  const locked = await lockPhone(db, phone);
  if (locked.customerId) {
    const owner = await findPhone(db, phone);
    return asKnown(db, { ...locked, customerId: locked.customerId, name: owner?.name ?? '', phone }, name);
  }
  const customerId = await insertCustomer(db, name, input.now);
  await assignContactPoint(db, locked.contactPointId, customerId);
  await recordAudit(db, {
    action: 'customers.create-customer',
    subjectKind: 'customer',
    subjectId: customerId,
  });
  return { ...locked, customerId, phone, name, isNew: true };
}

async function asKnown(
  db: TenantDb,
  known: {
    customerId: string;
    contactPointId: string;
    name: string | null;
    isOptedOut: boolean;
    phone: string;
  },
  name: string,
): Promise<CustomerByPhone> {
  const isNamed = known.name !== null && known.name !== '';
  if (!isNamed && name !== '') {
    await updateName(db, known.customerId, name);
    await recordAudit(db, {
      action: 'customers.set-name',
      subjectKind: 'customer',
      subjectId: known.customerId,
    });
  }
  return {
    customerId: known.customerId,
    contactPointId: known.contactPointId,
    phone: known.phone,
    name: isNamed ? (known.name ?? '') : name,
    isNew: false,
    isOptedOut: known.isOptedOut,
  };
}
