import { type TenantContext, TenantId } from '@servicepro/tenant-context';
import { CompiledQuery, Kysely, sql } from 'kysely';
import type pg from 'pg';
import { pgDialect } from './driver.ts';
import type { DB } from './generated/schema.ts';

declare const tenantScoped: unique symbol;

/** A transaction that is inside one tenant. Only withTenant makes one, so a query without a tenant does not type-check. */
export type TenantDb = Omit<Kysely<DB>, 'transaction' | 'startTransaction' | 'connection' | 'destroy'> & {
  readonly [tenantScoped]: true;
  /** The tenant and actor this transaction is for. */
  readonly context: TenantContext;
};

/** The app role's pool, from which tenants' transactions are opened. Not itself a way to query. */
export interface AppDatabase {
  readonly kysely: Kysely<DB>;
  readonly pool: pg.Pool;
}

export function createAppDatabase(pool: pg.Pool): AppDatabase {
  return { pool, kysely: new Kysely<DB>({ dialect: pgDialect(pool) }) };
}

/**
 * Runs `work` in one transaction of the tenant. What opens it and sets the tenant goes out together with the work's first
 * statement; it commits when `work` returns, rolls back when it throws, and throws CommitFailed when Postgres rolled back
 * by itself. Never call a vendor inside.
 */
export async function withTenant<T>(
  database: AppDatabase,
  context: TenantContext,
  work: (db: TenantDb) => Promise<T>,
): Promise<T> {
  const tenantId = TenantId.parse(context.tenantId);
  return database.kysely.connection().execute(async (connection) => {
    await run(connection, `begin; set local app.tenant_id = '${tenantId}'`);
    try {
      const result = await work(asTenantDb(connection, context));
      await run(connection, 'commit');
      return result;
    } catch (cause) {
      await rollback(connection);
      throw cause;
    }
  });
}

/**
 * As withTenant, for work that only reads: Postgres refuses a write. It answers when `work` returns and does not wait for the
 * end of the transaction, which has nothing to lose; the connection goes back to the pool when it has ended.
 */
export async function readAsTenant<T>(
  database: AppDatabase,
  context: TenantContext,
  work: (db: TenantDb) => Promise<T>,
): Promise<T> {
  const tenantId = TenantId.parse(context.tenantId);
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  database.kysely
    .connection()
    .execute(async (connection) => {
      await run(connection, `begin read only; set local app.tenant_id = '${tenantId}'`);
      try {
        resolve(await work(asTenantDb(connection, context)));
        await run(connection, 'commit');
      } catch (cause) {
        reject(cause);
        await rollback(connection);
      }
    })
    .catch(reject);
  return promise;
}

/**
 * The hot path's door: one statement that calls one SQL function, which sets the tenant for itself (SECURITY INVOKER,
 * under the same policies) and commits. Input and answer are JSON; the function's own migration documents both.
 */
export async function callAsTenant<T>(
  database: AppDatabase,
  context: Pick<TenantContext, 'tenantId'>,
  functionName: `tenant_${string}`,
  input: Record<string, unknown>,
): Promise<T> {
  const tenantId = TenantId.parse(context.tenantId);
  const { rows } = await sql<{
    answer: T;
  }>`select ${sql.ref(functionName)}(${tenantId}::uuid, ${JSON.stringify(input)}::jsonb) as answer`.execute(
    database.kysely,
  );
  const [row] = rows;
  if (!row) throw new Error(`${functionName} gave no row`);
  return row.answer;
}

async function run(connection: Kysely<DB>, statement: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(statement));
}

async function rollback(connection: Kysely<DB>): Promise<void> {
  try {
    await run(connection, 'rollback');
  } catch {
    // The driver has marked the connection; it is closed instead of going back to the pool.
  }
}

/** Guarantee: the connection has just been put inside the tenant, and leaves it with the transaction. */
function asTenantDb(connection: Kysely<DB>, context: TenantContext): TenantDb {
  return Object.defineProperty(connection, 'context', { value: context }) as unknown as TenantDb;
}
