import type { BookingSource } from '@servicepro/contracts/rest/scheduling';
import type { TenantDb } from '@servicepro/db';
import { findResources, type QuotedWork } from '../catalog/index.ts';
import type { BusinessTime } from '../tenants/index.ts';
import { blockStarts, freeStarts } from './blocked-starts.rules.ts';
import { claimUnderLock, deleteExpiredHolds, insertHold } from './bookings.repository.ts';
import { findOccupation } from './busy.repository.ts';
import { minuteOf } from './local-time.rules.ts';
import { takesWork } from './resource-choice.rules.ts';
import { schedulingErrors } from './scheduling.errors.ts';
import { slotTaken } from './slot-taken.ts';

/** How long a chosen time is kept. */
export const holdMinutes = 10;

/** However often it is extended, a hold keeps others out for this long at most. */
const longestHoldMinutes = 60;

/** When a hold that is extended now ends, and since when it must exist. */
export function holdTimes(now: Temporal.Instant): {
  expiresAt: Temporal.Instant;
  madeAfter: Temporal.Instant;
} {
  return {
    expiresAt: now.add({ minutes: holdMinutes }),
    madeAfter: now.subtract({ minutes: longestHoldMinutes }),
  };
}

export interface ClaimInput {
  readonly business: BusinessTime;
  readonly work: QuotedWork;
  readonly startsAt: Temporal.Instant;
  /** Absent: the first that is free. */
  readonly resourceId?: string | undefined;
  readonly source: BookingSource;
  readonly isByAi: boolean;
  /** Staff place work on whom they like, also outside the hours and in time off. */
  readonly isOutsideHours: boolean;
  readonly conversationId: string | null;
  readonly idempotencyKey: string | null;
  readonly now: Temporal.Instant;
}

/**
 * Claims a range as a hold: the resource's lock, then expired holds away, then an insert that the exclusion constraint
 * settles. Without the lock fifty racing inserts wait for one another in the index. Throws `scheduling.slot-taken`.
 */
export async function claimSlot(db: TenantDb, input: ClaimInput): Promise<string> {
  const endsAt = input.startsAt.add({ minutes: input.work.durationMinutes });
  const occupiedUntil = endsAt.add({ minutes: input.work.bufferMinutes });
  for (const resourceId of await freeResources(db, input, occupiedUntil)) {
    const id = await claimUnderLock(db, resourceId, async () => {
      const range = { resourceId, startsAt: input.startsAt, endsAt: occupiedUntil, now: input.now };
      await deleteExpiredHolds(db, range);
      const expiresAt = input.now.add({ minutes: holdMinutes });
      return insertHold(db, { ...input, resourceId, endsAt, occupiedUntil, expiresAt });
    });
    if (id) return id;
  }
  throw await slotTaken(db, input);
}

/**
 * Whom to try, in their order: a look without the lock, which spares most losers of a race the wait. Sorted by position
 * for everybody, so that two claims never wait for each other.
 */
async function freeResources(
  db: TenantDb,
  input: ClaimInput,
  occupiedUntil: Temporal.Instant,
): Promise<string[]> {
  const candidates = await suitableResources(db, input);
  const occupation = await findOccupation(db, {
    startsAt: input.startsAt,
    endsAt: occupiedUntil,
    now: input.now,
  });
  const start = minuteOf(input.startsAt);
  return candidates.filter((resourceId) => {
    const busy = occupation.busy.filter((range) => range.resourceId === resourceId);
    const timeOff = input.isOutsideHours ? [] : (occupation.timeOff.get(resourceId) ?? []);
    return freeStarts([start], blockStarts(busy, timeOff, input.work)).length > 0;
  });
}

async function suitableResources(db: TenantDb, input: ClaimInput): Promise<string[]> {
  const all = await findResources(db);
  if (input.resourceId === undefined) {
    return all
      .filter((resource) => resource.isBookable && takesWork(resource, input.work))
      .map(({ id }) => id);
  }
  const wanted = all.find((resource) => resource.id === input.resourceId);
  if (!wanted) throw schedulingErrors.unknownResource();
  const isByStaff = input.source === 'staff';
  if (!isByStaff && !(wanted.isBookable && takesWork(wanted, input.work)))
    throw schedulingErrors.cannotDoIt();
  return [wanted.id];
}
