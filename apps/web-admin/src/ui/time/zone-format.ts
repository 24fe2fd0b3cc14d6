/** Dates and times as people of the business read them: always in the business's zone, never in the browser's. */
export type ZoneFormat = {
  timeZone: string;
  /** 11:30 AM */
  time: (instant: Date | string) => string;
  /** 11:30, without the half of the day: for rows that stand in order. */
  clock: (instant: Date | string) => string;
  /** 8 AM, for hour heads. */
  hour: (instant: Date | string) => string;
  /** Thursday, March 12 */
  longDay: (instant: Date | string) => string;
  /** Thu, March 12 */
  mediumDay: (instant: Date | string) => string;
  /** Mar 12 */
  shortDay: (instant: Date | string) => string;
  /** Thu, Mar 12 */
  narrowDay: (instant: Date | string) => string;
  /** Thu */
  weekday: (instant: Date | string) => string;
  /** CDT */
  zoneAbbreviation: (instant: Date | string) => string;
  /** Central Time */
  zoneName: (instant: Date | string) => string;
};

export function makeZoneFormat(locale: string, timeZone: string): ZoneFormat {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    return (instant: Date | string) => plainSpaces(formatter.format(asDate(instant)));
  };
  const clockFormatter = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone });
  const zonePart = (style: 'short' | 'longGeneric') => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZoneName: style, timeZone });
    return (instant: Date | string) =>
      formatter.formatToParts(asDate(instant)).find((part) => part.type === 'timeZoneName')?.value ??
      timeZone;
  };
  return {
    timeZone,
    time: format({ hour: 'numeric', minute: '2-digit' }),
    clock: (instant) =>
      clockFormatter
        .formatToParts(asDate(instant))
        .filter((part) => part.type !== 'dayPeriod')
        .map((part) => part.value)
        .join('')
        .trim(),
    hour: format({ hour: 'numeric' }),
    longDay: format({ weekday: 'long', month: 'long', day: 'numeric' }),
    mediumDay: format({ weekday: 'short', month: 'long', day: 'numeric' }),
    shortDay: format({ month: 'short', day: 'numeric' }),
    narrowDay: format({ weekday: 'short', month: 'short', day: 'numeric' }),
    weekday: format({ weekday: 'short' }),
    zoneAbbreviation: zonePart('short'),
    zoneName: zonePart('longGeneric'),
  };
}

function asDate(instant: Date | string): Date {
  return typeof instant === 'string' ? new Date(instant) : instant;
}

/** Newer ICU data puts narrow no-break spaces before AM and PM: harder to search for and to copy. */
function plainSpaces(text: string): string {
  return text.replace(/[\u202f\u00a0]/g, ' ');
}
