/** How figures and times are written on a site: in its locale, its currency and its own time zone. */
export type SiteFormat = {
  /** "$285", "$285.50". */
  money: (cents: number) => string;
  /** "Tue, Nov 24". */
  day: (instant: string | Date) => string;
  /** A calendar day `YYYY-MM-DD` as "Tue, Nov 24". */
  calendarDay: (day: string) => string;
  /** "8:30 am". */
  time: (instant: string | Date) => string;
  /** A wall time `HH:MM` as "8 am" or "8:30 am". */
  wallTime: (time: string) => string;
  /** 1 Monday to 7 Sunday, short. */
  weekday: (weekday: number) => string;
  /** "1,5" or "1.5". */
  number: (value: number) => string;
  /** "A, B and C". */
  list: (items: readonly string[]) => string;
  /** The instant's calendar day in the zone, `YYYY-MM-DD`. */
  dayKey: (instant: string | Date) => string;
};

export type FormatOptions = { locale: string; currency: string; timeZone: string };

/** Builds the formatters once for a page. The same code runs in the browser, so both sides write the same. */
export function siteFormat({ locale, currency, timeZone }: FormatOptions): SiteFormat {
  const regional = locale === 'en' ? 'en-US' : locale;
  const money = new Intl.NumberFormat(regional, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  const minorUnits = money.resolvedOptions().maximumFractionDigits ?? 2;
  const dayParts = { weekday: 'short', month: 'short', day: 'numeric' } as const;
  const day = new Intl.DateTimeFormat(regional, { ...dayParts, timeZone });
  const calendarDay = new Intl.DateTimeFormat(regional, { ...dayParts, timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(regional, { weekday: 'short', timeZone: 'UTC' });
  const dayKey = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  });
  const number = new Intl.NumberFormat(regional, { maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(regional, { type: 'conjunction', style: 'long' });
  return {
    money: (cents) => money.format(cents / 10 ** minorUnits),
    day: (instant) => day.format(new Date(instant)),
    calendarDay: (text) => calendarDay.format(new Date(`${text}T00:00:00Z`)),
    time: (instant) => clock(regional, timeZone, true).format(new Date(instant)),
    wallTime: (text) =>
      clock(regional, 'UTC', !text.endsWith(':00')).format(new Date(`2024-01-01T${text}:00Z`)),
    weekday: (value) => weekday.format(new Date(Date.UTC(2024, 0, value))),
    number: (value) => number.format(value),
    list: (items) => list.format(items),
    dayKey: (instant) => dayKey.format(new Date(instant)),
  };
}

/** "8:30 am": lower case and a plain space, whichever ICU version wrote it. */
function clock(locale: string, timeZone: string, hasMinutes: boolean): { format: (date: Date) => string } {
  const formatter = new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    ...(hasMinutes ? { minute: '2-digit' } : {}),
    timeZone,
  });
  return {
    format: (date) =>
      formatter
        .formatToParts(date)
        .map((part) => (part.type === 'dayPeriod' ? part.value.toLowerCase() : part.value))
        .join('')
        .replace(/[\u202f\u00a0]/g, ' '),
  };
}
