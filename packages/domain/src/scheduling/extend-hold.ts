import { recordAudit, type TenantDb } from '@servicepro/db';
import { updateExpiry } from './bookings.repository.ts';
import { holdTimes } from './claim-slot.ts';
import { type HeldSlot, readHold } from './read-hold.ts';
import { schedulingErrors } from './scheduling.errors.ts';

/**
 * Keeps a held slot for ten minutes from now, also one that expired and that nobody took; for an hour after it was made
 * at most. Throws `scheduling.unknown-hold` (404).
 */
export async function extendHold(
  db: TenantDb,
  input: { holdId: string; now: Temporal.Instant },
): Promise<HeldSlot> {
  const isThere = await updateExpiry(db, input.holdId, holdTimes(input.now));
  if (!isThere) throw schedulingErrors.unknownHold();
  await recordAudit(db, {
    action: 'scheduling.extend-hold',
    subjectKind: 'booking',
    subjectId: input.holdId,
  });
  return readHold(db, input.holdId);
}
