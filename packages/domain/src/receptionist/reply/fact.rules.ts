import type { BookedVisit, Offer, Quote } from '../actions/action-schemas.rules.ts';
import type { BusinessFacts } from '../brain/turn.rules.ts';
import { dayText, durationText, localMoment, moneyText, timeText } from './figures.rules.ts';
import type { Fact } from './phrase.rules.ts';

/** Makes the facts of a reply from the rows they come from. */
const language = 'en';

export function priceFact(quote: Quote, name: string, className: string): Fact {
  return fact(
    'price',
    moneyText(quote.totalCents ?? 0, quote.currency),
    `Price list, ${name}`,
    confirmed(className, quote.confirmedAt),
    'service_prices',
    quote.priceId,
  );
}

export function addOnFact(addOn: { id: string; name: string; priceCents: number }, currency: string): Fact {
  return fact(
    'price',
    moneyText(addOn.priceCents, currency),
    `Price list, ${addOn.name}`,
    'add-on',
    'add_ons',
    addOn.id,
  );
}

export function durationFact(quote: Quote, name: string): Fact {
  return fact(
    'duration',
    durationText(quote.durationMinutes, language),
    `Duration, ${name}`,
    '',
    'service_prices',
    quote.priceId,
  );
}

/** A slot by its time alone ("11:30 AM"), or with its day ("Wed Mar 11, 3:00 PM"). */
export function slotFact(
  offer: Offer,
  facts: BusinessFacts,
  form: 'time' | 'day-time' | 'day-at-time',
): Fact {
  const moment = localMoment(Temporal.Instant.from(offer.startsAt), facts.timeZone, language);
  const joined = {
    time: moment.time,
    'day-time': `${moment.day}, ${moment.time}`,
    'day-at-time': `${moment.day} at ${moment.time}`,
  }[form];
  return fact('slot', joined, `Open slot, ${offer.resourceName}`, moment.day, 'resources', offer.resourceId);
}

export function bookedFact(booking: BookedVisit, facts: BusinessFacts): Fact {
  const moment = localMoment(Temporal.Instant.from(booking.startsAt), facts.timeZone, language);
  return fact(
    'booking',
    `${moment.day}, ${moment.time}`,
    `Booking ${booking.number}`,
    booking.resourceName,
    'bookings',
    booking.bookingId,
  );
}

export function bookedPriceFact(booking: BookedVisit): Fact | null {
  if (booking.totalCents === null) return null;
  return fact(
    'price',
    moneyText(booking.totalCents, booking.currency),
    `Booking ${booking.number}`,
    'as confirmed',
    'bookings',
    booking.bookingId,
  );
}

export function bookedAddressFact(booking: BookedVisit): Fact | null {
  return booking.address === ''
    ? null
    : fact(
        'address',
        booking.address,
        `Booking ${booking.number}`,
        'as the customer gave it',
        'bookings',
        booking.bookingId,
      );
}

export function visitFact(
  visit: { id: string; number: string; startsAt: string },
  facts: BusinessFacts,
  form: 'day-at-time' | 'weekday-at-time' = 'day-at-time',
): Fact {
  const moment = localMoment(Temporal.Instant.from(visit.startsAt), facts.timeZone, language);
  const day = form === 'day-at-time' ? moment.day : moment.weekday;
  return fact('booking', `${day} at ${moment.time}`, `Booking ${visit.number}`, '', 'bookings', visit.id);
}

/** A calendar day as the tenant's week has it. */
export function dayFact(isoDay: string, facts: BusinessFacts, now: Temporal.Instant): Fact {
  const thisYear = now.toZonedDateTimeISO(facts.timeZone).year;
  const weekday = Temporal.PlainDate.from(isoDay).dayOfWeek;
  const row = facts.hours.find((opening) => opening.weekday === weekday);
  return fact('day', dayText(isoDay, language, thisYear), 'Calendar', '', 'business_hours', row?.id ?? null);
}

export function minuteFact(minute: number): Fact {
  return fact('day', timeText(minute), 'Time that was asked for', '', 'messages', null);
}

export function momentFact(
  isoDay: string,
  minute: number,
  facts: BusinessFacts,
  now: Temporal.Instant,
): Fact {
  return fact(
    'day',
    `${dayFact(isoDay, facts, now).value} at ${timeText(minute)}`,
    'Time that was asked for',
    '',
    'messages',
    null,
  );
}

export function holidayFact(isoDay: string, facts: BusinessFacts, now: Temporal.Instant): Fact {
  const row = facts.holidays.find((holiday) => holiday.day === isoDay);
  const day = dayFact(isoDay, facts, now);
  return row ? fact('holiday', `${row.name}, ${day.value}`, 'Holiday', '', 'holidays', row.id) : day;
}

export const emergencyFact: Fact = {
  kind: 'emergency',
  value: '911',
  label: 'Emergency number',
  detail: 'US',
  sourceTable: 'industry_packs',
  sourceId: null,
};

export function faqFact(faq: { id: string; question: string; answer: string }): Fact {
  return fact('faq', faq.answer.trim(), `Answer, ${faq.question}`, '', 'faqs', faq.id);
}

export function profileFact(kind: 'address' | 'phone' | 'area', value: string, facts: BusinessFacts): Fact {
  return fact(kind, value, 'Business profile', '', 'tenant_profiles', facts.tenantId);
}

function confirmed(className: string, confirmedAt: string | null): string {
  return confirmedAt === null ? asDetail(className) : `${asDetail(className)}, confirmed`;
}

const asDetail = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

export function fact(
  kind: Fact['kind'],
  value: string,
  label: string,
  detail: string,
  sourceTable: string,
  sourceId: string | null,
): Fact {
  return { kind, value, label, detail, sourceTable, sourceId };
}
