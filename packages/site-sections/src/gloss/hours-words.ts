import type { HoursLine } from '../facts/hours.rules.ts';
import type { SiteFacts } from '../facts/site-facts.ts';
import type { SiteView } from '../site-view.ts';

/** How many of the coming holidays are named. */
const namedHolidays = 2;

/** "Mon to Fri 8 am to 6 pm", "Closed Sun". */
export function hoursWords(line: HoursLine, { words, format }: SiteView): string {
  const from = format.weekday(line.from);
  const days = line.from === line.to ? from : words('footer.dayRange', { from, to: format.weekday(line.to) });
  if (line.spans.length === 0) return words('footer.closed', { days });
  const spans = line.spans.map((span) =>
    words('footer.span', { opens: format.wallTime(span.opens), closes: format.wallTime(span.closes) }),
  );
  return words('footer.open', { days, spans: format.list(spans) });
}

/** "Closed Thu, Nov 26 (Thanksgiving)"; null where none is coming. */
export function holidayWords(
  holidays: SiteFacts['holidays'],
  { words, format, now }: SiteView,
): string | null {
  const today = format.dayKey(now);
  const coming = holidays
    .filter((holiday) => holiday.day >= today)
    .sort((one, other) => one.day.localeCompare(other.day))
    .slice(0, namedHolidays)
    .map((holiday) => `${format.calendarDay(holiday.day)} (${holiday.name})`);
  return coming.length === 0 ? null : words('footer.holidays', { days: format.list(coming) });
}
