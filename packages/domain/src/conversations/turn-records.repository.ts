import type { TenantDb } from '@servicepro/db';
import { sql } from 'kysely';
import type { OwnershipColumns } from './ownership.rules.ts';

/** A figure in a reply and the row behind it. Offsets are UTF-16 units in the body. */
export interface ReplyFact {
  kind: string;
  value: string;
  label: string;
  detail: string;
  sourceTable: string;
  sourceId: string | null;
  startOffset: number;
  endOffset: number;
}

export interface LoggedAction {
  name: string;
  risk: 'read' | 'reversible' | 'confirm' | 'staff' | 'system';
  input: Record<string, unknown>;
  result: Record<string, unknown>;
  verdict: 'allowed' | 'refused';
  verdictReason?: string;
  /** One line for the inbox: "booked J-2045". */
  summary: string;
  bookingId?: string;
  /** How to take it back, where it can be. */
  inverse?: Record<string, unknown>;
  durationMs: number;
}

export interface TurnRow {
  conversationId: string;
  fence: number;
  brain: 'rules' | 'model';
  intents: string[];
  understood: Record<string, unknown>;
  outcome: string;
  startedAt: Temporal.Instant;
}

/** Writes the turn and gives the lease back, or answers null where the fence is no longer the newest. */
export async function insertTurn(db: TenantDb, turn: TurnRow): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with lease as (
      update conversation_leases set expires_at = null, holder = null
      where conversation_id = ${turn.conversationId}::uuid and fence = ${turn.fence} returning 1
    )
    insert into turns (conversation_id, fence, brain, intents, understood, outcome, started_at, finished_at)
    select ${turn.conversationId}::uuid, ${turn.fence}, ${turn.brain}, ${turn.intents}::text[],
      ${JSON.stringify(turn.understood)}::jsonb, ${turn.outcome}, ${turn.startedAt}, clock_timestamp()
    from lease returning id`.execute(db);
  return rows[0]?.id ?? null;
}

/**
 * Marks texts as answered by a turn, and with them those that came before: a turn reads no more than the newest of a flood.
 * False: a newer text waits that the turn did not see. A control word is answered by itself, and never puts a turn behind.
 */
export async function markAnswered(
  db: TenantDb,
  input: { conversationId: string; turnId: string; messageIds: string[] },
): Promise<boolean> {
  const { rows } = await sql<{ is_behind: boolean }>`
    with newest as (
      select created_at, id from messages
      where id = any(${input.messageIds}::uuid[]) and control is null order by created_at desc, id desc limit 1
    ), waiting as (
      select m.id, (m.created_at, m.id) > (n.created_at, n.id) as is_newer from messages m, newest n
      where m.conversation_id = ${input.conversationId}::uuid and m.direction = 'in' and m.turn_id is null
        and m.control is null
    ), answered as (
      update messages set turn_id = ${input.turnId}::uuid
      where id = any(${input.messageIds}::uuid[]) or id in (select id from waiting where not is_newer)
    )
    select exists (select from waiting where is_newer) as is_behind`.execute(db);
  return !rows[0]?.is_behind;
}

/** Writes the figures of a reply with the rows behind them. */
export async function insertFacts(
  db: TenantDb,
  messageId: string,
  facts: readonly ReplyFact[],
): Promise<void> {
  if (facts.length === 0) return;
  await db
    .insertInto('message_facts')
    .values(
      facts.map((fact, index) => ({
        message_id: messageId,
        position: index + 1,
        kind: fact.kind,
        value: fact.value,
        label: fact.label,
        detail: fact.detail,
        source_table: fact.sourceTable,
        source_id: fact.sourceId,
        start_offset: fact.startOffset,
        end_offset: fact.endOffset,
      })),
    )
    .execute();
}

/** Logs what was done in a turn, beside the reply that tells of it. */
export async function insertActions(
  db: TenantDb,
  of: { conversationId: string; turnId: string; messageId: string | null },
  actions: readonly LoggedAction[],
): Promise<void> {
  if (actions.length === 0) return;
  await db
    .insertInto('actions')
    .values(
      actions.map((action) => ({
        conversation_id: of.conversationId,
        turn_id: of.turnId,
        message_id: of.messageId,
        name: action.name,
        risk: action.risk,
        input: JSON.stringify(action.input),
        result: JSON.stringify(action.result),
        verdict: action.verdict,
        verdict_reason: action.verdictReason ?? null,
        summary: action.summary,
        booking_id: action.bookingId ?? null,
        inverse: action.inverse ? JSON.stringify(action.inverse) : null,
        duration_ms: Math.round(action.durationMs),
      })),
    )
    .execute();
}

/** Keeps the brain's state and, for a hand-off, that a person is waited for; or that one wait is over. Answers who owns the thread now. */
export async function updateAfterTurn(
  db: TenantDb,
  conversationId: string,
  change: {
    dialogue: Record<string, unknown> | undefined;
    handOffReason: string | undefined;
    endedWaitReason: string | undefined;
  },
): Promise<OwnershipColumns> {
  const ownership = await db
    .updateTable('conversations')
    .set({
      last_message_at: sql`clock_timestamp()`,
      ...(change.dialogue ? { dialogue: JSON.stringify(change.dialogue) } : {}),
      ...(change.handOffReason === undefined
        ? {}
        : {
            // Waiting already, it keeps its first reason.
            waiting_since: sql<Temporal.Instant>`coalesce(waiting_since, clock_timestamp())`,
            waiting_reason: sql<string>`coalesce(waiting_reason, ${change.handOffReason})`,
          }),
    })
    .where('id', '=', conversationId)
    .returning(['owner', 'owned_by', 'owned_until', 'waiting_since', 'waiting_reason'])
    .executeTakeFirstOrThrow();
  if (change.endedWaitReason === undefined) return ownership;
  await db
    .updateTable('conversations')
    .set({ waiting_since: null, waiting_reason: null })
    .where('id', '=', conversationId)
    .where('waiting_reason', '=', change.endedWaitReason)
    .execute();
  return ownership;
}
