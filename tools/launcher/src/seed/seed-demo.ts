import { createAppDatabase, createPlatformDb, createPool } from '@servicepro/db';
import { createAuth } from '@servicepro/domain/identity';
import { decodeCredentialKey } from '@servicepro/providers/credentials';
import { businesses, demoPassword, demoViewer } from './businesses.ts';
import { type CarrierKeys, carrierAccountOf } from './demo-accounts.ts';
import type { SeedBusiness } from './demo-data.ts';
import { chooseDemoTime } from './demo-day.rules.ts';
import { layBusiness } from './lay-business.ts';
import { ensureTenant } from './seed-tenant.ts';
import { ensureUsers } from './seed-users.ts';
import { must } from './write-scope.ts';

export interface SeedDemoOptions {
  /** One URL for each role that the seed writes as. */
  urls: { app: string; platform: string; auth: string };
  carrier: CarrierKeys;
  authSecret: string;
  /** Where the dashboard lives. */
  appOrigin: string;
  now: Temporal.Instant;
}

export interface SeededDemo {
  /** By slug. */
  tenantIds: ReadonlyMap<string, string>;
  /** Slugs of the businesses that this run wrote; the others were there and are as they were. */
  laid: string[];
}

/**
 * Lays the demo's businesses where they are not there yet: sign-ins, tenants and addresses under the auth and platform
 * roles, then each business's rows in a transaction of its own. Idempotent; a run that died is finished by the next.
 */
export async function seedDemo(options: SeedDemoOptions): Promise<SeededDemo> {
  await using pools = new AsyncDisposableStack();
  const open = (url: string, instants: 'temporal' | 'date' = 'temporal') => {
    const pool = createPool(url, { max: 4, applicationName: 'seed', instants });
    pools.defer(() => pool.end());
    return pool;
  };
  const auth = createAuth({
    pool: open(options.urls.auth, 'date'),
    secret: options.authSecret,
    appOrigin: options.appOrigin,
    isSecure: false,
  });
  const everybody = [...businesses.flatMap((business) => business.people), demoViewer];
  const userIds = await ensureUsers(auth, everybody, demoPassword);
  const places = {
    platform: createPlatformDb(open(options.urls.platform)),
    database: createAppDatabase(open(options.urls.app)),
    userIds,
  };
  const seeded = { tenantIds: new Map<string, string>(), laid: [] as string[] };
  for (const business of businesses) {
    const { tenantId, isLaid } = await seedBusiness(business, options, places);
    seeded.tenantIds.set(business.slug, tenantId);
    if (isLaid) seeded.laid.push(business.slug);
  }
  return seeded;
}

interface Places {
  platform: ReturnType<typeof createPlatformDb>;
  database: ReturnType<typeof createAppDatabase>;
  userIds: ReadonlyMap<string, string>;
}

async function seedBusiness(
  business: SeedBusiness,
  options: SeedDemoOptions,
  places: Places,
): Promise<{ tenantId: string; isLaid: boolean }> {
  const { platform, database, userIds } = places;
  const account = carrierAccountOf(business, options.carrier);
  const members = [...business.people, demoViewer];
  const memberIds = members.map(({ email }) => must(userIds.get(email), `sign-in of ${email}`));
  const tenantId = await ensureTenant(platform, business, account, memberIds);
  const time = chooseDemoTime(business, options.now);
  const credentialKey = decodeCredentialKey(options.carrier.credentialKey);
  const scope = { tenantId, business, time, account, userIds };
  return { tenantId, isLaid: await layBusiness(database, scope, credentialKey) };
}
