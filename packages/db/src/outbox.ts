import { type Message, type MessagePayload, messageAddress } from '@servicepro/contracts/messages';
import { sql } from 'kysely';
import type pg from 'pg';
import type { TenantDb } from './tenant-db.ts';

export const outboxChannel = 'outbox';

/**
 * Puts a message into the outbox, in the caller's transaction: it is handed out if and only if the transaction commits.
 * `availableAt` keeps it back until then. Answers the row's id.
 */
export async function enqueue<M extends Message>(
  db: TenantDb,
  message: M,
  payload: MessagePayload<M>,
  options: { availableAt?: Temporal.Instant } = {},
): Promise<string> {
  const row = await db
    .insertInto('outbox')
    .values({
      type: messageAddress(message),
      payload: JSON.stringify(message.payload.parse(payload)),
      ...(options.availableAt ? { available_at: options.availableAt } : {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/**
 * Records that a subscriber has handled a message, in the handler's own transaction. False: it was handled before, so the
 * handler must change nothing. The last subscriber of `subscriberCount` also closes the outbox row.
 */
export async function markProcessed(
  db: TenantDb,
  input: { outboxId: string; subscriber: string; subscriberCount: number },
): Promise<boolean> {
  const { rows } = await sql<{ is_new: boolean }>`
    with mine as (
      insert into processed_messages (outbox_id, subscriber) values (${input.outboxId}::uuid, ${input.subscriber})
      on conflict do nothing returning 1
    ), closed as (
      update outbox set done_at = now()
      where id = ${input.outboxId}::uuid and done_at is null
        and (select count(*) from mine)
          + (select count(*) from processed_messages p where p.outbox_id = ${input.outboxId}::uuid) >= ${input.subscriberCount}
      returning 1
    )
    select exists (select from mine) as is_new`.execute(db);
  return rows[0]?.is_new ?? false;
}

/** Tells the relay that something is due. Coalesced: however many commits, one NOTIFY each few milliseconds a process. */
export interface RelayWaker {
  wake(): void;
}

/** NOTIFY goes out after commit on a connection of its own: inside the transaction it would serialize all commits. */
export function createRelayWaker(pool: pg.Pool, coalesceMs = 2): RelayWaker {
  let isPending = false;
  return {
    wake() {
      if (isPending) return;
      isPending = true;
      setTimeout(() => {
        isPending = false;
        // A lost wake-up is caught by the relay's own polling.
        pool.query(`notify ${outboxChannel}`).catch(() => {});
      }, coalesceMs);
    },
  };
}
