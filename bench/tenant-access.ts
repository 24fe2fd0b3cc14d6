import {
  type AppDatabase,
  createAppDatabase,
  createPool,
  type DB,
  readAsTenant,
  withTenant,
} from '@servicepro/db';
import { createTestDatabase } from '@servicepro/db/testing';
import { systemContext, type TenantContext, TenantId } from '@servicepro/tenant-context';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { alternate, type BenchRow, rateRow } from './bench-row.ts';
import { note } from './env.ts';

const rounds = 31;
const roundMs = 150;
const customerCount = 1_000;

/** The same statements inside withTenant and on plain pooled Kysely; either gets what the other gets of the machine. */
export async function rows(): Promise<BenchRow[]> {
  const database = await createTestDatabase();
  const ours = createPool(database.urls.servicepro_app, { max: 10 });
  // The administrator's role: no policy stands in the floor's way.
  const plain = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: database.adminUrl, max: 10 }) }),
  });
  try {
    const { tenantId } = await database.createTenant();
    const { rows } = await database.admin.query(
      "insert into customers (tenant_id, name) select $1, 'Customer ' || n from generate_series(1, $2) n returning id",
      [tenantId, customerCount],
    );
    await database.admin.query('vacuum analyze customers');
    const scene = { database: createAppDatabase(ours), context: systemContext(tenantId, 'bench'), plain };
    const ids: string[] = rows.map((row) => String(row.id));
    const measured: BenchRow[] = [];
    for (const [connections, readGoal, insertGoal] of [
      [1, 0.55, 0.65],
      [10, 0.4, 0.55],
    ] as const) {
      measured.push(
        await measure(
          scene,
          `read, ${connectionsOf(connections)}`,
          readAsTenant,
          reading(ids),
          connections,
          readGoal,
        ),
      );
      measured.push(
        await measure(
          scene,
          `insert, ${connectionsOf(connections)}`,
          withTenant,
          inserting,
          connections,
          insertGoal,
        ),
      );
    }
    note(`withTenant: ${rounds} rounds of ${roundMs} ms for each`);
    return measured;
  } finally {
    await Promise.all([plain.destroy(), ours.end()]);
    await database.drop();
  }
}

interface Scene {
  readonly database: AppDatabase;
  readonly context: TenantContext;
  readonly plain: Kysely<DB>;
}

/** One statement, the same for both. */
type Statement = (
  db: Pick<Kysely<DB>, 'selectFrom' | 'insertInto'>,
  tenantId: TenantId,
  turn: number,
) => Promise<unknown>;

function reading(ids: readonly string[]): Statement {
  return (db, tenantId, turn) =>
    db
      .selectFrom('customers')
      .select(['id', 'name', 'created_at'])
      .where('tenant_id', '=', tenantId)
      .where('id', '=', ids[turn % ids.length] ?? '')
      .executeTakeFirstOrThrow();
}

const inserting: Statement = (db, tenantId) =>
  db
    .insertInto('customers')
    .values({ tenant_id: tenantId, name: 'Customer' })
    .returning('id')
    .executeTakeFirstOrThrow();

async function measure(
  { database, context, plain }: Scene,
  name: string,
  door: typeof withTenant,
  statement: Statement,
  connections: number,
  atLeast: number,
): Promise<BenchRow> {
  const tenantId = TenantId.parse(context.tenantId);
  const pairs = await alternate(
    rounds,
    () => rateOf(connections, (turn) => door(database, context, (db) => statement(db, tenantId, turn))),
    () => rateOf(connections, (turn) => statement(plain, tenantId, turn)),
  );
  return rateRow(`withTenant ${name}`, 'statements/s', pairs, atLeast);
}

async function rateOf(connections: number, work: (turn: number) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  let turn = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() - began < roundMs) await work(turn++);
    }),
  );
  return (turn * 1_000) / (performance.now() - began);
}

function connectionsOf(count: number): string {
  return count === 1 ? '1 connection' : `${count} connections`;
}
