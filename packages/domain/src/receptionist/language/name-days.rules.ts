import type { holidayWords } from './calendar-words.data.ts';
import type { DayContext, DayMeaning } from './day-meaning.rules.ts';

/** The coming day with this weekday: today counts while something is still open. */
export function nextWeekday({ today, isTodayOver }: DayContext, weekday: number): Temporal.PlainDate {
  const days = (weekday - today.dayOfWeek + 7) % 7;
  return today.add({ days: days === 0 && isTodayOver ? 7 : days });
}

export function weekOf(day: Temporal.PlainDate, weeksLater: number): DayMeaning {
  const monday = day.add({ days: 1 - day.dayOfWeek + weeksLater * 7 });
  return { ranges: [{ from: monday.toString(), to: monday.add({ days: 6 }).toString() }] };
}

/** The week around a day that was read. */
export function weekContaining(meaning: DayMeaning): DayMeaning {
  const day = meaning.ranges[0]?.from;
  return day === undefined ? meaning : weekOf(Temporal.PlainDate.from(day), 0);
}

export function monthRange(
  today: Temporal.PlainDate,
  monthsLater: number,
  part: 'early' | 'late' | 'all',
): DayMeaning {
  const first = today.with({ day: 1 }).add({ months: monthsLater });
  const last = first.with({ day: first.daysInMonth });
  const from = part === 'late' ? last.subtract({ days: 6 }) : first;
  const to = part === 'early' ? first.add({ days: 6 }) : last;
  const start = Temporal.PlainDate.compare(from, today) < 0 ? today : from;
  return { ranges: [{ from: start.toString(), to: to.toString() }] };
}

/** A year, month and day in numbers. */
export function dayOfNumbers(
  today: Temporal.PlainDate,
  year: number,
  month: number,
  day: number,
): DayMeaning {
  return inMonthDay(today, month, day, year);
}

/**
 * A month and day, with a year or without. Without one it is this year's; what has passed is next year's only where that
 * is within half a year ("January 5" in December), else it is said to be past.
 */
export function inMonthDay(
  today: Temporal.PlainDate,
  month: number,
  day: number,
  year: number | null,
): DayMeaning {
  if (month < 1 || month > 12 || day < 1) return { ranges: [], noSuchDay: true };
  const first = Temporal.PlainDate.from({ year: year ?? today.year, month, day: 1 });
  if (day > (month === 2 ? 29 : first.daysInMonth)) return { ranges: [], noSuchDay: true };
  if (day > first.daysInMonth) return { ranges: [], noSuchDay: true };
  const said = first.with({ day });
  if (Temporal.PlainDate.compare(said, today) >= 0) return dated(said);
  const nextYears = said.add({ years: 1 });
  if (year === null && today.until(nextYears).days <= 180) return dated(nextYears);
  return { ranges: [], pastDay: said.toString(), isDate: true };
}

/** "The 12th": this month's, or next month's once it has passed; a month without that day is skipped. */
export function ordinalDay(today: Temporal.PlainDate, day: number): DayMeaning {
  if (day < 1 || day > 31) return { ranges: [], noSuchDay: true };
  for (let months = 0; months < 4; months += 1) {
    const first = today.with({ day: 1 }).add({ months });
    if (day > first.daysInMonth) continue;
    const candidate = first.with({ day });
    if (Temporal.PlainDate.compare(candidate, today) >= 0) return dated(candidate);
  }
  return { ranges: [], noSuchDay: true };
}

export function holidayDay(
  holiday: (typeof holidayWords)[number],
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const thisYears = holidayIn(holiday, today.year);
  return Temporal.PlainDate.compare(thisYears, today) >= 0 ? thisYears : holidayIn(holiday, today.year + 1);
}

function holidayIn(holiday: (typeof holidayWords)[number], year: number): Temporal.PlainDate {
  if ('daysFromEaster' in holiday) return easter(year).add({ days: holiday.daysFromEaster });
  if ('day' in holiday) return Temporal.PlainDate.from({ year, month: holiday.month, day: holiday.day });
  const first = Temporal.PlainDate.from({ year, month: holiday.month, day: 1 });
  if (holiday.nth > 0)
    return first.add({ days: ((holiday.weekday - first.dayOfWeek + 7) % 7) + (holiday.nth - 1) * 7 });
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - holiday.weekday + 7) % 7 });
}

// The anonymous Gregorian algorithm (Nature, 20 April 1876).
function easter(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(f / 31), day: (f % 31) + 1 });
}

const dated = (day: Temporal.PlainDate): DayMeaning => ({
  ranges: [{ from: day.toString(), to: day.toString() }],
  isDate: true,
});
