import { acceptMessage, inboundServiceOf } from './accept-message.ts';
import type { Carrier } from './carrier.ts';
import { addMessage } from './carrier-state.ts';
import { dispatchWebhook } from './dispatch-webhook.ts';
import { inboundParams } from './inbound-params.ts';
import { noteKeyword, startReply, stopReply } from './opt-outs.ts';
import type { FormAnswer } from './post-form.ts';
import type { Message, MessagingService, PhoneNumber } from './records.ts';
import { newSid } from './sids.ts';
import { repliesIn, TwimlError, type TwimlReply } from './twiml.ts';

/** A person texts one of the carrier's numbers: kept, then told to the number's or its service's webhook. */
export function receiveText(carrier: Carrier, number: PhoneNumber, from: string, body: string): Message {
  const service = inboundServiceOf(carrier, number);
  const now = carrier.now();
  const message = addMessage(carrier.state, {
    sid: newSid('SM'),
    accountSid: number.accountSid,
    direction: 'inbound',
    from,
    to: number.number,
    body,
    status: 'receiving',
    errorCode: null,
    messagingServiceSid: service?.sid ?? null,
    statusCallback: '',
    createdAt: now,
    updatedAt: now,
    sentAt: now,
    acknowledgedAt: null,
    isLost: false,
  });
  carrier.changed({ type: 'message', sid: message.sid });
  if (carrier.settings.isKeepingOptOuts) answerKeyword(carrier, number, message);
  carrier.run(() => tellInbound(carrier, number, service, message));
  return message;
}

function answerKeyword(carrier: Carrier, number: PhoneNumber, message: Message): void {
  const keyword = noteKeyword(carrier.state, number, message.from, message.body);
  if (keyword === null) return;
  const now = carrier.now();
  const reply = addMessage(carrier.state, {
    ...message,
    sid: newSid('SM'),
    direction: 'outbound-reply',
    from: number.number,
    to: message.from,
    body: keyword === 'stop' ? stopReply : startReply,
    status: 'delivered',
    createdAt: now,
    updatedAt: now,
    sentAt: now,
  });
  carrier.changed({ type: 'message', sid: reply.sid });
}

async function tellInbound(
  carrier: Carrier,
  number: PhoneNumber,
  service: MessagingService | null,
  message: Message,
): Promise<void> {
  const isServices =
    service !== null && !service.useInboundWebhookOnNumber && service.inboundRequestUrl !== '';
  const url = isServices ? service.inboundRequestUrl : number.smsUrl;
  let replies: TwimlReply[] = [];
  const isTaken =
    url !== '' &&
    (await dispatchWebhook(carrier, {
      kind: 'inbound',
      sid: message.sid,
      accountSid: number.accountSid,
      number: number.number,
      url,
      fallbackUrl: isServices ? service.fallbackUrl : number.smsFallbackUrl,
      params: inboundParams(message),
      read(answer) {
        replies = repliesOf(answer);
      },
    }));
  message.status = 'received';
  message.updatedAt = carrier.now();
  if (isTaken) message.acknowledgedAt = message.updatedAt;
  else message.isLost = true;
  carrier.changed({ type: 'message', sid: message.sid });
  if (isTaken) for (const reply of replies) sendReply(carrier, number, message, reply);
}

// The vendor sends a text/plain answer as it is.
function repliesOf(answer: FormAnswer): TwimlReply[] {
  if (answer.body.trim() === '') return [];
  if (/xml/.test(answer.contentType)) return repliesIn(answer.body);
  if (!answer.contentType.startsWith('text/plain'))
    throw new TwimlError(`${answer.contentType} is not taken`);
  return [{ body: answer.body.trim(), to: null, from: null, statusCallback: '' }];
}

function sendReply(carrier: Carrier, number: PhoneNumber, message: Message, reply: TwimlReply): void {
  acceptMessage(carrier, {
    accountSid: number.accountSid,
    to: reply.to ?? message.from,
    from: reply.from ?? number.number,
    messagingServiceSid: '',
    body: reply.body,
    statusCallback: reply.statusCallback,
    direction: 'outbound-reply',
  });
}
