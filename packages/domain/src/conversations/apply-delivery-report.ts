import { type AppDatabase, callAsTenant, type TenantDb } from '@servicepro/db';
import { failureReasonOf, smsStatusOf } from '@servicepro/providers/sms';
import type { TenantId } from '@servicepro/tenant-context';
import { deliveryStatusOf, failureInWords } from './delivery.rules.ts';

export interface DeliveryReport {
  /** Ours, from the callback's URL; null in a report that has none. */
  messageId: string | null;
  providerMessageId: string;
  vendorStatus: string;
  errorCode: string | null;
}

export type AppliedReport = { outcome: 'applied' | 'older' | 'parked' | 'ignored'; conversation_id?: string };

/**
 * Takes a carrier's report into the message's state, in one statement. Reports may come in any order and any number of
 * times: the state ends the same. A report for a message we do not know yet is kept until we do.
 */
export async function applyDeliveryReport(
  database: AppDatabase,
  tenantId: TenantId,
  report: DeliveryReport,
): Promise<AppliedReport> {
  const status = smsStatusOf(report.vendorStatus);
  if (!status) return { outcome: 'ignored' };
  return callAsTenant<AppliedReport>(database, { tenantId }, 'tenant_apply_text_status', {
    message_id: report.messageId,
    provider_message_id: report.providerMessageId,
    status: deliveryStatusOf(status),
    error_code: report.errorCode,
    reason: report.errorCode ? failureInWords(failureReasonOf(report.errorCode)) : null,
  });
}

/** A message that was handed over and never reported on ends as unknown, after the stated time. */
export async function closeUnreported(db: TenantDb, messageId: string): Promise<void> {
  await db
    .updateTable('messages')
    .set({ status: 'unknown', status_reason: 'The carrier has not said whether it arrived.' })
    .where('id', '=', messageId)
    .where('status', '=', 'sent')
    .execute();
}
