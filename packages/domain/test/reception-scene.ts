import { randomUUID } from 'node:crypto';
import { markProcessed } from '@servicepro/db/outbox';
import type { TestDatabase } from '@servicepro/db/testing';
import { getPack, type Pack } from '@servicepro/industry-packs';
import { frozenClock } from '@servicepro/service-kit/clock';
import type { TenantContext } from '@servicepro/tenant-context';
import { storeInboundText } from '../src/conversations/index.ts';
import { takeTurn } from '../src/receptionist/index.ts';

export interface SceneOptions {
  /** Local wall time of the tenant; Tuesday 10 March 2026, 14:00 where absent. */
  readonly nowLocal?: string;
  readonly timeZone?: string;
  readonly packId?: string;
  readonly status?: 'active' | 'suspended';
  /** Services by key whose prices are not confirmed. */
  readonly unconfirmed?: readonly string[];
  readonly isOpenAlways?: boolean;
  readonly holidays?: readonly { readonly day: string; readonly name: string }[];
  readonly resources?: readonly string[];
}

/** A business with a pack's whole catalogue, its week, three people, and a clock that stands where the test puts it. */
export interface ReceptionScene {
  readonly context: TenantContext;
  readonly number: string;
  setNow(local: string): void;
  /** A phone that texts the business. */
  phone(number?: string): TestPhone;
  query<T>(sql: string, values?: unknown[]): Promise<T[]>;
}

export interface TestPhone {
  readonly number: string;
  /** Sends texts that join into one turn, lets the turns be taken, and answers what came back, newest last. */
  text(...bodies: string[]): Promise<string[]>;
  /** Stores a text without a turn. Answers its conversation and message. */
  store(body: string): Promise<{ conversationId: string; messageId: string }>;
  /** Takes the turns that wait. */
  takeTurns(): Promise<void>;
}

interface Waiting {
  id: string;
  payload: { conversationId: string; messageId: string };
}

let sequence = 0;

export async function createReceptionScene(
  database: TestDatabase,
  options: SceneOptions = {},
): Promise<ReceptionScene> {
  sequence += 1;
  const number = `+1512555${String(1000 + sequence)}`;
  const timeZone = options.timeZone ?? 'America/Chicago';
  const tenant = await database.createTenant({
    name: 'Clean Machine',
    number,
    timeZone,
    packId: options.packId ?? 'detailing',
    ...(options.status ? { status: options.status } : {}),
  });
  await seedBusiness(database, tenant.tenantId, options);
  await seedCatalog(database, tenant.tenantId, options);
  let now = instantOf(options.nowLocal ?? '2026-03-10T14:00', timeZone);
  const query = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await database.admin.query(sql, [tenant.tenantId, ...values])).rows;
  const deps = () => ({
    database: database.app,
    clock: frozenClock(now),
    stopwatch: () => performance.now(),
    wakeRelay: () => {},
    changed: () => {},
    killPoint: () => {},
  });

  const takeTurns = async (conversationId?: string) => {
    const waiting = await query<Waiting>(
      `select id, payload from outbox where tenant_id = $1 and type = 'receptionist.take-turn.v1' and done_at is null
       and ($2::text is null or payload ->> 'conversationId' = $2) order by created_at, id`,
      [conversationId ?? null],
    );
    for (const { id, payload } of waiting) {
      await takeTurn(deps(), tenant, {
        ...payload,
        holder: `${id}.1`,
        settle: (db) => markProcessed(db, { outboxId: id, subscriber: 'take-turn', subscriberCount: 1 }),
      });
    }
  };

  const phone = (given?: string): TestPhone => {
    sequence += 1;
    const from = given ?? `+1512556${String(1000 + sequence)}`;
    const store = async (body: string) => {
      const stored = await storeInboundText(
        database.app,
        tenant.tenantId,
        { accountId: 'AC1', providerMessageId: `SM${randomUUID()}`, from, to: number, serviceId: null, body },
        { pauseMs: 0, longestPauseMs: 0 },
      );
      if (stored.outcome !== 'stored') throw new Error(`the text was not stored: ${stored.outcome}`);
      return { conversationId: stored.conversation_id, messageId: stored.message_id };
    };
    const replies = () =>
      query<{ body: string }>(
        "select body from messages where tenant_id = $1 and direction = 'out' and to_address = $2 order by created_at, id",
        [from],
      );
    return {
      number: from,
      store,
      takeTurns: () => takeTurns(),
      async text(...bodies) {
        const before = (await replies()).length;
        for (const body of bodies) await store(body);
        await takeTurns();
        return (await replies()).slice(before).map((row) => row.body);
      },
    };
  };
  return { context: tenant, number, phone, query, setNow: (local) => (now = instantOf(local, timeZone)) };
}

async function seedBusiness(database: TestDatabase, tenantId: string, options: SceneOptions): Promise<void> {
  const weekdays = options.isOpenAlways ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5, 6];
  const [opens, closes] = options.isOpenAlways ? ['00:00', '24:00'] : ['08:00', '18:00'];
  for (const weekday of weekdays) {
    await database.admin.query(
      'insert into business_hours (tenant_id, weekday, opens_local, closes_local) values ($1, $2, $3, $4)',
      [tenantId, weekday, opens, closes],
    );
  }
  for (const { day, name } of options.holidays ?? [{ day: '2026-12-25', name: 'Christmas' }]) {
    await database.admin.query('insert into holidays (tenant_id, day, name) values ($1, $2, $3)', [
      tenantId,
      day,
      name,
    ]);
  }
  await database.admin.query(
    "update tenant_profiles set city = 'Austin', region = 'TX', service_area = 'We come to you anywhere in Austin' where tenant_id = $1",
    [tenantId],
  );
  await database.admin.query(
    "insert into memberships (tenant_id, user_id, role, display_name) values ($1, 'dana', 'owner', 'Dana Whitfield')",
    [tenantId],
  );
  for (const [position, name] of (options.resources ?? ['Ana Silva', 'Marcus Lee', 'Theo Grant']).entries()) {
    await database.admin.query(
      "insert into resources (tenant_id, kind, name, short_name, position) values ($1, 'technician', $2, $3, $4)",
      [tenantId, name, name.split(' ')[0], position],
    );
  }
}

async function seedFaqs(database: TestDatabase, tenantId: string, pack: Pack): Promise<void> {
  for (const [position, faq] of pack.faqs.entries()) {
    if (/\{/.test(faq.answer.en)) continue;
    await database.admin.query(
      'insert into faqs (tenant_id, question, answer, position) values ($1, $2, $3, $4)',
      [tenantId, faq.question.en, faq.answer.en, position],
    );
  }
}

async function seedCatalog(database: TestDatabase, tenantId: string, options: SceneOptions): Promise<void> {
  const pack = packOf(options.packId ?? 'detailing');
  await seedFaqs(database, tenantId, pack);
  const classIds = new Map<string, string>();
  for (const [position, row] of pack.assetClasses.entries()) {
    const { rows } = await database.admin.query(
      'insert into asset_classes (tenant_id, key, name, words, position) values ($1, $2, $3, $4, $5) returning id',
      [tenantId, row.key, row.name.en, row.words, position],
    );
    classIds.set(row.key, rows[0].id);
  }
  for (const [position, row] of pack.services.entries()) {
    const { rows } = await database.admin.query(
      `insert into services (tenant_id, key, name, words, category, booking, is_mobile, buffer_minutes, position)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [
        tenantId,
        row.key,
        row.name.en,
        row.words,
        row.category,
        row.booking,
        row.isMobile,
        row.bufferMinutes,
        position,
      ],
    );
    const isConfirmed = !options.unconfirmed?.includes(row.key);
    for (const [classKey, price] of Object.entries(row.prices)) {
      await database.admin.query(
        `insert into service_prices (tenant_id, service_id, asset_class_id, duration_minutes, suggested_cents, price_cents, confirmed_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          tenantId,
          rows[0].id,
          classIds.get(classKey),
          price.durationMinutes,
          price.suggestedCents,
          isConfirmed ? price.suggestedCents : null,
          isConfirmed ? '2026-03-02' : null,
        ],
      );
    }
  }
  for (const [position, row] of pack.addOns.entries()) {
    await database.admin.query(
      `insert into add_ons (tenant_id, key, name, words, duration_minutes, suggested_cents, price_cents, confirmed_at, position)
       values ($1, $2, $3, $4, $5, $6, $6, '2026-03-02', $7)`,
      [tenantId, row.key, row.name.en, row.words, row.durationMinutes, row.suggestedCents, position],
    );
  }
}

function packOf(id: string): Pack {
  const pack = getPack(id);
  if (!pack) throw new Error(`there is no pack ${id}`);
  return pack;
}

function instantOf(local: string, timeZone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant();
}
