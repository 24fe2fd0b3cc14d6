import { createHash } from 'node:crypto';
import type { SeedThread } from './demo-data.ts';
import { happenedAt } from './demo-day.rules.ts';
import { type Laid, layOutThread, type Turn } from './lay-out-thread.rules.ts';
import { writeMessage } from './message-words.rules.ts';
import { actionRow, factRows, type ThreadParts } from './thread-rows.ts';
import { allocateIds, must, userIdOf, type WriteScope } from './write-scope.ts';

/** Conversations with their messages, turns, actions and facts. */
export async function writeThreads(scope: WriteScope, parts: ThreadParts): Promise<void> {
  const { threads } = scope.business;
  const messages = threads.reduce((sum, thread) => sum + thread.messages.length, 0);
  const nextId = await allocateIds(scope.db, threads.length * 2 + messages * 2);
  for (const [index, thread] of threads.entries()) await writeThread(scope, parts, thread, index, nextId);
}

async function writeThread(
  scope: WriteScope,
  parts: ThreadParts,
  thread: SeedThread,
  index: number,
  nextId: () => string,
): Promise<void> {
  const { db } = scope;
  const { laid, turns } = layOutThread(scope.time, thread, nextId);
  const contactPointId = await contactPointOf(scope, parts, thread, nextId);
  const conversationId = nextId();
  await db
    .insertInto('conversations')
    .values(
      conversationRow(scope, thread, laid, {
        conversationId,
        contactPointId,
        customerId: customerIdOf(parts, thread),
      }),
    )
    .execute();
  await db
    .insertInto('conversation_leases')
    .values({ conversation_id: conversationId, fence: turns.length })
    .execute();
  if (turns.length > 0) {
    await db
      .insertInto('turns')
      .values(turns.map((turn, at) => turnRow(turn, conversationId, at + 1)))
      .execute();
  }
  await db
    .insertInto('messages')
    .values(laid.map((entry, at) => messageRow(scope, thread, conversationId, entry, `${index} ${at}`)))
    .execute();
  const facts = laid.flatMap((entry) => factRows(scope, parts, entry.id, entry.message));
  if (facts.length > 0) await db.insertInto('message_facts').values(facts).execute();
  const actions = laid.flatMap((entry) =>
    (entry.message.actions ?? []).map((action, at) =>
      actionRow(parts, action, {
        conversationId,
        messageId: entry.id,
        turnId: entry.turnId,
        at: entry.at.subtract({ milliseconds: 200 - at * 20 }),
      }),
    ),
  );
  if (actions.length > 0) await db.insertInto('actions').values(actions).execute();
  const booked = actions.flatMap(({ name, booking_id }) =>
    name === 'book' && booking_id ? [booking_id] : [],
  );
  if (booked.length > 0) {
    await db
      .updateTable('bookings')
      .set({ conversation_id: conversationId })
      .where('id', 'in', booked)
      .execute();
  }
}

function customerIdOf(parts: ThreadParts, thread: SeedThread): string | null {
  return thread.customer
    ? must(parts.customers.get(thread.customer), `customer ${thread.customer}`).id
    : null;
}

/** The phone's own row: the customer's, or a new one for a number that nobody knows. STOP stands on it. */
async function contactPointOf(
  { db, time }: WriteScope,
  parts: ThreadParts,
  thread: SeedThread,
  nextId: () => string,
): Promise<string> {
  const first = must(thread.messages[0], 'first message');
  const known = thread.customer ? parts.customers.get(thread.customer)?.contactPointId : undefined;
  const id = known ?? nextId();
  const createdAt = happenedAt(time, first.at);
  if (!known) {
    await db
      .insertInto('contact_points')
      .values({ id, kind: 'phone', value: thread.phone, created_at: createdAt })
      .execute();
  }
  if (thread.isOptedOut) {
    const stop = must(
      thread.messages.find((message) => message.control === 'stop'),
      `STOP from ${thread.phone}`,
    );
    const at = happenedAt(time, stop.at);
    await db
      .updateTable('contact_points')
      .set({ opted_out_at: at, opted_out_by: 'sms' })
      .where('id', '=', id)
      .execute();
    await db
      .insertInto('consents')
      .values({
        contact_point_id: id,
        purpose: 'service',
        is_given: false,
        source: 'sms',
        words: stop.body,
        at,
      })
      .execute();
  }
  return id;
}

interface ThreadIds {
  conversationId: string;
  contactPointId: string;
  customerId: string | null;
}

function conversationRow(scope: WriteScope, thread: SeedThread, laid: readonly Laid[], ids: ThreadIds) {
  const { account, business, time } = scope;
  const first = must(laid[0], 'first message');
  const last = must(laid.at(-1), 'last message');
  const owned = thread.ownedBy;
  // Counted from now, so that a newcomer finds the thread owned whenever the demo is laid.
  const ownedFrom = Temporal.Instant.compare(time.now, time.scene) > 0 ? time.now : time.scene;
  return {
    id: ids.conversationId,
    contact_point_id: ids.contactPointId,
    customer_id: ids.customerId,
    tenant_number: business.number,
    account_id: account.accountId,
    messaging_service_id: account.messagingServiceId,
    owner: owned ? ('person' as const) : ('ai' as const),
    owned_by: owned ? userIdOf(scope, owned.person) : null,
    owned_until: owned ? ownedFrom.add({ minutes: owned.minutesLeft }) : null,
    // After the texts of its minute, as a turn's end is.
    waiting_since: thread.waiting ? happenedAt(time, thread.waiting.since).add({ seconds: 20 }) : null,
    waiting_reason: thread.waiting?.reason ?? null,
    last_message_at: last.at,
    last_read_at: thread.isUnread ? null : last.at,
    created_at: first.at,
  };
}

function turnRow(turn: Turn, conversationId: string, fence: number) {
  return {
    id: turn.id,
    conversation_id: conversationId,
    fence,
    brain: 'rules',
    intents: [...turn.intents],
    outcome: turn.outcome,
    started_at: turn.startedAt,
    finished_at: turn.finishedAt,
  };
}

function messageRow(
  scope: WriteScope,
  thread: SeedThread,
  conversationId: string,
  entry: Laid,
  place: string,
) {
  const { business, time } = scope;
  const { message, at } = entry;
  const isInbound = message.author === 'customer';
  const sid = createHash('sha256')
    .update(`${business.slug} ${place} ${at.toString()}`)
    .digest('hex')
    .slice(0, 32);
  const arrivedAt = message.failure ? null : at.add({ seconds: 2 });
  return {
    id: entry.id,
    conversation_id: conversationId,
    direction: isInbound ? ('in' as const) : ('out' as const),
    author: message.author,
    author_user_id: message.person ? userIdOf(scope, message.person) : null,
    purpose: isInbound ? ('inbound' as const) : (message.purpose ?? 'reply'),
    body: writeMessage(time, message.body).body,
    from_address: isInbound ? thread.phone : business.number,
    to_address: isInbound ? business.number : thread.phone,
    status: isInbound ? ('received' as const) : (message.failure?.status ?? ('delivered' as const)),
    status_reason: message.failure?.reason ?? null,
    error_code: message.failure?.errorCode ?? null,
    provider_message_id: `SM${sid}`,
    control: message.control ?? null,
    turn_id: entry.turnId,
    created_at: at,
    carrier_sent_at: isInbound ? at : null,
    claimed_at: isInbound ? null : at,
    sent_at: isInbound ? null : at.add({ seconds: 1 }),
    delivered_at: isInbound ? null : arrivedAt,
  };
}
