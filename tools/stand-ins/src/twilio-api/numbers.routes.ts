import type { FastifyInstance } from 'fastify';
import { assignNumber, type NumberSettings, releaseNumber } from '../carrier/assign-number.ts';
import type { Carrier } from '../carrier/carrier.ts';
import { carrierErrors } from '../carrier/carrier-error.ts';
import { numberBySid } from '../carrier/carrier-state.ts';
import type { PhoneNumber } from '../carrier/records.ts';
import { numberResource } from './number.resource.ts';
import { legacyPage, pageOf } from './paging.ts';
import { accountOf, parameterOf } from './request-account.ts';
import { type Form, field, formOf, hasField } from './wire-format.ts';

const base = '/2010-04-01/Accounts/:accountSid/IncomingPhoneNumbers';
const e164 = /^\+[1-9]\d{6,14}$/;

export function numberRoutes(app: FastifyInstance, carrier: Carrier): void {
  const { state } = carrier;

  app.post(`${base}.json`, async (request, reply) => {
    const account = accountOf(carrier, request);
    const form = formOf(request.body);
    const number = field(form, 'PhoneNumber') || firstFreeNumber(carrier, field(form, 'AreaCode'));
    if (!e164.test(number)) throw carrierErrors.numberRequired();
    if (state.numbers.has(number)) throw carrierErrors.numberTaken(number);
    const assigned = assignNumber(state, carrier.now(), account.sid, number, settingsIn(form));
    carrier.changed({ type: 'numbers' });
    return reply.code(201).send(numberResource(assigned));
  });

  app.get(`${base}.json`, async (request) => {
    const account = accountOf(carrier, request);
    const query = formOf(request.query);
    const wanted = field(query, 'PhoneNumber');
    const numbers = [...state.numbers.values()].filter(
      (number) => number.accountSid === account.sid && number.number.includes(wanted),
    );
    const path = `/2010-04-01/Accounts/${account.sid}/IncomingPhoneNumbers.json`;
    return legacyPage(path, query, pageOf(numbers, query), 'incoming_phone_numbers', numberResource);
  });

  app.get(`${base}/:sid.json`, async (request) => numberResource(numberOf(carrier, request)));

  app.post(`${base}/:sid.json`, async (request) => {
    const number = numberOf(carrier, request);
    const form = formOf(request.body);
    const accountSid = field(form, 'AccountSid') || number.accountSid;
    const changed = assignNumber(state, carrier.now(), accountSid, number.number, settingsIn(form));
    carrier.changed({ type: 'numbers' });
    return numberResource(changed);
  });

  app.delete(`${base}/:sid.json`, async (request, reply) => {
    releaseNumber(state, numberOf(carrier, request));
    carrier.changed({ type: 'numbers' });
    return reply.code(204).send();
  });
}

function numberOf(carrier: Carrier, request: Parameters<typeof accountOf>[1]): PhoneNumber {
  const account = accountOf(carrier, request);
  const number = numberBySid(carrier.state, parameterOf(request, 'sid'));
  if (number?.accountSid === account.sid) return number;
  throw carrierErrors.notFound(request.url);
}

function settingsIn(form: Form): Partial<NumberSettings> {
  const given = (name: string, key: keyof NumberSettings) =>
    hasField(form, name) ? { [key]: field(form, name) } : {};
  return {
    ...given('FriendlyName', 'friendlyName'),
    ...given('SmsUrl', 'smsUrl'),
    ...given('SmsFallbackUrl', 'smsFallbackUrl'),
    ...given('StatusCallback', 'statusCallback'),
    ...given('VoiceUrl', 'voiceUrl'),
    ...given('VoiceFallbackUrl', 'voiceFallbackUrl'),
  };
}

// 555-0100 to 555-0199 are kept for examples: no such number can reach anyone.
function firstFreeNumber(carrier: Carrier, areaCode: string): string {
  const prefix = `+1${/^\d{3}$/.test(areaCode) ? areaCode : '512'}55501`;
  for (let last = 0; last < 100; last += 1) {
    const number = prefix + String(last).padStart(2, '0');
    if (!carrier.state.numbers.has(number)) return number;
  }
  return '';
}
