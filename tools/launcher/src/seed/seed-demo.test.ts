import { createPool, withTenant } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { readHome } from '@servicepro/domain/analytics';
import { createAuth } from '@servicepro/domain/identity';
import { authTokenKind } from '@servicepro/domain/tenants';
import { decodeCredentialKey, openCredential } from '@servicepro/providers/credentials';
import { systemContext } from '@servicepro/tenant-context';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPassword, demoViewer } from './businesses.ts';
import { type SeedDemoOptions, seedDemo } from './seed-demo.ts';

let database: TestDatabase;
let options: SeedDemoOptions;

const scene = Temporal.Instant.from('2026-03-12T15:40:00Z');

/** One value of one row, as the administrator sees it. */
async function one(query: string, values: unknown[] = []): Promise<unknown> {
  const { rows } = await database.admin.query<Record<string, unknown>>(query, values);
  return Object.values(rows[0] ?? {})[0];
}

const ofCleanMachine = "tenant_id = (select id from tenants where slug = 'clean-machine')";

beforeAll(async () => {
  database = await createTestDatabase();
  options = {
    urls: {
      app: database.urls.servicepro_app,
      platform: database.urls.servicepro_platform,
      auth: database.urls.servicepro_auth,
    },
    carrier: {
      credentialKey: Buffer.alloc(32, 7).toString('base64'),
      accountId: `AC${'1'.repeat(32)}`,
      authToken: 'a'.repeat(32),
    },
    authSecret: 'a secret for tests only, long enough',
    appOrigin: 'http://app.localhost:3000',
    now: scene,
  };
  // A run that dies between the platform's part and the business's own is finished by the next.
  const broken = { ...options, carrier: { ...options.carrier, credentialKey: 'too short' } };
  await expect(seedDemo(broken)).rejects.toThrow(/32 bytes/);
  const { laid } = await seedDemo(options);
  expect(laid).toEqual(['clean-machine', 'hollis-lawn', 'west-campus-movers']);
});

afterAll(() => database.drop());

describe('the demo at the moment of the screens', () => {
  test('has nine jobs on the day, worth $3,178, with the statuses that the pictures show', async () => {
    const { rows } = await database.admin.query(
      `select c.name, b.status, b.total_cents from bookings b join customers c using (tenant_id) where c.id = b.customer_id
        and b.${ofCleanMachine} and b.starts_at::date = '2026-03-12' order by b.starts_at, c.name`,
    );
    expect(rows.map(({ name, status }) => [name, status])).toEqual([
      ['Olivia Martin', 'done'],
      ['Grace Holloway', 'done'],
      ['Sofia Davis', 'in_progress'],
      ['Rafael Mendoza', 'in_progress'],
      ['Jackson Reyes', 'in_progress'],
      ['Hannah Okafor', 'confirmed'],
      ['Leah Stein', 'confirmed'],
      ['William Kim', 'booked'],
      ['Northwind Realty', 'confirmed'],
    ]);
    expect(rows.reduce((sum, row) => sum + row.total_cents, 0)).toBe(317_800);
  });

  test('gives Hannah J-2045 and the next booking J-2052', async () => {
    const number = await one(
      `select b.number from bookings b join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
        where c.name = 'Hannah Okafor' and b.status = 'confirmed'`,
    );
    expect(Number(number)).toBe(2045);
    expect(Number(await one(`select value from tenant_counters where ${ofCleanMachine}`))).toBe(2051);
  });

  test("counts 18 of 28 bookings of the last seven days as the AI's, and four worth $712 since yesterday's close", async () => {
    const { rows } = await database.admin.query(
      `select count(*)::int as made, count(*) filter (where is_by_ai)::int as by_ai,
        count(*) filter (where is_by_ai and created_at >= '2026-03-11T23:00:00Z')::int as overnight,
        sum(total_cents) filter (where is_by_ai and created_at >= '2026-03-11T23:00:00Z')::int as overnight_cents
        from bookings where ${ofCleanMachine} and created_at > $1::timestamptz - interval '7 days' and created_at <= $1`,
      [scene.toString()],
    );
    expect(rows[0]).toEqual({ made: 28, by_ai: 18, overnight: 4, overnight_cents: 71_200 });
  });

  test("has one price that waits for the owner, with the pack's suggestion of $95", async () => {
    const { rows } = await database.admin.query(
      `select s.name, p.suggested_cents from service_prices p join services s using (tenant_id)
        where s.id = p.service_id and p.price_cents is null and p.${ofCleanMachine}`,
    );
    expect(rows).toEqual([{ name: 'Spot scratch repair', suggested_cents: 9500 }]);
  });

  test('shows each figure of a message where it stands in the words', async () => {
    const { rows } = await database.admin.query(
      `select f.value, substr(m.body, f.start_offset + 1, f.end_offset - f.start_offset) as words from message_facts f
        join messages m on m.tenant_id = f.tenant_id and m.id = f.message_id`,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ value, words }) => !words.includes(value))).toEqual([]);
  });

  test('leaves no text of a customer without a turn, so that the AI answers only what comes new', async () => {
    expect(await one("select count(*)::int from messages where direction = 'in' and turn_id is null")).toBe(
      0,
    );
  });

  test('ties what the AI booked to the thread in which it was booked', async () => {
    const { rows } = await database.admin.query(
      `select c.name from bookings b join conversations v on v.tenant_id = b.tenant_id and v.id = b.conversation_id
        join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
        where b.${ofCleanMachine} and v.customer_id = b.customer_id order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'Grace Holloway',
      'Hannah Okafor',
      'Nadia Frost',
      'Paul Grant',
    ]);
  });

  test('keeps the two businesses apart: each sees its own rows only', async () => {
    const { rows } = await database.admin.query(
      'select t.slug, count(b.id)::int as bookings from tenants t left join bookings b on b.tenant_id = t.id group by 1 order by 1',
    );
    const counts = new Map(rows.map((row) => [row.slug, row.bookings]));
    expect(counts.get('clean-machine')).toBeGreaterThan(200);
    expect(counts.get('hollis-lawn')).toBeGreaterThan(20);
    expect(counts.get('west-campus-movers')).toBe(0);
  });

  test('lets people in with the printed password', async () => {
    const pool = createPool(options.urls.auth, { instants: 'date' });
    const auth = createAuth({
      pool,
      secret: options.authSecret,
      appOrigin: options.appOrigin,
      isSecure: false,
    });
    const emails = ['dana@cleanmachine.example', 'robin@backoffice.example', demoViewer.email];
    for (const email of emails) {
      const { user } = await auth.api.signInEmail({ body: { email, password: demoPassword } });
      expect(user.email).toBe(email);
    }
    await pool.end();
  });

  test('keeps every vendor token sealed for its own tenant', async () => {
    const { rows } = await database.admin.query(
      'select tenant_id, account_id, auth_token_sealed from phone_accounts',
    );
    const key = decodeCredentialKey(options.carrier.credentialKey);
    expect(rows.length).toBe(3);
    for (const row of rows) {
      const scope = { tenantId: row.tenant_id, kind: authTokenKind, version: 1 };
      expect(openCredential(key, scope, row.auth_token_sealed)).toMatch(/^[0-9a-f]{32}$/);
      const other = rows.find(({ tenant_id }) => tenant_id !== row.tenant_id);
      expect(() =>
        openCredential(key, { ...scope, tenantId: other.tenant_id }, row.auth_token_sealed),
      ).toThrow();
    }
  });

  test('lets one person into two businesses', async () => {
    const tenants = await one(
      `select count(*)::int from membership_addresses a join auth."user" u on u.id::text = a.user_id where u.email = 'robin@backoffice.example'`,
    );
    expect(tenants).toBe(2);
  });
});

describe('Home, read by the product itself', () => {
  async function home() {
    const tenantId = String(await one("select id from tenants where slug = 'clean-machine'"));
    return withTenant(database.app, systemContext(tenantId, 'test'), (db) => readHome(db, scene));
  }

  test('shows the figures of the pictures', async () => {
    const { figures } = await home();
    expect(figures.jobsToday.value).toBe(9);
    expect([figures.jobsDone.value, figures.jobsDone.before]).toEqual([27, 24]);
    const { value, before, of, count } = figures.bookedByAi;
    expect({ value, before, of, count }).toEqual({ value: 64, before: 58, of: 28, count: 18 });
    expect(figures.jobsDone.bars.every((bar) => bar > 15)).toBe(true);
    expect(figures.bookedByAi.bars.every((bar) => bar > 40)).toBe(true);
  });

  test('names three things that wait: Hannah, the scratch price, Tom', async () => {
    const { waiting } = await home();
    expect(waiting.map((item) => [item.kind, 'name' in item ? item.name : item.serviceName])).toEqual([
      ['hand-off', 'Hannah Okafor'],
      ['price', 'Spot scratch repair'],
      ['failed-message', 'Tom Becker'],
    ]);
  });

  test('says that the AI answered 14 texts, booked 4 jobs worth $712 and asked once', async () => {
    const { ai } = await home();
    expect(ai).toMatchObject({ texts: 14, bookings: 4, bookedCents: 71_200, handOffs: 1 });
  });
});

test('a second run changes nothing, and keeps what a person added', async () => {
  await database.admin.query(
    `insert into customers (tenant_id, name) select id, 'Added by hand' from tenants where slug = 'clean-machine'`,
  );
  const before = await fingerprint();
  const { laid } = await seedDemo({ ...options, now: scene.add({ hours: 24 * 40 }) });
  expect(laid).toEqual([]);
  expect(await fingerprint()).toEqual(before);
});

/** Every row of every table, as one hash for each table. */
async function fingerprint(): Promise<unknown[]> {
  const { rows: tables } = await database.admin.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth') order by 1`,
  );
  return Promise.all(
    tables.map(async ({ name }) => [
      name,
      await one(`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${name} t`),
    ]),
  );
}
