import { CheckDelivery } from '@servicepro/contracts/messages';
import type { TenantDb } from '@servicepro/db';
import { enqueue } from '@servicepro/db/outbox';
import { failureReasonOf, type SentText, type SmsFailureReason } from '@servicepro/providers/sms';
import { sql } from 'kysely';
import { deliveryReportMinutes, deliveryStatusOf, failureInWords } from './delivery.rules.ts';

/** Writes that the carrier has the message, with what its callbacks said of it before we knew its id. */
export async function recordSent(db: TenantDb, messageId: string, sent: SentText): Promise<void> {
  const parked = await db
    .deleteFrom('parked_statuses')
    .where('provider_message_id', '=', sent.providerMessageId)
    .returning(['status', 'error_code'])
    .execute();
  const reports = [{ status: deliveryStatusOf(sent.status), error_code: sent.errorCode }, ...parked];
  for (const report of reports) await applyStatus(db, messageId, sent.providerMessageId, report);
  const availableAt = Temporal.Now.instant().add({ minutes: deliveryReportMinutes });
  await enqueue(db, CheckDelivery, { messageId }, { availableAt });
}

/** Writes a final refusal in words. A recipient who opted out with the carrier is opted out with us. */
export async function recordRefused(
  db: TenantDb,
  messageId: string,
  refusal: { reason: SmsFailureReason; errorCode: string | null },
): Promise<void> {
  await db
    .updateTable('messages')
    .set({ status: 'failed', status_reason: failureInWords(refusal.reason), error_code: refusal.errorCode })
    .where('id', '=', messageId)
    .where('status', 'in', ['queued', 'sending'])
    .execute();
  if (refusal.reason === 'opted-out') await recordCarrierOptOut(db, messageId);
}

export async function recordSuppressed(db: TenantDb, messageId: string, reason: string): Promise<void> {
  await db
    .updateTable('messages')
    .set({ status: 'suppressed', status_reason: reason })
    .where('id', '=', messageId)
    .where('status', '=', 'sending')
    .execute();
}

/** Every try failed: said in words, for a person to see. What may have left all the same stays unknown. */
export async function recordGivenUp(db: TenantDb, messageId: string): Promise<void> {
  await db
    .updateTable('messages')
    .set({
      status: sql`case status when 'sending' then 'unknown' else 'failed' end`,
      status_reason: 'The carrier could not be reached.',
    })
    .where('id', '=', messageId)
    .where('status', 'in', ['queued', 'sending'])
    .execute();
}

/** Nothing was sent: the message waits again. */
export async function releaseClaim(db: TenantDb, messageId: string): Promise<void> {
  await db
    .updateTable('messages')
    .set({ status: 'queued', claimed_at: null })
    .where('id', '=', messageId)
    .where('status', '=', 'sending')
    .execute();
}

async function applyStatus(
  db: TenantDb,
  messageId: string,
  providerMessageId: string,
  report: { status: string; error_code: string | null },
): Promise<void> {
  const input = {
    message_id: messageId,
    provider_message_id: providerMessageId,
    status: report.status,
    error_code: report.error_code,
    reason: report.error_code ? failureInWords(failureReasonOf(report.error_code)) : null,
  };
  await sql`select tenant_apply_text_status(${db.context.tenantId}::uuid, ${JSON.stringify(input)}::jsonb)`.execute(
    db,
  );
}

async function recordCarrierOptOut(db: TenantDb, messageId: string): Promise<void> {
  const contact = await db
    .updateTable('contact_points')
    .set({
      opted_out_at: sql`coalesce(opted_out_at, clock_timestamp())`,
      opted_out_by: sql`coalesce(opted_out_by, 'carrier')`,
    })
    .where('id', '=', (query) =>
      query
        .selectFrom('messages as m')
        .innerJoin('conversations as c', 'c.id', 'm.conversation_id')
        .select('c.contact_point_id')
        .where('m.id', '=', messageId),
    )
    .returning('id')
    .executeTakeFirst();
  if (!contact) return;
  await db
    .insertInto('consents')
    .values({
      contact_point_id: contact.id,
      purpose: 'service',
      is_given: false,
      source: 'carrier',
      words: '21610',
    })
    .execute();
}
