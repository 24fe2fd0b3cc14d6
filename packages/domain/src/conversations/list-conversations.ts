import type {
  ConversationFilter,
  ConversationList,
  ConversationSummary,
  Ownership,
} from '@servicepro/contracts/rest/conversations';
import type { TenantDb } from '@servicepro/db';
import { type ConversationRow, countThreads, listConversationRows } from './conversations.repository.ts';
import { decodeCursor, encodeCursor } from './cursor.rules.ts';
import { type OwnershipColumns, ownershipAt } from './ownership.rules.ts';

export interface ListConversationsInput {
  filter: ConversationFilter;
  search?: string | undefined;
  cursor?: string | undefined;
  limit: number;
  userId: string;
  now: Temporal.Instant;
}

/** A page of the inbox, newest first, and how many threads wait for a person. */
export async function listConversations(
  db: TenantDb,
  input: ListConversationsInput,
): Promise<ConversationList> {
  const position = decodeCursor(input.cursor);
  const rows = await listConversationRows(db, {
    filter: input.filter,
    search: input.search,
    userId: input.userId,
    now: input.now,
    after: position && { lastMessageAt: position.at, id: position.id },
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    conversations: page.map((row) => toSummary(row, input)),
    nextCursor: last ? encodeCursor({ at: last.last_message_at, id: last.id }) : null,
    counts: await countThreads(db, input.userId, input.now),
  };
}

function toSummary(
  row: ConversationRow,
  viewer: { userId: string; now: Temporal.Instant },
): ConversationSummary {
  const isFailed = row.status === 'failed' || row.status === 'undelivered';
  return {
    id: row.id,
    customerName: row.customer_name || null,
    phone: row.phone,
    preview: (isFailed && row.status_reason) || row.body || '',
    previewAuthor: row.author ?? 'system',
    hasFailed: isFailed,
    isUnread:
      (row.author === 'customer' || isFailed) &&
      (!row.last_read_at || Temporal.Instant.compare(row.last_read_at, row.last_message_at) < 0),
    lastMessageAt: row.last_message_at.toString(),
    ownership: toOwnership(row, row.owner_name, viewer),
    bookedAt: row.booked_at?.toString() ?? null,
  };
}

/** Who owns a thread as a viewer sees it. */
export function toOwnership(
  row: OwnershipColumns,
  ownerName: string | null,
  viewer: { userId: string; now: Temporal.Instant },
): Ownership {
  const state = ownershipAt(row, viewer.now);
  switch (state.state) {
    case 'ai':
      return state;
    case 'waiting':
      return { state: 'waiting', since: state.since.toString(), reason: state.reason };
    case 'person':
      return {
        state: 'person',
        userId: state.userId,
        name: ownerName ?? '',
        isYou: state.userId === viewer.userId,
        until: state.until.toString(),
      };
  }
}
