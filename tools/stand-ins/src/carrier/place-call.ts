import type { Carrier } from './carrier.ts';
import { carrierErrors } from './carrier-error.ts';
import { dispatchWebhook } from './dispatch-webhook.ts';
import type { Call, CallStatus } from './records.ts';
import { newSid } from './sids.ts';

export interface CallRequest {
  accountSid: string;
  from: string;
  to: string;
  url: string;
  statusCallback: string;
  statusCallbackEvents: string[];
}

const e164 = /^\+[1-9]\d{6,14}$/;
const ended: ReadonlySet<CallStatus> = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);
/** The vendor's names of the events that a status callback can ask for. */
const eventOf: Partial<Record<CallStatus, string>> = {
  queued: 'initiated',
  ringing: 'ringing',
  'in-progress': 'answered',
};

/** Starts a call. It rings, is answered and goes on until it is ended; its TwiML is not run. */
export function placeCall(carrier: Carrier, request: CallRequest): Call {
  if (!e164.test(request.to)) throw carrierErrors.invalidTo(request.to);
  const number = carrier.state.numbers.get(request.from);
  if (!number || number.accountSid !== request.accountSid) throw carrierErrors.fromNotUsable(request.from);
  const now = carrier.now();
  const call: Call = {
    ...request,
    sid: newSid('CA'),
    status: 'queued',
    createdAt: now,
    updatedAt: now,
    startedAt: null,
    endedAt: null,
  };
  carrier.state.calls.set(call.sid, call);
  carrier.run(async () => {
    await tellCall(carrier, call, 'queued');
    for (const status of ['ringing', 'in-progress'] as const) {
      await carrier.pause(carrier.settings.deliveryStepMs);
      if (ended.has(call.status)) return;
      setCallStatus(carrier, call, status);
    }
  });
  return call;
}

export function setCallStatus(carrier: Carrier, call: Call, status: CallStatus): void {
  if (ended.has(call.status)) return;
  const now = carrier.now();
  call.status = status;
  call.updatedAt = now;
  if (status === 'in-progress') call.startedAt = now;
  if (ended.has(status)) call.endedAt = now;
  carrier.run(() => tellCall(carrier, call, status));
}

async function tellCall(carrier: Carrier, call: Call, status: CallStatus): Promise<void> {
  const events = call.statusCallbackEvents.length > 0 ? call.statusCallbackEvents : ['completed'];
  if (call.statusCallback === '' || !events.includes(eventOf[status] ?? 'completed')) return;
  await dispatchWebhook(carrier, {
    kind: 'call',
    sid: call.sid,
    accountSid: call.accountSid,
    number: call.from,
    url: call.statusCallback,
    fallbackUrl: '',
    params: {
      AccountSid: call.accountSid,
      ApiVersion: '2010-04-01',
      CallSid: call.sid,
      CallStatus: status,
      CallbackSource: 'call-progress-events',
      Direction: 'outbound-api',
      From: call.from,
      Timestamp: new Date(call.updatedAt).toUTCString().replace('GMT', '+0000'),
      To: call.to,
    },
  });
}
