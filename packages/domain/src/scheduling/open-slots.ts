import type { TenantDb } from '@servicepro/db';
import { type CatalogResource, findResources, type QuotedWork } from '../catalog/index.ts';
import type { BusinessTime } from '../tenants/index.ts';
import { findOccupation } from './busy.repository.ts';
import { boundsOfDay, instantOfMinute, localDayOf, minuteAfter } from './local-time.rules.ts';
import { takesWork } from './resource-choice.rules.ts';
import { schedulingErrors } from './scheduling.errors.ts';
import { computeSlots, type Slot, type SlotDay } from './slots.rules.ts';

/** What of a job decides where it fits. */
export type WorkShape = Pick<QuotedWork, 'isMobile' | 'durationMinutes' | 'bufferMinutes'>;

export interface OpenSlotsInput {
  readonly business: BusinessTime;
  readonly work: WorkShape;
  readonly firstDay: Temporal.PlainDate;
  readonly dayCount: number;
  readonly now: Temporal.Instant;
  /** Only this resource. */
  readonly resourceId?: string | undefined;
  /** Staff are not bound by the notice. */
  readonly isByStaff?: boolean | undefined;
}

export interface OpenSlots {
  readonly days: readonly SlotDay[];
  readonly resourcesById: ReadonlyMap<string, CatalogResource>;
}

/** Loads what the rule needs and applies it: two statements, whatever the window's length. */
export async function openSlots(db: TenantDb, input: OpenSlotsInput): Promise<OpenSlots> {
  const { business, work, now } = input;
  const all = await findResources(db);
  const resources = all.filter(
    (resource) =>
      resource.isBookable &&
      takesWork(resource, work) &&
      (!input.resourceId || resource.id === input.resourceId),
  );
  const lastDay = input.firstDay.add({ days: input.dayCount - 1 });
  const occupation = await findOccupation(db, {
    startsAt: boundsOfDay(input.firstDay, business.timeZone).startsAt,
    // Work that ends at closing time keeps its buffer free beyond midnight.
    endsAt: boundsOfDay(lastDay, business.timeZone).endsAt.add({ minutes: work.bufferMinutes }),
    now,
  });
  const days = computeSlots({
    timeZone: business.timeZone,
    firstDay: input.firstDay,
    dayCount: input.dayCount,
    hours: business.hours,
    holidays: new Set(business.holidays.map((holiday) => holiday.day)),
    resources: resources.map(({ id }) => ({ resourceId: id, timeOff: occupation.timeOff.get(id) ?? [] })),
    busy: occupation.busy,
    durationMinutes: work.durationMinutes,
    bufferMinutes: work.bufferMinutes,
    stepMinutes: business.slotStepMinutes,
    notBeforeMinute: minuteAfter(now.add({ minutes: input.isByStaff ? 0 : business.noticeMinutes })),
  });
  return { days, resourcesById: new Map(all.map((resource) => [resource.id, resource])) };
}

/** A slot as the wire has it. */
export function toWireSlot(slot: Slot, resourcesById: ReadonlyMap<string, CatalogResource>) {
  return {
    startsAt: instantOfMinute(slot.startsAtMinute).toString(),
    endsAt: instantOfMinute(slot.endsAtMinute).toString(),
    resourceId: slot.resourceId,
    resourceName: resourcesById.get(slot.resourceId)?.name ?? '',
  };
}

/** The business's calendar day now. */
export function today(business: BusinessTime, now: Temporal.Instant): Temporal.PlainDate {
  return localDayOf(now, business.timeZone);
}

/** A day from the wire; absent: today. Throws `scheduling.day-out-of-range` when it is ten years away. */
export function readDay(
  text: string | undefined,
  business: BusinessTime,
  now: Temporal.Instant,
): Temporal.PlainDate {
  const current = today(business, now);
  if (text === undefined) return current;
  const day = Temporal.PlainDate.from(text);
  if (Math.abs(day.year - current.year) > 10) throw schedulingErrors.dayOutOfRange();
  return day;
}
