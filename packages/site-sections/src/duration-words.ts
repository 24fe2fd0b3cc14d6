import type { SiteFormat } from './format.ts';
import type { SiteWords } from './words.ts';

/** "45 minutes", "6 hours", "1.5 hours", "1 hour 40 minutes". */
export function durationWords(minutes: number, words: SiteWords, format: SiteFormat): string {
  const { hours, rest } = split(minutes);
  if (minutes < 60) return words('duration.minutes', { minutes });
  if (rest % 30 !== 0) return words('duration.hoursMinutes', { hours, minutes: rest });
  return words('duration.hours', { hours: minutes / 60, hoursText: format.number(minutes / 60) });
}

/** "1 to 2 hours", "About an hour". */
export function durationRangeWords(
  range: { least: number; most: number },
  words: SiteWords,
  format: SiteFormat,
): string {
  const { least, most } = range;
  if (least === most) return aboutWords(least, words, format);
  if (least % 30 === 0 && most % 30 === 0 && most >= 60) {
    return words('duration.rangeHours', { least: format.number(least / 60), most: format.number(most / 60) });
  }
  return words('duration.rangeMinutes', { least, most });
}

function aboutWords(minutes: number, words: SiteWords, format: SiteFormat): string {
  const { hours, rest } = split(minutes);
  if (minutes < 60) return words('duration.aboutMinutes', { minutes });
  if (rest % 30 !== 0) return words('duration.aboutHoursMinutes', { hours, minutes: rest });
  return words('duration.aboutHours', { hours: minutes / 60, hoursText: format.number(minutes / 60) });
}

function split(minutes: number): { hours: number; rest: number } {
  return { hours: Math.floor(minutes / 60), rest: minutes % 60 };
}
