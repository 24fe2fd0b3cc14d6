import type { TenantDb } from '@servicepro/db';

export interface TimeOff {
  readonly resourceId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly reason: string;
}

/** Time off that touches a range, by start. */
export async function findTimeOff(
  db: TenantDb,
  range: { startsAt: Temporal.Instant; endsAt: Temporal.Instant },
): Promise<TimeOff[]> {
  return db
    .selectFrom('resource_time_off')
    .select(['resource_id as resourceId', 'starts_at as startsAt', 'ends_at as endsAt', 'reason'])
    .where('starts_at', '<', range.endsAt)
    .where('ends_at', '>', range.startsAt)
    .orderBy('starts_at')
    .limit(2000)
    .execute();
}
