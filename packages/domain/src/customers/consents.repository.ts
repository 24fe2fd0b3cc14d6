import type { TenantDb } from '@servicepro/db';
import type { ConsentInput } from './record-consent.ts';

export async function insertConsent(db: TenantDb, consent: ConsentInput): Promise<void> {
  await db
    .insertInto('consents')
    .values({
      contact_point_id: consent.contactPointId,
      purpose: consent.purpose,
      is_given: consent.isGiven,
      source: consent.source,
      words: consent.words,
      at: consent.now,
    })
    .execute();
}
