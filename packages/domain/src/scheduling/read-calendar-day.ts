import type { Booking, CalendarDay } from '@servicepro/contracts/rest/scheduling';
import type { TenantDb } from '@servicepro/db';
import { type CatalogResource, findResources } from '../catalog/index.ts';
import { type BusinessTime, findBusinessTime } from '../tenants/index.ts';
import type { MinuteRange } from './blocked-starts.rules.ts';
import { findBookingsBetween } from './booking-reads.repository.ts';
import { drawnRange, openMinutes, toRange } from './calendar.rules.ts';
import { boundsOfDay, instantOfMinute, minuteAfter, minuteOf } from './local-time.rules.ts';
import { readDay } from './open-slots.ts';
import { localDays, openingsOfDay } from './opening-hours.rules.ts';
import { findTimeOff, type TimeOff } from './time-off.repository.ts';

/** A closed day without bookings is drawn from eight to six, in wall time. */
const closedDayDrawn = { opensLocal: '08:00', closesLocal: '18:00' };

/**
 * A day of the business: its resources with time off and load, and every booking and live hold that touches it,
 * cancelled ones left out. Four statements, whatever the day holds.
 */
export async function readCalendarDay(
  db: TenantDb,
  input: { day?: string | undefined; now: Temporal.Instant },
): Promise<CalendarDay> {
  const business = await findBusinessTime(db);
  const day = readDay(input.day, business, input.now);
  const bounds = boundsOfDay(day, business.timeZone);
  const resources = await findResources(db);
  const timeOff = await findTimeOff(db, bounds);
  const bookings = await findBookingsBetween(db, { ...bounds, now: input.now });
  const holiday = business.holidays.find((candidate) => candidate.day === day.toString());
  const openings = holiday ? [] : openingsOf(business, day, business.hours);
  const drawn = drawnRange(openings, bookings.map(rangeOf)) ?? drawnWhenClosed(business, day);
  return {
    day: day.toString(),
    timeZone: business.timeZone,
    now: input.now.toString(),
    opensAt: instantOfMinute(drawn.startsAtMinute).toString(),
    closesAt: instantOfMinute(drawn.endsAtMinute).toString(),
    isOpen: openings.length > 0,
    closedReason: openings.length > 0 ? null : (holiday?.name ?? 'Closed'),
    resources: resources.map((resource) => toCalendarResource(resource, openings, timeOff, bookings)),
    bookings,
  };
}

function toCalendarResource(
  resource: CatalogResource,
  openings: readonly MinuteRange[],
  allTimeOff: readonly TimeOff[],
  bookings: readonly Booking[],
): CalendarDay['resources'][number] {
  const timeOff = allTimeOff.filter((off) => off.resourceId === resource.id);
  const mine = bookings.filter(
    (booking) => booking.resource.id === resource.id && booking.status !== 'no_show',
  );
  return {
    id: resource.id,
    kind: resource.kind,
    name: resource.name,
    shortName: resource.shortName,
    label: resource.label,
    timeOff: timeOff.map((off) => ({
      startsAt: off.startsAt.toString(),
      endsAt: off.endsAt.toString(),
      reason: off.reason,
    })),
    bookedMinutes: mine.reduce((sum, booking) => sum + lengthOf(rangeOf(booking)), 0),
    openMinutes: openMinutes(
      openings,
      timeOff.map((off) => ({
        startsAtMinute: minuteOf(off.startsAt),
        endsAtMinute: minuteAfter(off.endsAt),
      })),
    ),
  };
}

function openingsOf(
  business: BusinessTime,
  day: Temporal.PlainDate,
  weekly: BusinessTime['hours'],
): MinuteRange[] {
  return localDays(day, 1, business.timeZone).flatMap((localDay) =>
    openingsOfDay(localDay, weekly, 1440).map(toRange),
  );
}

function drawnWhenClosed(business: BusinessTime, day: Temporal.PlainDate): MinuteRange {
  const [range] = openingsOf(business, day, [{ weekday: day.dayOfWeek, ...closedDayDrawn }]);
  const startsAtMinute = minuteOf(boundsOfDay(day, business.timeZone).startsAt);
  return range ?? { startsAtMinute, endsAtMinute: startsAtMinute + 1440 };
}

function rangeOf(booking: Booking): MinuteRange {
  return {
    startsAtMinute: minuteOf(Temporal.Instant.from(booking.startsAt)),
    endsAtMinute: minuteAfter(Temporal.Instant.from(booking.endsAt)),
  };
}

function lengthOf(range: MinuteRange): number {
  return range.endsAtMinute - range.startsAtMinute;
}
