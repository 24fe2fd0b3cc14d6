import { Kysely } from 'kysely';
import type pg from 'pg';
import { pgDialect } from './driver.ts';
import type { DB } from './generated/schema.ts';

type PlatformTables = Pick<DB, 'tenants' | 'tenant_addresses' | 'membership_addresses'>;

/** Tenants, their addresses and who may enter them, under the platform role: it can read no tenant's own rows. */
export type PlatformDb = Kysely<PlatformTables>;

export function createPlatformDb(pool: pg.Pool): PlatformDb {
  return new Kysely<PlatformTables>({ dialect: pgDialect(pool) });
}

type AddressTables = Pick<DB, 'tenant_addresses' | 'message_receipts' | 'membership_addresses'>;

/** The few tables that may be read before there is a tenant: which tenant an address belongs to. */
export type AddressDb = Kysely<AddressTables>;

export function createAddressDb(pool: pg.Pool): AddressDb {
  return new Kysely<AddressTables>({ dialect: pgDialect(pool) });
}
