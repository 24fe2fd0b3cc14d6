import { recordAudit, type TenantDb } from '@servicepro/db';
import { insertConsent } from './consents.repository.ts';

export interface ConsentInput {
  readonly contactPointId: string;
  readonly purpose: 'service' | 'marketing';
  readonly isGiven: boolean;
  /** Where: `web-booking`, `sms`. */
  readonly source: string;
  /** The words that were agreed to. */
  readonly words: string;
  readonly now: Temporal.Instant;
}

/** Adds to the ledger what a person agreed to or withdrew. Nothing in it is ever changed. */
export async function recordConsent(db: TenantDb, input: ConsentInput): Promise<void> {
  await insertConsent(db, input);
  await recordAudit(db, {
    action: 'customers.record-consent',
    subjectKind: 'contact_point',
    subjectId: input.contactPointId,
    detail: { purpose: input.purpose, isGiven: input.isGiven, source: input.source },
  });
}
