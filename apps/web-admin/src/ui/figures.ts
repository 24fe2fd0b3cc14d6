/** Money in minor units, as lists show it: no cents where there are none, unless it is a bill. */
export function formatMoney(
  cents: number,
  currency: string,
  locale: string,
  style: 'list' | 'bill' = 'list',
): string {
  const digits = style === 'bill' || cents % 100 !== 0 ? 2 : 0;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(cents / 100);
}

/** +15125550142 as (512) 555-0142; numbers of other countries as they are. */
export function formatPhone(number: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : number;
}

/** Hours with at most one decimal: 330 minutes are 5.5. */
export function hoursOf(minutes: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(minutes / 60);
}

/** What somebody typed as a price, in cents; null where it is none. */
export function centsOf(text: string): number | null {
  const match = /^\s*[$€£]?\s*(\d{1,3}(?:,?\d{3})*|\d+)(?:\.(\d{1,2}))?\s*$/.exec(text);
  if (!match) return null;
  const whole = Number((match[1] ?? '').replaceAll(',', ''));
  const cents = whole * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return cents <= 100_000_000 ? cents : null;
}
