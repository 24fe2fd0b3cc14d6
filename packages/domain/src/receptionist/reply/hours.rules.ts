import type { BusinessFacts } from '../brain/turn.rules.ts';
import { fact } from './fact.rules.ts';
import { shortWeekdayText, timeText } from './figures.rules.ts';
import type { Phrase } from './phrase.rules.ts';

const language = 'en';

/** "Mon to Sat, 8:00 AM to 6:00 PM" from the rows of the week; days with the same hours stand together. */
export function hoursPhrase(facts: BusinessFacts): Phrase {
  const groups: { from: number; to: number; opensMinute: number; closesMinute: number; id: string }[] = [];
  for (const opening of facts.hours) {
    const last = groups.at(-1);
    const isSame =
      last &&
      last.to === opening.weekday - 1 &&
      last.opensMinute === opening.opensMinute &&
      last.closesMinute === opening.closesMinute;
    if (last && isSame) last.to = opening.weekday;
    else groups.push({ ...opening, from: opening.weekday, to: opening.weekday });
  }
  return groups.flatMap((group, i) => {
    const days =
      group.from === group.to
        ? shortWeekdayText(group.from, language)
        : `${shortWeekdayText(group.from, language)} to ${shortWeekdayText(group.to, language)}`;
    const value = `${days}, ${timeText(group.opensMinute)} to ${timeText(group.closesMinute)}`;
    return [
      ...(i === 0 ? [] : ['; ']),
      fact('hours', value, 'Opening hours', '', 'business_hours', group.id),
    ];
  });
}

/** The hours of one day: "8:00 AM to 6:00 PM". */
export function dayHoursPhrase(isoDay: string, facts: BusinessFacts): Phrase | null {
  const weekday = Temporal.PlainDate.from(isoDay).dayOfWeek;
  const rows = facts.hours.filter((opening) => opening.weekday === weekday);
  if (rows.length === 0) return null;
  return rows.flatMap((row, i) => [
    ...(i === 0 ? [] : [' and ']),
    fact(
      'hours',
      `${timeText(row.opensMinute)} to ${timeText(row.closesMinute)}`,
      'Opening hours',
      shortWeekdayText(weekday, language),
      'business_hours',
      row.id,
    ),
  ]);
}
