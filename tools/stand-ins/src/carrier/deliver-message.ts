import type { Carrier } from './carrier.ts';
import { dispatchWebhook } from './dispatch-webhook.ts';
import type { Message, OutboundStatus } from './records.ts';

/** An outgoing text on its way to the phone: each status is told to its status callback. */
export async function deliverMessage(carrier: Carrier, message: Message): Promise<void> {
  const fault = carrier.faults.take('fail-message', {
    accountSid: message.accountSid,
    numbers: [message.from],
  });
  const way: OutboundStatus[] = fault
    ? fault.status === 'failed'
      ? ['queued', 'failed']
      : ['queued', 'sending', 'sent', 'undelivered']
    : ['queued', 'sending', 'sent', 'delivered'];
  for (const status of way) {
    if (status !== 'queued') await carrier.pause(carrier.settings.deliveryStepMs);
    if (!carrier.state.messages.has(message.sid)) return;
    const isFailure = status === 'failed' || status === 'undelivered';
    advance(carrier, message, status, isFailure && fault ? fault.errorCode : null);
    carrier.run(() => tellStatus(carrier, message, status));
  }
}

function advance(carrier: Carrier, message: Message, status: OutboundStatus, errorCode: number | null): void {
  const now = carrier.now();
  message.status = status;
  message.updatedAt = now;
  message.errorCode = errorCode;
  if (status === 'sent') message.sentAt = now;
  carrier.changed({ type: 'message', sid: message.sid });
}

async function tellStatus(carrier: Carrier, message: Message, status: OutboundStatus): Promise<void> {
  if (message.statusCallback === '') return;
  await dispatchWebhook(carrier, {
    kind: 'status',
    sid: message.sid,
    accountSid: message.accountSid,
    number: message.from,
    url: message.statusCallback,
    fallbackUrl: '',
    params: statusParams(message, status),
  });
}

function statusParams(message: Message, status: OutboundStatus): Record<string, string> {
  return {
    AccountSid: message.accountSid,
    ApiVersion: '2010-04-01',
    From: message.from,
    MessageSid: message.sid,
    MessageStatus: status,
    SmsSid: message.sid,
    SmsStatus: status,
    To: message.to,
    ...(message.messagingServiceSid ? { MessagingServiceSid: message.messagingServiceSid } : {}),
    ...(message.errorCode !== null ? { ErrorCode: String(message.errorCode) } : {}),
    ...(status === 'delivered' || status === 'undelivered'
      ? { RawDlrDate: receiptDate(message.updatedAt) }
      : {}),
  };
}

/** YYMMDDhhmm, as carriers write it in receipts. */
function receiptDate(instant: string): string {
  return instant.replace(/\D/g, '').slice(2, 12);
}
