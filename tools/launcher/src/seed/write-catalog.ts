import { getPack, mergePack, type Pack, textIn } from '@servicepro/industry-packs';
import { plannedAt } from './demo-day.rules.ts';
import { must, type WriteScope } from './write-scope.ts';

export interface SeededPrice {
  id: string;
  name: string;
  /** Confirmed, or null. */
  cents: number | null;
}

export interface SeededService {
  id: string;
  name: string;
  bufferMinutes: number;
  /** By key of asset class. */
  prices: Map<string, SeededPrice>;
}

export interface SeededAddOn {
  id: string;
  name: string;
  cents: number | null;
  minutes: number;
}

export interface SeededCatalog {
  assetClasses: Map<string, string>;
  services: Map<string, SeededService>;
  addOns: Map<string, SeededAddOn>;
}

/** The pack as this business has it, with the prices that its owner confirmed. */
export async function writeCatalog(scope: WriteScope): Promise<SeededCatalog> {
  const found = getPack(scope.business.packId);
  if (!found) return { assetClasses: new Map(), services: new Map(), addOns: new Map() };
  const { pack } = mergePack(found, scope.business.overrides);
  const assetClasses = await writeAssetClasses(scope, pack);
  const services = await writeServices(scope, pack);
  await writePrices(scope, pack, assetClasses, services);
  return { assetClasses, services, addOns: await writeAddOns(scope, pack) };
}

async function writeAssetClasses({ db }: WriteScope, pack: Pack): Promise<Map<string, string>> {
  const rows = await db
    .insertInto('asset_classes')
    .values(
      pack.assetClasses.map(({ key, name, words }, position) => ({
        key,
        name: textIn(name, 'en'),
        words,
        position,
      })),
    )
    .returning(['id', 'key'])
    .execute();
  return new Map(rows.map((row) => [row.key, row.id]));
}

async function writeServices({ db }: WriteScope, pack: Pack): Promise<Map<string, SeededService>> {
  const rows = await db
    .insertInto('services')
    .values(
      pack.services.map((service, position) => ({
        key: service.key,
        name: textIn(service.name, 'en'),
        description: textIn(service.description, 'en'),
        category: service.category,
        words: service.words,
        booking: service.booking,
        is_mobile: service.isMobile,
        buffer_minutes: service.bufferMinutes,
        position,
      })),
    )
    .returning(['id', 'key', 'name', 'buffer_minutes as bufferMinutes'])
    .execute();
  return new Map(rows.map(({ key, ...row }) => [key, { ...row, prices: new Map<string, SeededPrice>() }]));
}

async function writePrices(
  { db, business, time, userIds }: WriteScope,
  pack: Pack,
  assetClasses: ReadonlyMap<string, string>,
  services: ReadonlyMap<string, SeededService>,
): Promise<void> {
  const owner = business.people.find((person) => person.role === 'owner');
  const confirmedAt = plannedAt(time, { day: { date: -10 }, at: '16:00' });
  const listed = pack.services.flatMap((service) => {
    const sheet = business.prices[service.key];
    if (!sheet) return [];
    return Object.entries(service.prices).flatMap(([classKey, suggestion], at) => {
      const dollars = sheet.dollars[at] ?? null;
      if (dollars === null) return [];
      const cents = sheet.isUnconfirmed ? null : dollars * 100;
      return [
        {
          service: service.key,
          classKey,
          minutes: sheet.minutes[at] ?? suggestion.durationMinutes,
          cents,
          suggested: suggestion.suggestedCents,
        },
      ];
    });
  });
  const rows = await db
    .insertInto('service_prices')
    .values(
      listed.map((row) => ({
        service_id: must(services.get(row.service), row.service).id,
        asset_class_id: must(assetClasses.get(row.classKey), row.classKey),
        duration_minutes: row.minutes,
        suggested_cents: row.suggested,
        price_cents: row.cents,
        confirmed_at: row.cents === null ? null : confirmedAt,
        confirmed_by: row.cents === null ? null : (userIds.get(owner?.email ?? '') ?? null),
      })),
    )
    .returning(['id', 'service_id', 'asset_class_id'])
    .execute();
  for (const { service: key, classKey, cents } of listed) {
    const service = must(services.get(key), key);
    const classId = assetClasses.get(classKey);
    const row = rows.find((price) => price.service_id === service.id && price.asset_class_id === classId);
    service.prices.set(classKey, { id: must(row, `price of ${key}`).id, name: service.name, cents });
  }
}

async function writeAddOns(
  { db, business, time }: WriteScope,
  pack: Pack,
): Promise<Map<string, SeededAddOn>> {
  const confirmedAt = plannedAt(time, { day: { date: -10 }, at: '16:00' });
  const centsOf = (key: string) => {
    const dollars = business.addOnDollars[key];
    return dollars === undefined ? null : dollars * 100;
  };
  // An add-on without the owner's price is not on offer yet.
  const offered = pack.addOns.filter((addOn) => centsOf(addOn.key) !== null);
  if (offered.length === 0) return new Map();
  const rows = await db
    .insertInto('add_ons')
    .values(
      offered.map((addOn, position) => ({
        key: addOn.key,
        name: textIn(addOn.name, 'en'),
        words: addOn.words,
        duration_minutes: addOn.durationMinutes,
        suggested_cents: addOn.suggestedCents,
        price_cents: centsOf(addOn.key),
        confirmed_at: confirmedAt,
        position,
      })),
    )
    .returning(['id', 'key', 'name', 'duration_minutes'])
    .execute();
  return new Map(
    rows.map((row) => [
      row.key,
      { id: row.id, name: row.name, cents: centsOf(row.key), minutes: row.duration_minutes },
    ]),
  );
}
