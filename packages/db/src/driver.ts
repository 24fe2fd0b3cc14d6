import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import { toParameter } from './connection.ts';

/** Raised when COMMIT did not commit: Postgres answers ROLLBACK after an error inside, without failing. */
export class CommitFailed extends Error {
  constructor() {
    super('the transaction was rolled back: a statement in it had failed');
    this.name = 'CommitFailed';
  }
}

/** Kysely on a pg pool, with three things its own driver lacks: Temporal parameters, a checked COMMIT, and no reuse of a connection whose state is unknown. */
export function pgDialect(pool: pg.Pool): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PoolDriver(pool),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** Raised on a connection whose last query got no answer: nothing more is sent on it. */
export class ConnectionBroken extends Error {
  constructor() {
    super('this connection lost its server and takes no further queries');
    this.name = 'ConnectionBroken';
  }
}

class PoolDriver implements Driver {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PoolConnection> {
    return new PoolConnection(await this.#pool.connect());
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    asPoolConnection(connection).release();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {}
}

class PoolConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  /** What opens the transaction that was asked for: it goes out with its first statement, or not at all. */
  #opening: string | undefined;
  #isBroken = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#isBroken) throw new ConnectionBroken();
    if (this.#isHeldBack(query.sql)) return { rows: [] };
    const result = await this.#send(query);
    if (query.sql === 'commit' && result.command !== 'COMMIT') throw new CommitFailed();
    const changed = result.command !== 'SELECT' && result.rowCount != null;
    return { rows: result.rows ?? [], ...(changed ? { numAffectedRows: BigInt(result.rowCount ?? 0) } : {}) };
  }

  release(): void {
    this.#client.release(this.#isBroken);
  }

  /** A transaction in which nothing was said is neither opened nor closed. */
  #isHeldBack(text: string): boolean {
    const isUnopened = this.#opening !== undefined;
    if (/^begin\b/.test(text)) this.#opening = text;
    else if (isUnopened && (text === 'commit' || text === 'rollback')) this.#opening = undefined;
    else return false;
    return true;
  }

  async #send(query: CompiledQuery): Promise<pg.QueryResult> {
    const parameters = query.parameters.length > 0 ? query.parameters.map(toParameter) : undefined;
    const opening = this.#opening;
    this.#opening = undefined;
    try {
      if (opening === undefined) return await this.#client.query(query.sql, parameters);
      return await this.#sendBoth(opening, query.sql, parameters);
    } catch (cause) {
      // Without a SQLSTATE the server did not answer: what this connection is doing is not known.
      if (!(cause instanceof pg.DatabaseError)) this.#isBroken = true;
      throw cause;
    }
  }

  /** In one packet: what a write costs is most of what a statement costs here. The server takes them in their order. */
  async #sendBoth(opening: string, text: string, parameters: unknown[] | undefined): Promise<pg.QueryResult> {
    const { stream } = this.#client.connection;
    stream.cork();
    const both = [this.#client.query(opening), this.#client.query(text, parameters)] as const;
    stream.uncork();
    const [, result] = await Promise.all(both);
    return result;
  }

  // biome-ignore lint/correctness/useYield: the interface asks for a generator and nothing here streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streams are read with a cursor of their own, not through Kysely');
  }
}

/** Guarantee: this driver is the only maker of the connections that Kysely hands back to it. */
function asPoolConnection(connection: DatabaseConnection): PoolConnection {
  return connection as PoolConnection;
}
