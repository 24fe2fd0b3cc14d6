import type { TenantDb } from './tenant-db.ts';

export interface AuditEntry {
  /** What was done, as `slice.verb-noun`: `scheduling.move-booking`. */
  action: string;
  subjectKind: string;
  subjectId: string | null;
  /** Before and after, or what else explains it. No message bodies, no secrets. */
  detail?: Record<string, unknown>;
}

/** Writes who did what, in the transaction that does it; actor and request come from the transaction's context. */
export async function recordAudit(db: TenantDb, entry: AuditEntry): Promise<void> {
  const { actor, requestId } = db.context;
  await db
    .insertInto('audit_log')
    .values({
      actor_kind: actor.kind,
      actor_id: 'id' in actor ? actor.id : null,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      detail: JSON.stringify(entry.detail ?? {}),
      request_id: requestId ?? null,
    })
    .execute();
}
