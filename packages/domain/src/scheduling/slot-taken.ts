import type { Slot } from '@servicepro/contracts/rest/scheduling';
import type { TenantDb } from '@servicepro/db';
import type { AppError } from '@servicepro/service-kit/app-error';
import type { BusinessTime } from '../tenants/index.ts';
import { nearestSlots } from './alternatives.rules.ts';
import { localDayOf, minuteOf } from './local-time.rules.ts';
import { openSlots, toWireSlot, type WorkShape } from './open-slots.ts';
import { schedulingErrors } from './scheduling.errors.ts';

const alternativeCount = 3;
const alternativeDays = 3;

export interface AlternativesInput {
  readonly business: BusinessTime;
  readonly work: WorkShape;
  readonly startsAt: Temporal.Instant;
  readonly resourceId?: string | undefined;
  readonly now: Temporal.Instant;
}

/** What is free near a wanted time, by anyone who takes the work, in the order of time. */
export async function findAlternatives(db: TenantDb, input: AlternativesInput): Promise<Slot[]> {
  const firstDay = localDayOf(input.startsAt, input.business.timeZone);
  const open = await openSlots(db, { ...input, resourceId: undefined, firstDay, dayCount: alternativeDays });
  const slots = open.days.flatMap((day) => day.slots);
  return nearestSlots(slots, minuteOf(input.startsAt), alternativeCount).map((slot) =>
    toWireSlot(slot, open.resourcesById),
  );
}

/** The 409 with what is free instead: `alternatives` is a member of the problem document. */
export async function slotTaken(db: TenantDb, input: AlternativesInput): Promise<AppError> {
  return schedulingErrors.slotTaken({ extensions: { alternatives: await findAlternatives(db, input) } });
}
