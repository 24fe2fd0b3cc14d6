import { recordAudit, type TenantDb } from '@servicepro/db';
import { deleteHold } from './bookings.repository.ts';

/** Gives a held slot back. False when there was none; doing it twice is the same as once. */
export async function releaseHold(db: TenantDb, input: { holdId: string }): Promise<boolean> {
  const wasThere = await deleteHold(db, input.holdId);
  if (wasThere) {
    await recordAudit(db, {
      action: 'scheduling.release-hold',
      subjectKind: 'booking',
      subjectId: input.holdId,
    });
  }
  return wasThere;
}
