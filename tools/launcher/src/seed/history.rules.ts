import type { HistoryLane, MadeBy, SeedBooking, SeedBusiness, SeedCustomer } from './demo-data.ts';
import { type DemoTime, dateOf } from './demo-day.rules.ts';

/** Seven of twelve by the AI: a little less than in the demo's own week. */
const makers: readonly MadeBy[] = [
  'ai',
  'web',
  'ai',
  'staff',
  'ai',
  'ai',
  'web',
  'ai',
  'staff',
  'ai',
  'web',
  'ai',
];
const madeTimes = ['09:10', '10:35', '12:20', '14:05', '16:40', '18:15', '19:50', '20:25'];
/** The demo's own week is written out one by one; the history ends before it. */
const lastOpenDay = -4;

/** Earlier jobs by the business's pattern: the same on every run, each customer in turn. */
export function makeHistory(business: SeedBusiness, time: DemoTime): SeedBooking[] {
  const { history } = business;
  if (!history) return [];
  const regulars = business.customers.filter((customer) => isRegular(customer, business));
  const begins = time.day.subtract({ weeks: history.weeks });
  const bookings: SeedBooking[] = [];
  for (let open = lastOpenDay; Temporal.PlainDate.compare(dateOf(time, { open }), begins) >= 0; open -= 1) {
    for (const lane of history.lanes) {
      if ((-open + lane.offset) % lane.everyOpenDays !== 0) continue;
      bookings.push(earlierJob(time, lane, regulars, open, bookings.length));
    }
  }
  return bookings;
}

/** Whoever the demo's day or the customer's own story counts on stays out, so that the screens' figures hold. */
function isRegular(customer: SeedCustomer, business: SeedBusiness): boolean {
  if (customer.sinceDays !== undefined) return false;
  const own = business.bookings.filter((booking) => booking.customer === customer.name);
  return own.every((booking) => booking.service !== 'fleet_wash' && booking.service !== 'ceramic');
}

function earlierJob(
  time: DemoTime,
  lane: HistoryLane,
  regulars: readonly SeedCustomer[],
  open: number,
  index: number,
): SeedBooking {
  const customer = regulars[(index * 7) % regulars.length];
  if (!customer) throw new RangeError('a history needs customers');
  const date = dateOf(time, { open });
  const madeBefore = time.day.since(date).days + 4 + (index % 4);
  return {
    customer: customer.name,
    resource: lane.resource,
    service: lane.service,
    day: { open },
    from: lane.from,
    to: lane.to,
    made: {
      day: { date: -madeBefore },
      at: madeTimes[index % madeTimes.length] ?? '12:00',
      by: makers[index % makers.length] ?? 'ai',
    },
  };
}
