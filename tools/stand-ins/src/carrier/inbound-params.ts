import { type Place, placesByAreaCode } from './places.data.ts';
import type { Message } from './records.ts';
import { countSegments } from './segments.ts';

/** The fields of an inbound text's webhook: https://www.twilio.com/docs/messaging/guides/webhook-request */
export function inboundParams(message: Message): Record<string, string> {
  const from = placeOf(message.from);
  const to = placeOf(message.to);
  return {
    ToCountry: countryOf(message.to),
    ToState: to.state,
    SmsMessageSid: message.sid,
    NumMedia: '0',
    ToCity: to.city,
    FromZip: from.zip,
    SmsSid: message.sid,
    FromState: from.state,
    SmsStatus: 'received',
    FromCity: from.city,
    Body: message.body,
    FromCountry: countryOf(message.from),
    To: message.to,
    ...(message.messagingServiceSid ? { MessagingServiceSid: message.messagingServiceSid } : {}),
    ToZip: to.zip,
    NumSegments: String(countSegments(message.body)),
    MessageSid: message.sid,
    AccountSid: message.accountSid,
    From: message.from,
    ApiVersion: '2010-04-01',
  };
}

function countryOf(number: string): string {
  return number.startsWith('+1') ? 'US' : '';
}

function placeOf(number: string): Place {
  const known = number.startsWith('+1') ? placesByAreaCode[number.slice(2, 5)] : undefined;
  return known ?? { city: '', state: '', zip: '' };
}
