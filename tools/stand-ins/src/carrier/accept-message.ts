import type { Carrier } from './carrier.ts';
import { carrierErrors } from './carrier-error.ts';
import { addMessage, numberBySid, serviceOfNumber } from './carrier-state.ts';
import { deliverMessage } from './deliver-message.ts';
import { isOptedOut } from './opt-outs.ts';
import type { Message, MessagingService, PhoneNumber } from './records.ts';
import { newSid } from './sids.ts';

export interface MessageRequest {
  accountSid: string;
  to: string;
  from: string;
  messagingServiceSid: string;
  body: string;
  statusCallback: string;
  direction: 'outbound-api' | 'outbound-reply';
}

const e164 = /^\+[1-9]\d{6,14}$/;
const longestBody = 1_600;

// https://www.twilio.com/docs/iam/test-credentials: numbers that are always refused, each for its reason.
const refusedNumbers: Readonly<Record<string, (to: string) => Error>> = {
  '+15005550001': carrierErrors.invalidTo,
  '+15005550002': carrierErrors.notRoutable,
  '+15005550003': carrierErrors.regionNotAllowed,
  '+15005550004': carrierErrors.optedOut,
  '+15005550009': carrierErrors.notMobile,
};

/** Takes an outgoing text and starts to deliver it. Throws CarrierError as the vendor refuses. */
export function acceptMessage(carrier: Carrier, request: MessageRequest): Message {
  const { state } = carrier;
  if (request.to === '') throw carrierErrors.toRequired();
  if (!e164.test(request.to)) throw carrierErrors.invalidTo(request.to);
  const refuse = refusedNumbers[request.to];
  if (refuse) throw refuse(request.to);
  const service = request.messagingServiceSid === '' ? null : serviceFor(carrier, request);
  const sender = service ? senderInService(carrier, service, request) : senderOf(carrier, request);
  if (request.body === '') throw carrierErrors.bodyRequired();
  if (request.body.length > longestBody) throw carrierErrors.bodyTooLong();
  if (carrier.settings.isKeepingOptOuts && isOptedOut(state, sender, request.to))
    throw carrierErrors.optedOut();

  const now = carrier.now();
  const message = addMessage(state, {
    sid: newSid('SM'),
    accountSid: request.accountSid,
    direction: request.direction,
    from: sender.number,
    to: request.to,
    body: request.body,
    status: service ? 'accepted' : 'queued',
    errorCode: null,
    messagingServiceSid: service?.sid ?? null,
    statusCallback: request.statusCallback || (service?.statusCallback ?? '') || sender.statusCallback,
    createdAt: now,
    updatedAt: now,
    sentAt: null,
    acknowledgedAt: null,
    isLost: false,
  });
  carrier.changed({ type: 'message', sid: message.sid });
  carrier.run(async () => {
    await carrier.pause(carrier.settings.deliveryStepMs);
    await deliverMessage(carrier, message);
  });
  return message;
}

function serviceFor(carrier: Carrier, request: MessageRequest): MessagingService {
  const service = carrier.state.services.get(request.messagingServiceSid);
  if (!service || service.accountSid !== request.accountSid) throw carrierErrors.noSuchService();
  return service;
}

// Without a From the vendor keeps to the number that the person knows ("sticky sender"), else takes the first.
function senderInService(carrier: Carrier, service: MessagingService, request: MessageRequest): PhoneNumber {
  const numbers = service.numberSids.flatMap((sid) => numberBySid(carrier.state, sid) ?? []);
  const [first] = numbers;
  if (!first) throw carrierErrors.emptyService();
  if (request.from !== '') {
    const asked = numbers.find((number) => number.number === request.from);
    if (!asked) throw carrierErrors.fromNotInService();
    return asked;
  }
  const known = [...carrier.state.messages.values()]
    .toReversed()
    .find((message) => message.from === request.to || message.to === request.to);
  return numbers.find((number) => number.number === known?.from || number.number === known?.to) ?? first;
}

function senderOf(carrier: Carrier, request: MessageRequest): PhoneNumber {
  if (request.from === '') throw carrierErrors.fromRequired();
  if (request.from === '+15005550008') throw carrierErrors.queueFull(request.from);
  if (!e164.test(request.from)) throw carrierErrors.invalidFrom(request.from);
  const number = carrier.state.numbers.get(request.from);
  if (!number) throw carrierErrors.fromNotUsable(request.from);
  if (number.accountSid !== request.accountSid) throw carrierErrors.otherAccount(request.from);
  return number;
}

/** The service that decides about a number's inbound texts, if one does. */
export function inboundServiceOf(carrier: Carrier, number: PhoneNumber): MessagingService | null {
  return serviceOfNumber(carrier.state, number.sid) ?? null;
}
