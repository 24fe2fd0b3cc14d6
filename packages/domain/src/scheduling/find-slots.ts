import type { SlotAnswer, SlotDay as WireSlotDay } from '@servicepro/contracts/rest/scheduling';
import type { TenantDb } from '@servicepro/db';
import { quoteWork, type WorkChoice } from '../catalog/index.ts';
import { type BusinessTime, findBusinessTime } from '../tenants/index.ts';
import { onePerStart } from './alternatives.rules.ts';
import { type OpenSlots, openSlots, readDay, today, toWireSlot } from './open-slots.ts';
import type { NoSlotReason, SlotDay } from './slots.rules.ts';

export interface FindSlotsInput extends WorkChoice {
  /** ISO date in the business's zone; absent: today. */
  readonly from?: string | undefined;
  /** How many days, 1 to 31. */
  readonly days: number;
  readonly now: Temporal.Instant;
  /** Only this resource. */
  readonly resourceId?: string | undefined;
  /** `any` (default): each start once, with the first free resource; `each`: once for every free resource. */
  readonly resources?: 'any' | 'each' | undefined;
  readonly isByStaff?: boolean | undefined;
}

/**
 * What can be booked, day by day, with a reason for each day without. Every slot can be held as long as nobody takes it
 * first. Throws catalog's errors for an unknown choice.
 */
export async function findSlots(db: TenantDb, input: FindSlotsInput): Promise<SlotAnswer> {
  const business = await findBusinessTime(db);
  const work = await quoteWork(db, input);
  const firstDay = readDay(input.from, business, input.now);
  const open = await openSlots(db, { ...input, business, work, firstDay, dayCount: input.days });
  const horizon = today(business, input.now).add({ days: business.horizonDays }).toString();
  return {
    timeZone: business.timeZone,
    durationMinutes: work.durationMinutes,
    priceCents: work.totalCents,
    currency: work.currency,
    days: open.days.map((day) =>
      !input.isByStaff && day.day > horizon
        ? { day: day.day, slots: [], reason: 'beyond-horizon', note: null }
        : toWireDay(day, open, business, input.resources ?? 'any'),
    ),
  };
}

function toWireDay(
  day: SlotDay,
  open: OpenSlots,
  business: BusinessTime,
  resources: 'any' | 'each',
): WireSlotDay {
  const slots = resources === 'any' ? onePerStart(day.slots) : day.slots;
  return {
    day: day.day,
    slots: slots.map((slot) => toWireSlot(slot, open.resourcesById)),
    reason: day.noneBecause ? toWireReason(day.noneBecause) : null,
    note: day.noneBecause === 'holiday' ? holidayName(business, day.day) : null,
  };
}

/** To a customer, work that fits nowhere and work that nobody takes look like a day without room. */
function toWireReason(reason: NoSlotReason): 'closed' | 'holiday' | 'full' | 'past' {
  return reason === 'too-long' || reason === 'nobody' ? 'full' : reason;
}

function holidayName(business: BusinessTime, day: string): string | null {
  return business.holidays.find((holiday) => holiday.day === day)?.name ?? null;
}
