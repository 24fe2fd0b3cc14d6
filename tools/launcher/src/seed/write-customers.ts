import type { SeedAsset, SeedCustomer } from './demo-data.ts';
import { plannedAt } from './demo-day.rules.ts';
import type { SeededCatalog } from './write-catalog.ts';
import { allocateIds, must, type WriteScope } from './write-scope.ts';

export interface SeededAsset extends SeedAsset {
  id: string;
  assetClassId: string;
}

export interface SeededCustomer {
  id: string;
  /** Of the phone. */
  contactPointId: string;
  customer: SeedCustomer;
  assets: SeededAsset[];
}

const bookingFormWords = 'Text me about my appointments.';

/** Customers with their phones, e-mails, consents and assets. Answers them by name. */
export async function writeCustomers(
  scope: WriteScope,
  catalog: SeededCatalog,
): Promise<Map<string, SeededCustomer>> {
  const { business, db } = scope;
  if (business.customers.length === 0) return new Map();
  const nextId = await allocateIds(db, business.customers.length * 4);
  const seeded = business.customers.map((customer) => ({
    id: nextId(),
    contactPointId: nextId(),
    customer,
    assets: customer.assets.map((asset) => ({
      ...asset,
      id: nextId(),
      assetClassId: must(catalog.assetClasses.get(asset.assetClass), `class ${asset.assetClass}`),
    })),
  }));
  const sinceOf = (index: number, customer: SeedCustomer) =>
    plannedAt(scope.time, { day: { date: -(customer.sinceDays ?? 210 + index * 3) }, at: '15:12' });
  await db
    .insertInto('customers')
    .values(
      seeded.map(({ id, customer }, index) => ({
        id,
        name: customer.name,
        notes: customer.notes ?? '',
        created_at: sinceOf(index, customer),
      })),
    )
    .execute();
  await writeContactPoints(scope, seeded, sinceOf);
  await writeConsents(scope, seeded, sinceOf);
  await db
    .insertInto('assets')
    .values(
      seeded.flatMap(({ id, customer, assets }, index) =>
        assets.map((asset, at) => ({
          id: asset.id,
          customer_id: id,
          asset_class_id: asset.assetClassId,
          name: asset.name,
          notes: asset.notes ?? '',
          // The first listed is the newest, which is shown first.
          created_at: sinceOf(index, customer).subtract({ seconds: at }),
        })),
      ),
    )
    .execute();
  return new Map(seeded.map((entry) => [entry.customer.name, entry]));
}

type Since = (index: number, customer: SeedCustomer) => Temporal.Instant;

async function writeContactPoints(
  { db }: WriteScope,
  seeded: readonly SeededCustomer[],
  sinceOf: Since,
): Promise<void> {
  const phones = seeded.map(({ id, contactPointId, customer }, index) => ({
    id: contactPointId,
    kind: 'phone' as const,
    value: customer.phone,
    customer_id: id,
    created_at: sinceOf(index, customer),
  }));
  await db.insertInto('contact_points').values(phones).execute();
  const emails = seeded.flatMap(({ id, customer }, index) =>
    customer.email
      ? [
          {
            kind: 'email' as const,
            value: customer.email,
            customer_id: id,
            created_at: sinceOf(index, customer),
          },
        ]
      : [],
  );
  if (emails.length > 0) await db.insertInto('contact_points').values(emails).execute();
}

async function writeConsents(
  scope: WriteScope,
  seeded: readonly SeededCustomer[],
  sinceOf: Since,
): Promise<void> {
  const rows = seeded.flatMap(({ contactPointId, customer }, index) => {
    if (!customer.consents) {
      const at = sinceOf(index, customer);
      return [
        {
          contact_point_id: contactPointId,
          purpose: 'service' as const,
          is_given: true,
          source: 'booking form',
          words: bookingFormWords,
          at,
        },
      ];
    }
    return customer.consents.map(({ purpose, isGiven, source, words, date }) => ({
      contact_point_id: contactPointId,
      purpose,
      is_given: isGiven,
      source,
      words,
      at: plannedAt(scope.time, { day: { date }, at: '15:12' }),
    }));
  });
  await scope.db.insertInto('consents').values(rows).execute();
}
