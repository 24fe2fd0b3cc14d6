import { SendMessage } from '@servicepro/contracts/messages';
import type { TenantDb } from '@servicepro/db';
import { enqueue } from '@servicepro/db/outbox';
import { sql } from 'kysely';
import type { TurnThread } from './begin-turn.ts';

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

export interface FinishTurnInput {
  thread: TurnThread;
  fence: number;
  startedAt: Temporal.Instant;
  brain: 'rules' | 'model';
  intents: string[];
  understood: Record<string, unknown>;
  outcome: string;
  /** Ids of the texts this turn answers, also where it answers by silence. */
  answered: string[];
  /** Absent: leave the brain's state as it was. */
  dialogue?: Record<string, unknown>;
  reply?: {
    body: string;
    purpose: 'reply' | 'stop-confirmation' | 'start-confirmation' | 'help' | 'notice';
    facts: ReplyFact[];
  };
  handOff?: { reason: string };
  actions: LoggedAction[];
}

/** Raised when the turn may no longer be taken: its lease went to another worker, or a newer text came meanwhile. */
export class TurnOutdated extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'TurnOutdated';
  }
}

/**
 * Writes what the turn came to, in the transaction that did it: the turn, its actions, the reply with its facts, the
 * message that sends it, the hand-off and the brain's state. Throws TurnOutdated, so that everything rolls back, when the
 * fence is not the newest or a newer text came meanwhile (it has a turn of its own). Answers the reply's id.
 */
export async function finishTurn(
  db: TenantDb,
  input: FinishTurnInput,
): Promise<{ turnId: string; replyId: string | null }> {
  const turnId = await insertTurn(db, input);
  await answerTexts(db, input, turnId);
  const replyId = input.reply ? await insertReply(db, input, input.reply, turnId) : null;
  await insertActions(db, input, turnId, replyId);
  await releaseThread(db, input);
  return { turnId, replyId };
}

async function insertTurn(db: TenantDb, input: FinishTurnInput): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with lease as (
      update conversation_leases set expires_at = null, holder = null
      where conversation_id = ${input.thread.conversationId}::uuid and fence = ${input.fence} returning 1
    )
    insert into turns (conversation_id, fence, brain, intents, understood, outcome, started_at, finished_at)
    select ${input.thread.conversationId}::uuid, ${input.fence}, ${input.brain}, ${input.intents}::text[],
      ${JSON.stringify(input.understood)}::jsonb, ${input.outcome}, ${input.startedAt}, clock_timestamp()
    from lease returning id`.execute(db);
  const [row] = rows;
  if (!row) throw new TurnOutdated('another worker has taken this conversation since');
  return row.id;
}

async function answerTexts(db: TenantDb, input: FinishTurnInput, turnId: string): Promise<void> {
  const { rows } = await sql<{ is_behind: boolean }>`
    with answered as (
      update messages set turn_id = ${turnId}::uuid where id = any(${input.answered}::uuid[]) returning created_at, control
    )
    select exists (
      select from messages m
      where m.conversation_id = ${input.thread.conversationId}::uuid and m.direction = 'in' and m.turn_id is null
        and m.control is null and m.id <> all(${input.answered}::uuid[])
        and exists (select from answered a where a.control is null)
    ) as is_behind`.execute(db);
  if (rows[0]?.is_behind) throw new TurnOutdated('a newer text came while this one was being answered');
}

async function insertReply(
  db: TenantDb,
  input: FinishTurnInput,
  reply: NonNullable<FinishTurnInput['reply']>,
  turnId: string,
): Promise<string> {
  const { id } = await db
    .insertInto('messages')
    .values({
      conversation_id: input.thread.conversationId,
      direction: 'out',
      author: 'ai',
      purpose: reply.purpose,
      body: reply.body,
      from_address: input.thread.tenantNumber,
      to_address: input.thread.phone,
      status: 'queued',
      turn_id: turnId,
      fence: input.fence,
      created_at: sql`clock_timestamp()`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (reply.facts.length > 0) {
    await db
      .insertInto('message_facts')
      .values(
        reply.facts.map((fact, index) => ({
          message_id: id,
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
  await enqueue(db, SendMessage, { messageId: id });
  return id;
}

async function insertActions(
  db: TenantDb,
  input: FinishTurnInput,
  turnId: string,
  replyId: string | null,
): Promise<void> {
  if (input.actions.length === 0) return;
  await db
    .insertInto('actions')
    .values(
      input.actions.map((action) => ({
        conversation_id: input.thread.conversationId,
        turn_id: turnId,
        message_id: replyId,
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

async function releaseThread(db: TenantDb, input: FinishTurnInput): Promise<void> {
  const { dialogue, handOff, thread } = input;
  await db
    .updateTable('conversations')
    .set({
      last_message_at: sql`clock_timestamp()`,
      ...(dialogue ? { dialogue: JSON.stringify(dialogue) } : {}),
      ...(handOff
        ? { waiting_since: sql<Temporal.Instant>`clock_timestamp()`, waiting_reason: handOff.reason }
        : {}),
    })
    .where('id', '=', thread.conversationId)
    .execute();
}
