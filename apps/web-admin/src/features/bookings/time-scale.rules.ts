import { instantAt, minutesFromMidnight } from '../../ui/time/zoned-time.ts';

/** A day's axis: wall minutes of the business, so that 9:00 stands at 9:00 on the days the clocks change too. */
export type TimeScale = {
  day: string;
  timeZone: string;
  /** Wall minutes since midnight, whole hours. */
  startMinutes: number;
  endMinutes: number;
};

export type HourMark = { minutes: number; fraction: number };

/** The drawn range, widened to whole hours and to what lies outside it: a job at 7 PM is never hidden. */
export function timeScaleOf(input: {
  day: string;
  timeZone: string;
  opensAt: string;
  closesAt: string;
  spans?: readonly { startsAt: string; endsAt: string }[];
}): TimeScale {
  const { day, timeZone } = input;
  const minutes = (instant: string) => minutesFromMidnight(instant, day, timeZone);
  let start = minutes(input.opensAt);
  let end = minutes(input.closesAt);
  for (const span of input.spans ?? []) {
    start = Math.min(start, Math.max(0, minutes(span.startsAt)));
    end = Math.max(end, Math.min(1440, minutes(span.endsAt)));
  }
  const startMinutes = Math.floor(start / 60) * 60;
  return { day, timeZone, startMinutes, endMinutes: Math.max(Math.ceil(end / 60) * 60, startMinutes + 60) };
}

/** Where a wall minute lies on the axis: 0 at its start, 1 at its end, held within both. */
export function fractionOf(scale: TimeScale, minutes: number): number {
  const fraction = (minutes - scale.startMinutes) / (scale.endMinutes - scale.startMinutes);
  return Math.min(1, Math.max(0, fraction));
}

export function fractionAt(scale: TimeScale, instant: Date | string): number {
  return fractionOf(scale, minutesFromMidnight(instant, scale.day, scale.timeZone));
}

export function isOnScale(scale: TimeScale, instant: Date): boolean {
  const minutes = minutesFromMidnight(instant, scale.day, scale.timeZone);
  return minutes >= scale.startMinutes && minutes <= scale.endMinutes;
}

/** One mark each so many hours; the axis's end has none, since nothing begins there. */
export function hourMarks(scale: TimeScale, everyHours = 1): HourMark[] {
  const marks: HourMark[] = [];
  for (let minutes = scale.startMinutes; minutes < scale.endMinutes; minutes += everyHours * 60) {
    marks.push({ minutes, fraction: fractionOf(scale, minutes) });
  }
  return marks;
}

export function markInstant(scale: TimeScale, minutes: number): Date {
  return instantAt(scale.day, minutes, scale.timeZone);
}
