import type { Pool } from '@servicepro/db';

/** A row that was handed out to this relay. */
export interface ClaimedRow {
  readonly id: string;
  readonly tenantId: string;
  readonly type: string;
  readonly try: number;
}

export interface Claim {
  readonly rows: readonly ClaimedRow[];
  /** Milliseconds until the next row is due; null when none waits. */
  readonly nextDueMs: number | null;
  /** Due rows wait for a free place of their tenant or of all. */
  readonly isHeldBack: boolean;
}

export interface ClaimLimits {
  /** Rows in one claim. */
  readonly most: number;
  /** Rows in flight for one tenant. */
  readonly mostPerTenant: number;
  /** Rows in flight for all. */
  readonly mostInFlight: number;
  /** A row that was handed out and not finished is due again after this, doubled with each try. */
  readonly sweepSeconds: number;
}

export interface OutboxRow {
  readonly tenantId: string;
  readonly type: string;
  readonly payload: unknown;
  readonly try: number;
  readonly failures: number;
  readonly isSettled: boolean;
  /** Seconds since it was first due. */
  readonly ageSeconds: number;
}

export interface OutboxStats {
  readonly oldestDueSeconds: number;
  readonly dead: number;
}

/** The outbox as the relay role sees it: all tenants. Only this package asks for a pool of that role. */
export interface OutboxRepository {
  /** Hands due rows to the caller; see the SQL function relay_claim. */
  claim(limits: ClaimLimits): Promise<Claim>;
  /** Undoes a claim whose jobs could not be added: the same try is handed out again. */
  giveBack(ids: readonly string[]): Promise<void>;
  /** Closes rows nobody listens to. */
  closeUnheard(ids: readonly string[]): Promise<void>;
  find(id: string): Promise<OutboxRow | undefined>;
  /** Keeps rows from being swept while their handlers run. */
  keep(ids: readonly string[], seconds: number): Promise<void>;
  /** True when the row is dead now. */
  fail(id: string, failure: { reason: string; pauseMs: number; maxFailures: number }): Promise<boolean>;
  /** Hands the row out again later without counting a failure. */
  postpone(id: string, seconds: number): Promise<void>;
  /** Gives a dead row its tries back. False when it is not dead: a second call changes nothing. */
  replay(id: string): Promise<boolean>;
  /** Removes rows done for longer than so many days, some at a time; answers how many. */
  removeDone(olderThanDays: number, most: number): Promise<number>;
  stats(): Promise<OutboxStats>;
}

const isOpen = 'done_at is null and dead_at is null';

export function createOutboxRepository(pool: Pool): OutboxRepository {
  const one = async <Row extends object>(text: string, values: unknown[]): Promise<Row | undefined> =>
    (await pool.query<Row>(text, values)).rows[0];

  return {
    async claim({ most, mostPerTenant, mostInFlight, sweepSeconds }) {
      const row = await one<{ claim: Claim }>('select relay_claim($1, $2, $3, $4) as claim', [
        most,
        mostPerTenant,
        mostInFlight,
        sweepSeconds,
      ]);
      return row?.claim ?? { rows: [], nextDueMs: null, isHeldBack: false };
    },

    async giveBack(ids) {
      await pool.query(
        `update outbox set try = try - 1, handed_out_at = null, hand_out_at = clock_timestamp()
         where id = any($1::uuid[]) and ${isOpen}`,
        [ids],
      );
    },

    async closeUnheard(ids) {
      await pool.query(
        `update outbox set done_at = clock_timestamp() where id = any($1::uuid[]) and ${isOpen}`,
        [ids],
      );
    },

    find: (id) =>
      one<OutboxRow>(
        `select tenant_id as "tenantId", type, payload, try, failures,
           done_at is not null or dead_at is not null as "isSettled",
           extract(epoch from clock_timestamp() - available_at)::float8 as "ageSeconds"
         from outbox where id = $1`,
        [id],
      ),

    async keep(ids, seconds) {
      await pool.query(
        `update outbox set hand_out_at = greatest(hand_out_at, clock_timestamp() + make_interval(secs => $2))
         where id in (select id from outbox where id = any($1::uuid[]) and ${isOpen} for update skip locked)`,
        [ids, seconds],
      );
    },

    async fail(id, failure) {
      const row = await one<{ dead: boolean | null }>('select relay_fail($1, $2, $3, $4) as dead', [
        id,
        failure.reason,
        failure.pauseMs,
        failure.maxFailures,
      ]);
      return row?.dead ?? false;
    },

    async postpone(id, seconds) {
      await pool.query(
        `update outbox set handed_out_at = null, hand_out_at = clock_timestamp() + make_interval(secs => $2)
         where id = $1 and ${isOpen}`,
        [id, seconds],
      );
    },

    async replay(id) {
      const { rowCount } = await pool.query(
        `update outbox set dead_at = null, failures = 0, handed_out_at = null, hand_out_at = clock_timestamp()
         where id = $1 and done_at is null and dead_at is not null`,
        [id],
      );
      return rowCount === 1;
    },

    async removeDone(olderThanDays, most) {
      const { rowCount } = await pool.query(
        `delete from outbox where id in (
           select id from outbox where done_at < clock_timestamp() - make_interval(days => $1) order by done_at limit $2)`,
        [olderThanDays, most],
      );
      return rowCount ?? 0;
    },

    async stats() {
      const row = await one<OutboxStats>(
        `select coalesce(extract(epoch from clock_timestamp() - (
             select min(available_at) from outbox where ${isOpen} and available_at <= clock_timestamp())), 0)::float8 as "oldestDueSeconds",
           (select count(*) from outbox where dead_at is not null)::int as dead`,
        [],
      );
      return row ?? { oldestDueSeconds: 0, dead: 0 };
    },
  };
}
