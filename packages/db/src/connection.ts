import pg from 'pg';

/** Values that come back as what our rules use: instants as Temporal.Instant, dates and wall times as text, counts as numbers. */
const parsers = new Map<number, (text: string) => unknown>([
  [1184, (text) => Temporal.Instant.from(text)],
  [1082, (text) => text],
  [1083, (text) => text.slice(0, 5)],
  [20, Number],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ??
    pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

/** A pool of connections, for those who pass it on: only this package queries with it. */
export type Pool = pg.Pool;

export interface PoolOptions {
  /** Connections at most. Default 10. */
  max?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
  /** A query without an answer for longer gives up its connection. Default 20 s; the roles' own statement_timeout is 15 s. */
  queryTimeoutMs?: number;
  /** `date` keeps pg's own values, for a library that expects them. Default `temporal`. */
  instants?: 'temporal' | 'date';
}

/** A pool on one role's URL. Connections are made when first needed; an idle one that breaks is dropped, never thrown. */
export function createPool(url: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'servicepro',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    query_timeout: options.queryTimeoutMs ?? 20_000,
    // A statement does not wait for the answer to the one before it on the same connection.
    pipeline: true,
    ...(options.instants === 'date' ? {} : { types }),
  });
  pool.on('error', () => {});
  // A server that goes away between two queries of a transaction tells the client, not a query: unheard, it ends the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** What pg's own serializer does not know: a Temporal value goes as its ISO text. */
export function toParameter(value: unknown): unknown {
  if (
    value instanceof Temporal.Instant ||
    value instanceof Temporal.PlainDate ||
    value instanceof Temporal.PlainTime
  ) {
    return value.toString();
  }
  return value;
}
