import type { SiteFormat } from './format.ts';

type DurationKey =
  `duration.${'minutes' | 'hours' | 'hoursMinutes' | 'aboutMinutes' | 'aboutHours' | 'aboutHoursMinutes' | 'rangeMinutes' | 'rangeHours'}`;
/** Any translator that knows the sections' `duration` messages: the site's own, or the booking form's. */
export type DurationTranslator = (key: DurationKey, values: Record<string, string | number>) => string;

/** "45 minutes", "6 hours", "1.5 hours", "1 hour 40 minutes". */
export function durationWords(minutes: number, words: DurationTranslator, format: SiteFormat): string {
  const { hours, rest } = split(minutes);
  if (minutes < 60) return words('duration.minutes', { minutes });
  if (rest % 30 !== 0) return words('duration.hoursMinutes', { hours, minutes: rest });
  return words('duration.hours', { hours: minutes / 60, hoursText: format.number(minutes / 60) });
}

/** "1 to 2 hours", "About an hour". */
export function durationRangeWords(
  range: { least: number; most: number },
  words: DurationTranslator,
  format: SiteFormat,
): string {
  const { least, most } = range;
  if (least === most) return aboutWords(least, words, format);
  if (least % 30 === 0 && most % 30 === 0 && least >= 60) {
    return words('duration.rangeHours', { least: format.number(least / 60), most: format.number(most / 60) });
  }
  return words('duration.rangeMinutes', { least, most });
}

function aboutWords(minutes: number, words: DurationTranslator, format: SiteFormat): string {
  const { hours, rest } = split(minutes);
  if (minutes < 60) return words('duration.aboutMinutes', { minutes });
  if (rest % 30 !== 0) return words('duration.aboutHoursMinutes', { hours, minutes: rest });
  return words('duration.aboutHours', { hours: minutes / 60, hoursText: format.number(minutes / 60) });
}

function split(minutes: number): { hours: number; rest: number } {
  return { hours: Math.floor(minutes / 60), rest: minutes % 60 };
}
