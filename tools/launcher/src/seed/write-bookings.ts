import type { SeedBooking } from './demo-data.ts';
import { madeAt, plannedAt, progressOf, type VisitProgress } from './demo-day.rules.ts';
import { makeHistory } from './history.rules.ts';
import type { SeededAddOn, SeededCatalog, SeededPrice, SeededService } from './write-catalog.ts';
import type { SeededAsset, SeededCustomer } from './write-customers.ts';
import { allocateIds, chunks, must, type WriteScope } from './write-scope.ts';

export interface SeededBooking {
  id: string;
  number: number;
  seed: SeedBooking;
  startsAt: Temporal.Instant;
  resourceId: string;
}

interface Parts {
  catalog: SeededCatalog;
  customers: ReadonlyMap<string, SeededCustomer>;
  resources: ReadonlyMap<string, string>;
}

/** One booking, laid out in time and in rows. */
interface Draft extends SeededBooking {
  endsAt: Temporal.Instant;
  createdAt: Temporal.Instant;
  progress: VisitProgress;
  customer: SeededCustomer;
  asset: SeededAsset;
  service: SeededService;
  price: SeededPrice;
  addOns: SeededAddOn[];
}

/** Every booking, written and made by rule, numbered in the order in which they came. Answers those that threads name. */
export async function writeBookings(scope: WriteScope, parts: Parts): Promise<Map<string, SeededBooking>> {
  const { db, business, time } = scope;
  const seeds = [...business.bookings, ...makeHistory(business, time)];
  const nextId = await allocateIds(db, seeds.length);
  const drafts = seeds
    .map((seed) => draft(scope, parts, seed, nextId()))
    .sort((a, b) => Temporal.Instant.compare(a.createdAt, b.createdAt))
    .map((entry, at, all) => ({ ...entry, number: business.lastBookingNumber - (all.length - 1 - at) }));
  const rows = drafts.map((entry) => bookingRow(entry));
  for (const part of chunks(rows)) await db.insertInto('bookings').values(part).execute();
  for (const part of chunks(drafts.flatMap(lineRows)))
    await db.insertInto('booking_lines').values(part).execute();
  await db
    .insertInto('tenant_counters')
    .values({ name: 'booking', value: business.lastBookingNumber })
    .execute();
  return new Map(drafts.flatMap((entry) => (entry.seed.ref ? [[entry.seed.ref, entry]] : [])));
}

function draft(scope: WriteScope, parts: Parts, seed: SeedBooking, id: string): Draft {
  const { time } = scope;
  const customer = must(parts.customers.get(seed.customer), `customer ${seed.customer}`);
  const asset = must(customer.assets[seed.asset ?? 0], `asset of ${seed.customer}`);
  const service = must(parts.catalog.services.get(seed.service), `service ${seed.service}`);
  const startsAt = plannedAt(time, { day: seed.day, at: seed.from });
  const endsAt = plannedAt(time, { day: seed.day, at: seed.to });
  return {
    id,
    number: 0,
    seed,
    startsAt,
    endsAt,
    createdAt: madeAt(time, seed.made, startsAt),
    progress: progressOf(
      {
        startsAt,
        endsAt,
        isUnconfirmed: seed.isUnconfirmed ?? false,
        startsLateMinutes: seed.startsLateMinutes ?? 0,
      },
      time.now,
    ),
    resourceId: must(parts.resources.get(seed.resource), `resource ${seed.resource}`),
    customer,
    asset,
    service,
    price: must(service.prices.get(asset.assetClass), `price of ${seed.service} for ${asset.assetClass}`),
    addOns: (seed.addOns ?? []).map((key) => must(parts.catalog.addOns.get(key), `add-on ${key}`)),
  };
}

function addOnCents({ addOns }: Draft): number {
  return addOns.reduce((sum, addOn) => sum + (addOn.cents ?? 0), 0);
}

/** What the visit costs in all; null where nothing is charged for it. */
function totalCents(entry: Draft): number | null {
  const { dollars } = entry.seed;
  if (dollars !== undefined) return dollars === null ? null : dollars * 100;
  return must(entry.price.cents, `confirmed price of ${entry.seed.service}`) + addOnCents(entry);
}

function bookingRow(entry: Draft) {
  const { seed, customer, progress } = entry;
  return {
    id: entry.id,
    number: entry.number,
    status: progress.status,
    source: seed.made.by === 'ai' ? ('sms' as const) : seed.made.by,
    is_by_ai: seed.made.by === 'ai',
    resource_id: entry.resourceId,
    service_id: entry.service.id,
    asset_class_id: entry.asset.assetClassId,
    customer_id: customer.id,
    asset_id: entry.asset.id,
    asset_name: entry.asset.name,
    address: customer.customer.address,
    place: seed.place ?? customer.customer.place,
    starts_at: entry.startsAt,
    ends_at: entry.endsAt,
    occupied_until: entry.endsAt.add({ minutes: entry.service.bufferMinutes }),
    total_cents: totalCents(entry),
    started_at: progress.startedAt,
    finished_at: progress.finishedAt,
    created_at: entry.createdAt,
    updated_at: entry.createdAt,
  };
}

function lineRows(entry: Draft) {
  const { addOns, price, seed } = entry;
  const minutes = Math.round(entry.endsAt.since(entry.startsAt).total('minutes'));
  const addedMinutes = addOns.reduce((sum, addOn) => sum + addOn.minutes, 0);
  const total = totalCents(entry);
  return [
    {
      booking_id: entry.id,
      kind: 'service' as const,
      service_price_id: price.id,
      name: seed.lineName ?? price.name,
      duration_minutes: minutes - addedMinutes,
      price_cents: total === null ? null : total - addOnCents(entry),
    },
    ...addOns.map((addOn) => ({
      booking_id: entry.id,
      kind: 'add_on' as const,
      add_on_id: addOn.id,
      name: addOn.name,
      duration_minutes: addOn.minutes,
      price_cents: addOn.cents,
    })),
  ];
}
