import type { SlotDay } from '@servicepro/contracts/rest/scheduling';
import type { Offer } from '../actions/action-schemas.rules.ts';
import type { WhenRequest } from '../language/when-request.rules.ts';

interface TimedOffer extends Offer {
  readonly day: string;
  readonly minute: number;
}

export interface PickedSlots {
  /** At most three, in the order of time. */
  readonly offers: readonly Offer[];
  /** False: what was asked for is not open, these are the nearest. */
  readonly isAsWanted: boolean;
}

const mostOffers = 3;

/** Picks at most three of the open slots: those that were asked for, spread out; else the nearest to it. */
export function pickSlots(
  days: readonly SlotDay[],
  when: WhenRequest,
  allowedDays: ReadonlySet<string>,
  timeZone: string,
): PickedSlots {
  const all = days.flatMap((day) => day.slots.map((slot) => timed(slot, day.day, timeZone)));
  const onDays = all.filter((slot) => allowedDays.has(slot.day));
  const wanted = onDays.filter((slot) => isWanted(slot, when));
  if (wanted.length > 0) {
    return { offers: picked(wanted, when), isAsWanted: true };
  }
  const near = onDays.length > 0 ? nearest(onDays, when) : picked(all, { ...when, isEarliest: true });
  return { offers: near, isAsWanted: false };
}

function isWanted(slot: TimedOffer, { time }: WhenRequest): boolean {
  if (time === null) return true;
  if (time.kind === 'exact') return slot.minute === time.minute;
  return time.fromMinute <= slot.minute && slot.minute < time.toMinute;
}

function picked(slots: readonly TimedOffer[], when: WhenRequest): Offer[] {
  if (when.isEarliest) return slots.slice(0, mostOffers).map(asOffer);
  const byDay = new Map<string, TimedOffer[]>();
  for (const slot of slots) byDay.set(slot.day, [...(byDay.get(slot.day) ?? []), slot]);
  const perDay = [...byDay.values()];
  if (perDay.length >= mostOffers)
    return perDay
      .slice(0, mostOffers)
      .flatMap((day, i) => spread(day, 3)[i === 1 ? 1 : 0] ?? day[0] ?? [])
      .map(asOffer);
  const [first, second] = perDay;
  if (first && second) return [...spread(first, 2), ...spread(second, 1)].slice(0, mostOffers).map(asOffer);
  return first ? spread(first, mostOffers).map(asOffer) : [];
}

// First, middle and last of a day: three neighbours would be one choice.
function spread(slots: readonly TimedOffer[], count: number): TimedOffer[] {
  if (slots.length <= count) return [...slots];
  if (count === 1) return slots.slice(0, 1);
  const indexes = Array.from({ length: count }, (_, i) => Math.round((i * (slots.length - 1)) / (count - 1)));
  return indexes.flatMap((index) => slots[index] ?? []);
}

function nearest(slots: readonly TimedOffer[], { time }: WhenRequest): Offer[] {
  const target = time === null ? 0 : time.kind === 'exact' ? time.minute : time.fromMinute;
  const [firstDay] = slots;
  const sameDay = slots.filter((slot) => slot.day === firstDay?.day);
  return [...sameDay]
    .sort((a, b) => Math.abs(a.minute - target) - Math.abs(b.minute - target) || a.minute - b.minute)
    .slice(0, mostOffers)
    .sort((a, b) => a.minute - b.minute)
    .map(asOffer);
}

function timed(
  slot: { startsAt: string; resourceId: string; resourceName: string },
  day: string,
  timeZone: string,
): TimedOffer {
  const local = Temporal.Instant.from(slot.startsAt).toZonedDateTimeISO(timeZone);
  return {
    startsAt: slot.startsAt,
    resourceId: slot.resourceId,
    resourceName: slot.resourceName,
    day,
    minute: local.hour * 60 + local.minute,
  };
}

const asOffer = ({ startsAt, resourceId, resourceName }: TimedOffer): Offer => ({
  startsAt,
  resourceId,
  resourceName,
});
