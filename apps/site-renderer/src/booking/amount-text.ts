import type { SiteFormat } from '@servicepro/site-sections/format.ts';
import type { useWords } from './booking-words.tsx';

/** "$285", "from $225" while what it is for is open, "On request" where no person confirmed a price. */
export function amountText(
  amount: { cents: number | null; isFrom: boolean },
  words: ReturnType<typeof useWords>,
  format: SiteFormat,
): string {
  if (amount.cents === null) return words('sum.onRequest');
  const price = format.money(amount.cents);
  return amount.isFrom ? words('service.from', { price }) : price;
}
