import { SendMessage } from '@servicepro/contracts/messages';
import type { TenantDb } from '@servicepro/db';
import { enqueue } from '@servicepro/db/outbox';
import type { TurnThread } from './begin-turn.ts';
import { insertOutbound, type OutboundPurpose } from './outbound-messages.repository.ts';
import { ownershipAt } from './ownership.rules.ts';
import {
  insertActions,
  insertFacts,
  insertTurn,
  type LoggedAction,
  markAnswered,
  type ReplyFact,
  updateAfterTurn,
} from './turn-records.repository.ts';

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
    purpose: OutboundPurpose;
    facts: ReplyFact[];
  };
  handOff?: { reason: string };
  /** A wait for a person with this reason is over; one with another reason stands. */
  endsWait?: { reason: string };
  actions: LoggedAction[];
  /** The turn is the AI's own doing: undone where a person has taken the thread meanwhile. A control word is answered all the same. */
  isAiTurn: boolean;
}

/** Raised when the turn may no longer be taken: its lease went to another worker, or a newer text came meanwhile. */
export class TurnOutdated extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'TurnOutdated';
  }
}

/** Raised when a person took the thread while the AI was at it: nothing of the turn stands, and taken again it is silent. */
export class PersonTookOver extends Error {
  constructor() {
    super('a person took the thread while the AI was answering');
    this.name = 'PersonTookOver';
  }
}

/**
 * Writes what the turn came to, in the transaction that did it: the turn, its actions, the reply with its facts, the
 * message that sends it, the hand-off and the brain's state. Throws TurnOutdated, so that everything rolls back, when the
 * fence is not the newest or a newer text came meanwhile (it has a turn of its own); PersonTookOver likewise. Answers the reply's id.
 */
export async function finishTurn(
  db: TenantDb,
  input: FinishTurnInput,
): Promise<{ turnId: string; replyId: string | null }> {
  const { thread, fence, reply } = input;
  const { conversationId } = thread;
  const turnId = await insertTurn(db, { ...input, conversationId });
  if (!turnId) throw new TurnOutdated('another worker has taken this conversation since');
  const isUpToDate = await markAnswered(db, { conversationId, turnId, messageIds: input.answered });
  if (!isUpToDate) throw new TurnOutdated('a newer text came while this one was being answered');
  const replyId = reply ? await queueReply(db, { thread, turnId, fence, reply }) : null;
  await insertActions(db, { conversationId, turnId, messageId: replyId }, input.actions);
  const ownership = await updateAfterTurn(db, conversationId, {
    dialogue: input.dialogue,
    handOffReason: input.handOff?.reason,
    endedWaitReason: input.endsWait?.reason,
  });
  if (input.isAiTurn && ownershipAt(ownership, input.startedAt).state === 'person')
    throw new PersonTookOver();
  return { turnId, replyId };
}

interface QueuedReply {
  thread: TurnThread;
  turnId: string;
  fence: number;
  reply: NonNullable<FinishTurnInput['reply']>;
}

async function queueReply(db: TenantDb, { thread, turnId, fence, reply }: QueuedReply): Promise<string> {
  const messageId = await insertOutbound(db, {
    conversationId: thread.conversationId,
    author: { kind: 'ai', turnId, fence },
    purpose: reply.purpose,
    body: reply.body,
    from: thread.tenantNumber,
    to: thread.phone,
  });
  await insertFacts(db, messageId, reply.facts);
  await enqueue(db, SendMessage, { messageId });
  return messageId;
}
