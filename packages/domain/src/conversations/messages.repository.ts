import type { ActionEntry, MessageEntry, MessageFact } from '@servicepro/contracts/rest/conversations';
import type { TenantDb } from '@servicepro/db';
import { sql } from 'kysely';

export interface MessageRow {
  id: string;
  direction: MessageEntry['direction'];
  author: MessageEntry['author'];
  author_name: string | null;
  body: string;
  status: MessageEntry['status'];
  status_reason: string | null;
  created_at: Temporal.Instant;
  facts: MessageFact[];
  actions: ActionRow[];
}

/** As jsonb gives it: instants are text. */
interface ActionRow {
  id: string;
  name: string;
  risk: ActionEntry['risk'];
  verdict: ActionEntry['verdict'];
  summary: string;
  bookingId: string | null;
  hasInverse: boolean;
  undoneAt: string | null;
  at: string;
}

/** Newest first, each with its facts and the actions of its turn, in one round trip. */
export async function listMessages(
  db: TenantDb,
  input: { conversationId: string; before: { at: Temporal.Instant; id: string } | null; limit: number },
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select m.id, m.direction, m.author, u.display_name as author_name, m.body, m.status, m.status_reason, m.created_at,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'position', f.position, 'kind', f.kind, 'value', f.value,
          'label', f.label, 'detail', f.detail, 'sourceTable', f.source_table, 'sourceId', f.source_id,
          'startOffset', f.start_offset, 'endOffset', f.end_offset) order by f.position), '[]')
        from message_facts f where f.message_id = m.id) as facts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'risk', a.risk, 'verdict', a.verdict,
          'summary', a.summary, 'bookingId', a.booking_id, 'hasInverse', a.inverse is not null, 'undoneAt', a.undone_at,
          'at', a.at) order by a.at), '[]')
        from actions a where a.message_id = m.id) as actions
    from messages m
    left join memberships u on u.user_id = m.author_user_id
    where m.conversation_id = ${input.conversationId}::uuid
      and (${input.before?.at ?? null}::timestamptz is null
        or (m.created_at, m.id) < (${input.before?.at ?? null}::timestamptz, ${input.before?.id ?? null}::uuid))
    order by m.created_at desc, m.id desc
    limit ${input.limit}`.execute(db);
  return rows;
}

/** An undo is offered for as long as it makes sense: a day. */
const undoHours = 24;

export function toMessageEntry(row: MessageRow, now: Temporal.Instant): MessageEntry {
  return {
    id: row.id,
    direction: row.direction,
    author: row.author,
    authorName: row.author_name,
    body: row.body,
    status: row.status,
    statusReason: row.status_reason,
    at: row.created_at.toString(),
    facts: row.facts,
    actions: row.actions.map((action) => toActionEntry(action, now)),
  };
}

function toActionEntry(row: ActionRow, now: Temporal.Instant): ActionEntry {
  const at = Temporal.Instant.from(row.at);
  const isRecent = Temporal.Instant.compare(at.add({ hours: undoHours }), now) > 0;
  return {
    id: row.id,
    name: row.name,
    risk: row.risk,
    verdict: row.verdict,
    summary: row.summary,
    bookingId: row.bookingId,
    canUndo: row.hasInverse && !row.undoneAt && isRecent,
    undoneAt: row.undoneAt && Temporal.Instant.from(row.undoneAt).toString(),
    at: at.toString(),
    isChange: row.risk !== 'read' && row.verdict === 'allowed',
  };
}
