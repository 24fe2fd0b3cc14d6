import type { TenantDb } from '@servicepro/db';
import { sql } from 'kysely';
import type { CarrierAccount } from './demo-accounts.ts';
import type { SeedBusiness } from './demo-data.ts';
import type { DemoTime } from './demo-day.rules.ts';

/** What every writer of a business's rows is given. */
export interface WriteScope {
  db: TenantDb;
  tenantId: string;
  business: SeedBusiness;
  time: DemoTime;
  account: CarrierAccount;
  /** Ids of sign-ins by e-mail. */
  userIds: ReadonlyMap<string, string>;
}

/** Ids made by the database, for rows that name each other before they are written. */
export async function allocateIds(db: TenantDb, count: number): Promise<() => string> {
  const { rows } = await sql<{
    id: string;
  }>`select uuidv7() as id from generate_series(1, ${count}::int)`.execute(db);
  const ids = rows.values();
  return () => {
    const next = ids.next();
    if (next.done) throw new RangeError(`more than the ${count} ids asked for were used`);
    return next.value.id;
  };
}

/** A value that the seed's own data must have; a gap there is a mistake in the data, named. */
export function must<Value>(value: Value | undefined | null, what: string): Value {
  if (value === undefined || value === null) throw new Error(`the seed has no ${what}`);
  return value;
}

/** Rows at a time, so that one statement stays under the protocol's 65,535 parameters. */
export function chunks<Row>(rows: readonly Row[], size = 500): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  );
}

/** The sign-in of a person of the business, by the key that its data uses. */
export function userIdOf(scope: WriteScope, personKey: string): string {
  const person = must(
    scope.business.people.find(({ key }) => key === personKey),
    `person "${personKey}"`,
  );
  return must(scope.userIds.get(person.email), `sign-in of ${person.email}`);
}
