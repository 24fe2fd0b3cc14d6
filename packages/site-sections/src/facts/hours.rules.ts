import type { SiteHours } from './site-facts.ts';

/** Days in a row (1 Monday to 7 Sunday) that open and close alike; no spans: closed. */
export type HoursLine = { from: number; to: number; spans: { opens: string; closes: string }[] };

/** Groups a week's opening hours into as few lines as say the same. A day may have several spans. */
export function hoursLines(hours: readonly SiteHours[]): HoursLine[] {
  if (hours.length === 0) return [];
  const lines: HoursLine[] = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const spans = hours
      .filter((entry) => entry.weekday === weekday)
      .map(({ opens, closes }) => ({ opens, closes }))
      .sort((one, other) => one.opens.localeCompare(other.opens));
    const last = lines.at(-1);
    if (last && JSON.stringify(last.spans) === JSON.stringify(spans)) last.to = weekday;
    else lines.push({ from: weekday, to: weekday, spans });
  }
  return lines;
}
