import { CheckDelivery } from '@servicepro/contracts/messages';
import type { TenantDb } from '@servicepro/db';
import { enqueue } from '@servicepro/db/outbox';
import { failureReasonOf, type SentText, type SmsFailureReason } from '@servicepro/providers/sms';
import { deliveryReportMinutes, deliveryStatusOf, failureInWords } from './delivery.rules.ts';
import {
  applyTextStatus,
  optOutRecipient,
  takeParked,
  updateToEnded,
  updateToGivenUp,
  updateToQueued,
} from './sends.repository.ts';

/** Writes that the carrier has the message, with what its callbacks said of it before we knew its id. */
export async function recordSent(db: TenantDb, messageId: string, sent: SentText): Promise<void> {
  const parked = await takeParked(db, sent.providerMessageId);
  const reports = [{ status: deliveryStatusOf(sent.status), error_code: sent.errorCode }, ...parked];
  for (const report of reports) {
    await applyTextStatus(db, {
      message_id: messageId,
      provider_message_id: sent.providerMessageId,
      status: report.status,
      error_code: report.error_code,
      reason: report.error_code ? failureInWords(failureReasonOf(report.error_code)) : null,
    });
  }
  const availableAt = Temporal.Now.instant().add({ minutes: deliveryReportMinutes });
  await enqueue(db, CheckDelivery, { messageId }, { availableAt });
}

/** Writes a final refusal in words. A recipient who opted out with the carrier is opted out with us. */
export async function recordRefused(
  db: TenantDb,
  messageId: string,
  refusal: { reason: SmsFailureReason; errorCode: string | null },
): Promise<void> {
  const reason = failureInWords(refusal.reason);
  await updateToEnded(db, messageId, { status: 'failed', reason, errorCode: refusal.errorCode });
  if (refusal.reason === 'opted-out') await optOutRecipient(db, messageId);
}

/** Every try failed: said in words, for a person to see. What may have left all the same stays unknown. */
export async function recordGivenUp(db: TenantDb, messageId: string): Promise<void> {
  await updateToGivenUp(db, messageId, 'The carrier could not be reached.');
}

/** Nothing was sent: the message waits again. */
export async function releaseClaim(db: TenantDb, messageId: string): Promise<void> {
  await updateToQueued(db, messageId);
}
