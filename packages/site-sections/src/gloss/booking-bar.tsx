import { lowestPriceCents } from '../facts/price.rules.ts';
import type { SiteView } from '../site-view.ts';

export type BookingBarProps = { view: SiteView };

/** The phone's bottom bar. It is hidden by BarVisibility while a booking button of the page itself is in view. */
export function BookingBar({ view: { facts, words, format, bookingPath } }: BookingBarProps) {
  const cents = lowestPriceCents(facts);
  const { phone } = facts.tenant;
  return (
    <nav aria-label={words('bar.label')} data-booking-bar="" className="booking-bar">
      <a href={`tel:${phone}`}>{words('bar.call')}</a>
      <a href={`sms:${phone}`}>{words('bar.text')}</a>
      <a href={bookingPath}>
        {cents === null ? words('book.action') : words('book.from', { price: format.money(cents) })}
      </a>
    </nav>
  );
}
