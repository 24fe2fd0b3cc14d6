import { recordAudit, type TenantDb } from '@servicepro/db';
import { insertConsent } from './consents.repository.ts';
import { optOutContactPoint } from './opt-outs.repository.ts';

export interface OptOutInput {
  readonly contactPointId: string;
  /** How it was asked for: `words`, `wrong-number`. */
  readonly source: string;
  /** The words that asked for it. */
  readonly words: string;
  readonly now: Temporal.Instant;
}

/**
 * Opts a phone or e-mail out, in the caller's transaction: nothing leaves to it after the commit but the confirmation.
 * Locks the contact point first, as claiming a message does. Idempotent: the first opt-out's time stays.
 */
export async function optOut(db: TenantDb, input: OptOutInput): Promise<void> {
  await optOutContactPoint(db, input.contactPointId, input.source);
  await insertConsent(db, {
    contactPointId: input.contactPointId,
    purpose: 'service',
    isGiven: false,
    source: input.source,
    words: input.words.slice(0, 200),
    now: input.now,
  });
  await recordAudit(db, {
    action: 'customers.opt-out',
    subjectKind: 'contact_point',
    subjectId: input.contactPointId,
    detail: { source: input.source },
  });
}
