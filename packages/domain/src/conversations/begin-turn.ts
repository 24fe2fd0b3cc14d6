import type { TenantDb } from '@servicepro/db';
import { mayAiAnswer } from './ownership.rules.ts';
import {
  findConversation,
  listUnanswered,
  releaseLease,
  type ThreadRow,
  takeLease,
} from './turns.repository.ts';

/** A customer's text that has no answer yet. */
export interface UnansweredText {
  id: string;
  body: string;
  control: 'stop' | 'start' | 'help' | null;
  createdAt: Temporal.Instant;
}

export interface TurnThread {
  conversationId: string;
  contactPointId: string;
  /** The customer's phone, E.164. */
  phone: string;
  /** The tenant's number they text, E.164. */
  tenantNumber: string;
  customerId: string | null;
  customerName: string;
  language: string;
  optedOutAt: Temporal.Instant | null;
  /** The brain's own state, as finishTurn left it. */
  dialogue: unknown;
  /** True when nothing was ever sent to this person by text: the reply introduces itself. */
  isFirstReply: boolean;
  tenantStatus: 'active' | 'suspended' | 'cancelled';
}

export type TurnStart =
  /** Nothing to do here: answered already, or a newer text has a turn of its own coming. */
  | { kind: 'nothing-to-answer' }
  /** Another worker is at it; come back after `retryAt`. */
  | { kind: 'busy'; retryAt: Temporal.Instant }
  /** A person owns the thread or is waited for: the AI is silent. Control words are answered all the same. */
  | { kind: 'take'; fence: number; mayAnswer: boolean; thread: TurnThread; texts: UnansweredText[] };

export interface BeginTurnInput {
  conversationId: string;
  /** The text whose turn this is. A control word is answered by itself, whatever else waits. */
  messageId: string;
  holder: string;
  now: Temporal.Instant;
  leaseSeconds?: number;
}

/**
 * Takes the conversation's lease and answers what there is to answer. The lease has an expiry and a fencing number:
 * finishTurn refuses a turn whose fence is no longer the newest.
 */
export async function beginTurn(db: TenantDb, input: BeginTurnInput): Promise<TurnStart> {
  const fence = await takeLease(db, { ...input, seconds: input.leaseSeconds ?? 30 });
  if (fence === null) return { kind: 'busy', retryAt: input.now.add({ seconds: 1 }) };
  const thread = await findConversation(db, input.conversationId);
  const waiting = await listUnanswered(db, input.conversationId, input.messageId);
  const own = waiting.find((text) => text.id === input.messageId);
  const plain = waiting.filter((text) => text.control === null);
  if (!own || (own.control === null && plain.at(-1)?.id !== own.id)) {
    // The newer text's turn need not wait for this lease to run out.
    await releaseLease(db, input.conversationId, fence);
    return { kind: 'nothing-to-answer' };
  }
  return {
    kind: 'take',
    fence,
    mayAnswer: thread.tenant_status !== 'cancelled' && mayAiAnswer(thread, input.now),
    thread: toThread(thread),
    texts: own.control === null ? plain : [own],
  };
}

function toThread(row: ThreadRow): TurnThread {
  return {
    conversationId: row.id,
    contactPointId: row.contact_point_id,
    phone: row.phone,
    tenantNumber: row.tenant_number,
    customerId: row.customer_id,
    customerName: row.customer_name ?? '',
    language: row.language ?? 'en',
    optedOutAt: row.opted_out_at,
    dialogue: row.dialogue,
    isFirstReply: !row.has_reply,
    tenantStatus: row.tenant_status,
  };
}
