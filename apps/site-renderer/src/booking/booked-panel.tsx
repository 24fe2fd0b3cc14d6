import type { BookingConfirmation } from '@servicepro/contracts/rest/scheduling';
import { useEffect, useRef } from 'react';
import type { BookingSite } from './booking-site.ts';
import { useFormat, useWords } from './booking-words.tsx';

export type BookedPanelProps = { site: BookingSite; confirmation: BookingConfirmation };

/** Shown from the answer alone, after the booking's row is committed. */
export function BookedPanel({ site, confirmation }: BookedPanelProps) {
  const words = useWords();
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, []);
  const { startsAt, endsAt, number, serviceName, resourceName, address, totalCents } = confirmation;
  return (
    <section className="mx-auto max-w-[640px] px-4 py-11 md:px-10 md:py-20" aria-labelledby="booked">
      <h1 id="booked" ref={heading} tabIndex={-1} className="booking-title">
        {words('booked.title')}
      </h1>
      <p className="mt-4 text-xl font-semibold">
        {words('booked.when', {
          day: format.day(startsAt),
          from: format.time(startsAt),
          to: format.time(endsAt),
        })}
      </p>
      <ul className="mt-4 grid gap-1 border-y border-line py-4">
        <li className="font-semibold wrap-anywhere">{serviceName}</li>
        {resourceName && <li>{words('booked.with', { resource: resourceName })}</li>}
        {address && <li className="wrap-anywhere">{words('booked.where', { address })}</li>}
        <li>
          {totalCents === null
            ? words('booked.totalOnRequest')
            : words('booked.total', { price: format.money(totalCents) })}
        </li>
        <li className="text-mute">{words('booked.number', { number })}</li>
      </ul>
      <p className="mt-4">{words('booked.change', { phone: site.phoneWords })}</p>
      <p className="mt-6">
        <a href="/" className="text-link">
          {words('booked.home', { name: site.name })}
        </a>
      </p>
    </section>
  );
}
