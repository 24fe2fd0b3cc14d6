import type { BookingSource } from '@servicepro/contracts/rest/scheduling';
import { recordAudit, type TenantDb } from '@servicepro/db';
import { catalogErrors, type QuotedWork, quoteWork, type WorkChoice } from '../catalog/index.ts';
import { type BusinessTime, findBusinessTime } from '../tenants/index.ts';
import { findByIdempotencyKey, lockKey, updateExpiry } from './bookings.repository.ts';
import { requireStart } from './check-start.ts';
import { claimSlot, holdTimes } from './claim-slot.ts';
import { type HeldSlot, readHold } from './read-hold.ts';
import { schedulingErrors } from './scheduling.errors.ts';

export interface HoldSlotInput extends WorkChoice {
  readonly startsAt: Temporal.Instant;
  /** Absent: the first free resource that takes the work. */
  readonly resourceId?: string | undefined;
  readonly source: BookingSource;
  readonly isByAi?: boolean | undefined;
  readonly conversationId?: string | undefined;
  /** The same key again answers the same hold. */
  readonly idempotencyKey?: string | undefined;
  readonly now: Temporal.Instant;
}

/**
 * Keeps a slot for ten minutes. Throws `scheduling.slot-taken` (409) with `extensions.alternatives`; the transaction
 * stays usable after it. 400 in words: past, too soon, too far ahead, closed. `catalog.not-bookable` for work that wants
 * a quote first.
 */
export async function holdSlot(db: TenantDb, input: HoldSlotInput): Promise<HeldSlot> {
  const key = input.idempotencyKey === undefined ? null : `hold:${input.idempotencyKey}`;
  const known = key === null ? null : await findKnownHold(db, key, input);
  if (known) return known;
  const business = await findBusinessTime(db);
  const work = await quoteWork(db, input);
  const id = await claimChecked(db, { ...input, business, work, idempotencyKey: key, isOutsideHours: false });
  await recordAudit(db, { action: 'scheduling.hold-slot', subjectKind: 'booking', subjectId: id });
  return readHold(db, id);
}

export interface ClaimCheckedInput extends Omit<HoldSlotInput, 'idempotencyKey'> {
  readonly business: BusinessTime;
  readonly work: QuotedWork;
  readonly idempotencyKey: string | null;
  readonly isOutsideHours: boolean;
}

/** The checks that a hold and a direct booking share, then the claim. */
export async function claimChecked(db: TenantDb, input: ClaimCheckedInput): Promise<string> {
  const isByStaff = input.source === 'staff';
  if (!isByStaff && input.work.booking !== 'instant') throw catalogErrors.notBookable();
  requireStart({ ...input, durationMinutes: input.work.durationMinutes, isByStaff });
  return claimSlot(db, {
    ...input,
    isByAi: input.isByAi ?? false,
    conversationId: input.conversationId ?? null,
  });
}

/** A retried request: its hold is kept for ten minutes from now on, if nobody took the slot meanwhile. */
async function findKnownHold(db: TenantDb, key: string, input: HoldSlotInput): Promise<HeldSlot | null> {
  await lockKey(db, key);
  const known = await findByIdempotencyKey(db, key);
  if (!known) return null;
  const isSame =
    known.status === 'held' && known.serviceId === input.serviceId && known.startsAt.equals(input.startsAt);
  if (!isSame) throw schedulingErrors.keyReused();
  await updateExpiry(db, known.id, holdTimes(input.now));
  return readHold(db, known.id);
}
