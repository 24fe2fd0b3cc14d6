import type { TenantDb } from '@servicepro/db';
import { sql } from 'kysely';
import type { MinuteRange } from './blocked-starts.rules.ts';
import { minuteAfter, minuteOf } from './local-time.rules.ts';
import type { BusyRange } from './slots.rules.ts';

export interface Occupation {
  readonly busy: readonly BusyRange[];
  readonly timeOff: ReadonlyMap<string, readonly MinuteRange[]>;
}

/** Statuses that take up a resource: the same list as the exclusion constraint's. */
const occupying = ['held', 'booked', 'confirmed', 'in_progress', 'done'] as const;
/** A day of the busiest tenant has some hundreds; more than this in one window is refused rather than half read. */
const mostRows = 50_000;

/**
 * What stands in the way between two instants: bookings and live holds with their buffers, and time off, on one
 * round trip. An expired hold is in nobody's way.
 */
export async function findOccupation(
  db: TenantDb,
  window: { startsAt: Temporal.Instant; endsAt: Temporal.Instant; now: Temporal.Instant },
): Promise<Occupation> {
  const rows = await db
    .selectFrom('bookings')
    .select(['resource_id', 'starts_at', 'occupied_until as ends_at', sql<boolean>`false`.as('is_off')])
    .where('status', 'in', occupying)
    .where((eb) => eb.or([eb('status', '<>', 'held'), eb('expires_at', '>', window.now)]))
    .where(
      sql<boolean>`occupied && tstzrange(${window.startsAt.toString()}::timestamptz, ${window.endsAt.toString()}::timestamptz)`,
    )
    .unionAll((eb) =>
      eb
        .selectFrom('resource_time_off')
        .select(['resource_id', 'starts_at', 'ends_at', sql<boolean>`true`.as('is_off')])
        .where('starts_at', '<', window.endsAt)
        .where('ends_at', '>', window.startsAt),
    )
    .limit(mostRows)
    .execute();
  if (rows.length === mostRows) throw new Error('too many bookings in one window of slots');
  const busy: BusyRange[] = [];
  const timeOff = new Map<string, MinuteRange[]>();
  for (const row of rows) {
    const range = { startsAtMinute: minuteOf(row.starts_at), endsAtMinute: minuteAfter(row.ends_at) };
    if (!row.is_off) busy.push({ resourceId: row.resource_id, ...range });
    else timeOff.set(row.resource_id, [...(timeOff.get(row.resource_id) ?? []), range]);
  }
  return { busy, timeOff };
}
