import type { TenantDb } from '@servicepro/db';
import { customerErrors } from './customers.errors.ts';
import { findCard } from './customers.repository.ts';

export interface CustomerCard {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly notes: string;
  readonly createdAt: Temporal.Instant;
  readonly contactPoints: readonly {
    id: string;
    kind: 'phone' | 'email';
    value: string;
    isOptedOut: boolean;
  }[];
  readonly assets: readonly { id: string; name: string; notes: string; assetClassId: string }[];
}

/** A customer with phones, e-mails and assets, in one statement. Throws `customers.unknown-customer` (404). */
export async function readCustomerCard(db: TenantDb, customerId: string): Promise<CustomerCard> {
  const card = await findCard(db, customerId);
  if (!card) throw customerErrors.unknownCustomer();
  return {
    ...card,
    contactPoints: card.contactPoints.map((point) => ({ ...point, isOptedOut: Boolean(point.isOptedOut) })),
  };
}
