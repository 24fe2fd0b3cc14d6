import { getPack, mergePack } from '@servicepro/industry-packs';
import { describe, expect, test } from 'vitest';
import { businesses } from './businesses.ts';
import type { SeedBooking, SeedBusiness } from './demo-data.ts';
import { chooseDemoTime, type DemoTime, madeAt, plannedAt } from './demo-day.rules.ts';
import { makeHistory } from './history.rules.ts';
import { must } from './write-scope.ts';

/** Every weekday, both changes of daylight saving, and the turn of the year. */
const days = [
  ...Array.from({ length: 10 }, (_, index) => Temporal.PlainDate.from('2026-03-05').add({ days: index })),
  ...Array.from({ length: 8 }, (_, index) => Temporal.PlainDate.from('2026-10-29').add({ days: index })),
  ...Array.from({ length: 7 }, (_, index) => Temporal.PlainDate.from('2026-12-28').add({ days: index })),
];
const hoursOfDay = ['06:30', '15:00'];

/** By key of service, as the business has it. */
function buffersOf(business: SeedBusiness): Map<string, number> {
  const pack = getPack(business.packId);
  const services = pack ? mergePack(pack, business.overrides).pack.services : [];
  return new Map(services.map(({ key, bufferMinutes }) => [key, bufferMinutes]));
}

function layOut(business: SeedBusiness, buffers: ReadonlyMap<string, number>, time: DemoTime) {
  return [...business.bookings, ...makeHistory(business, time)].map((seed) => {
    const startsAt = plannedAt(time, { day: seed.day, at: seed.from });
    const endsAt = plannedAt(time, { day: seed.day, at: seed.to });
    return {
      seed,
      startsAt,
      endsAt,
      occupiedUntil: endsAt.add({ minutes: must(buffers.get(seed.service), `service ${seed.service}`) }),
      createdAt: madeAt(time, seed.made, startsAt),
    };
  });
}

const open = businesses.filter((business) => business.bookings.length > 0);

describe.each(open.map((business) => [business.name, business] as const))(
  'the bookings of %s',
  (_name, business) => {
    const buffers = buffersOf(business);
    const scenes = days.flatMap((day) =>
      hoursOfDay.map((at) => {
        const now = day.toZonedDateTime({ timeZone: business.timeZone, plainTime: at }).toInstant();
        const time = chooseDemoTime(business, now);
        return { time, bookings: layOut(business, buffers, time) };
      }),
    );
    const name = (time: DemoTime, { customer, from }: SeedBooking) => `${time.day}: ${customer} at ${from}`;

    test('never overlap, buffers included, on whichever day the demo is laid', () => {
      const overlaps = scenes.flatMap(({ time, bookings }) => {
        const freeFrom = new Map<string, Temporal.Instant>();
        const sorted = bookings.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
        return sorted.flatMap(({ seed, startsAt, occupiedUntil }) => {
          const before = freeFrom.get(seed.resource);
          freeFrom.set(seed.resource, occupiedUntil);
          return before && Temporal.Instant.compare(startsAt, before) < 0 ? [name(time, seed)] : [];
        });
      });
      expect(overlaps).toEqual([]);
    });

    test('were made before they begin and not in the future', () => {
      const wrong = scenes.flatMap(({ time, bookings }) =>
        bookings.flatMap(({ seed, startsAt, createdAt }) =>
          Temporal.Instant.compare(createdAt, startsAt) < 0 &&
          Temporal.Instant.compare(createdAt, time.now) <= 0
            ? []
            : [name(time, seed)],
        ),
      );
      expect(wrong).toEqual([]);
    });

    test('lie within the opening hours', () => {
      const outside = scenes.flatMap(({ time, bookings }) =>
        bookings.flatMap(({ seed, startsAt, endsAt }) => {
          const weekday = startsAt.toZonedDateTimeISO(business.timeZone).dayOfWeek;
          const hours = business.hours.find((opening) => opening.weekday === weekday);
          const isInside = hours && seed.from >= hours.opens && seed.to <= hours.closes;
          return isInside && Temporal.Instant.compare(startsAt, endsAt) < 0 ? [] : [name(time, seed)];
        }),
      );
      expect(outside).toEqual([]);
    });
  },
);
