import { blockStarts, freeStarts, type JobLength, type MinuteRange } from './blocked-starts.rules.ts';
import {
  type DayOpening,
  type LocalDay,
  localDays,
  openingsOfDay,
  type WeeklyOpening,
} from './opening-hours.rules.ts';

/** Who can do the work. */
export interface SlotResource {
  readonly resourceId: string;
  readonly timeOff: readonly MinuteRange[];
  /** Hours of its own, within which it works instead of the business's; absent: the business's. */
  readonly hours?: readonly WeeklyOpening[];
}

/** A booking or a live hold, buffers included. */
export interface BusyRange extends MinuteRange {
  readonly resourceId: string;
}

export interface SlotRequest extends JobLength {
  readonly timeZone: string;
  readonly firstDay: Temporal.PlainDate;
  readonly dayCount: number;
  readonly hours: readonly WeeklyOpening[];
  /** ISO dates on which the business is closed. */
  readonly holidays: ReadonlySet<string>;
  /** Only those that may do the work. Their order is the order in which a free one is offered. */
  readonly resources: readonly SlotResource[];
  readonly busy: readonly BusyRange[];
  readonly stepMinutes: number;
  /** No slot starts before this minute since the epoch: now and the notice the business wants. */
  readonly notBeforeMinute: number;
}

export interface Slot {
  readonly startsAtMinute: number;
  readonly endsAtMinute: number;
  readonly resourceId: string;
}

/** Why a day has no slot: no hours, a holiday, all taken, too late today, work longer than any opening, nobody who may do it. */
export type NoSlotReason = 'closed' | 'holiday' | 'full' | 'past' | 'too-long' | 'nobody';

export interface SlotDay {
  /** ISO date in the tenant's zone. */
  readonly day: string;
  /** By start, then in the order of the resources. */
  readonly slots: readonly Slot[];
  /** Null when there are slots. */
  readonly noneBecause: NoSlotReason | null;
}

/**
 * What can be booked: for each day of the window, every start on the grid at which a resource is free for the work and
 * the buffer after it. The work ends within the opening; the buffer may run past closing time.
 */
export function computeSlots(request: SlotRequest): SlotDay[] {
  const busyByResource = groupByResource(request.busy);
  const blocked = request.resources.map((resource) =>
    blockStarts(busyByResource.get(resource.resourceId) ?? [], resource.timeOff, request),
  );
  return localDays(request.firstDay, request.dayCount, request.timeZone).map((localDay) => {
    const candidates = candidatesOfDay(request, localDay);
    if (typeof candidates === 'string') return noSlots(localDay, candidates);
    const slots: Slot[] = [];
    for (const [index, resource] of request.resources.entries()) {
      const starts = candidates[index] ?? [];
      const blockedStarts = blocked[index];
      if (!blockedStarts) continue;
      for (const startsAtMinute of freeStarts(starts, blockedStarts)) {
        slots.push({
          startsAtMinute,
          endsAtMinute: startsAtMinute + request.durationMinutes,
          resourceId: resource.resourceId,
        });
      }
    }
    if (slots.length === 0) return noSlots(localDay, 'full');
    // A stable sort: resources of one start stay in their order.
    slots.sort((a, b) => a.startsAtMinute - b.startsAtMinute);
    return { day: localDay.day.toString(), slots, noneBecause: null };
  });
}

/** Starts of each resource that the hours and the notice allow, or why nobody has one. */
function candidatesOfDay(request: SlotRequest, localDay: LocalDay): (readonly number[])[] | NoSlotReason {
  if (request.holidays.has(localDay.day.toString())) return 'holiday';
  if (request.resources.length === 0) return 'nobody';
  const business = openingsOfDay(localDay, request.hours, request.stepMinutes);
  const ofBusiness = startsThatFit(business, request);
  const openings = request.resources.map((resource) =>
    resource.hours ? openingsOfDay(localDay, resource.hours, request.stepMinutes) : business,
  );
  if (openings.every((list) => list.length === 0)) return 'closed';
  const fitting = openings.map((list) => (list === business ? ofBusiness : startsThatFit(list, request)));
  if (fitting.every((starts) => starts.length === 0)) return 'too-long';
  const soonest = request.notBeforeMinute;
  const timely = new Map<readonly number[], readonly number[]>();
  const candidates = fitting.map((starts) => {
    const known = timely.get(starts);
    if (known) return known;
    const inTime =
      starts[0] !== undefined && starts[0] >= soonest ? starts : starts.filter((start) => start >= soonest);
    timely.set(starts, inTime);
    return inTime;
  });
  return candidates.every((starts) => starts.length === 0) ? 'past' : candidates;
}

function startsThatFit(openings: readonly DayOpening[], job: JobLength): number[] {
  const starts: number[] = [];
  for (const opening of openings) {
    const last = opening.closesAtMinute - job.durationMinutes;
    for (const start of opening.startMinutes) if (start <= last) starts.push(start);
  }
  return starts;
}

function groupByResource(busy: readonly BusyRange[]): Map<string, MinuteRange[]> {
  const groups = new Map<string, MinuteRange[]>();
  for (const range of busy) {
    const group = groups.get(range.resourceId);
    if (group) group.push(range);
    else groups.set(range.resourceId, [range]);
  }
  return groups;
}

function noSlots(localDay: LocalDay, noneBecause: NoSlotReason): SlotDay {
  return { day: localDay.day.toString(), slots: [], noneBecause };
}
