/** (512) 555-0100 for a North American number, else as it is. */
export function phoneText(number: string): string {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return match ? `(${match[1]}) ${match[2]}-${match[3]}` : number;
}

/** One or two letters for a business: Clean Machine is CM. */
export function initials(name: string): string {
  const letters = name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word) && !/^(a|and|of|the)$/i.test(word))
    .map((word) => word.charAt(0).toUpperCase());
  return letters.slice(0, 2).join('') || '?';
}

/** 84 ms, 1.31 s, 12 s. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  return milliseconds < 10_000
    ? `${(milliseconds / 1_000).toFixed(2)} s`
    : `${Math.round(milliseconds / 1_000)} s`;
}

export function timeText(instant: number, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone }).format(instant);
}

/** The phone's clock: 10:42. */
export function clockText(instant: number, timeZone: string | undefined): string {
  return timeText(instant, timeZone).replace(/\s?[AP]M$/, '');
}

export function dayText(instant: number, timeZone: string | undefined): string {
  const format = new Intl.DateTimeFormat('en-US', {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone,
  });
  return format.format(instant).replace(/,/g, '');
}

/** Fri Mar 13, 12:30 to 1:30 PM. */
export function spanText(startsAt: string, endsAt: string, timeZone: string): string {
  const [starts, ends] = [Date.parse(startsAt), Date.parse(endsAt)];
  const [from, to] = [timeText(starts, timeZone), timeText(ends, timeZone)];
  const half = (text: string) => text.slice(-2);
  return `${dayText(starts, timeZone)}, ${half(from) === half(to) ? from.replace(/\s?[AP]M$/, '') : from} to ${to}`;
}

/** 2026-03-13, in the tenant's zone. */
export function isoDay(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(Date.parse(instant));
}

export function moneyText(cents: number): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100);
}
