import { assignNumber, joinService } from '../carrier/assign-number.ts';
import type { Carrier } from '../carrier/carrier.ts';
import { createService } from '../carrier/create-service.ts';
import type { PhoneNumber } from '../carrier/records.ts';
import type { NumberRequest } from './control.schemas.ts';

/** Puts a number in place as the seed describes it. Doing it again changes nothing but what differs. */
export function registerNumber(carrier: Carrier, request: NumberRequest): PhoneNumber {
  const { state } = carrier;
  const now = carrier.now();
  const number = assignNumber(state, now, request.accountSid, request.number, {
    friendlyName: request.label,
    smsUrl: request.smsUrl ?? '',
    smsFallbackUrl: request.smsFallbackUrl ?? '',
    voiceUrl: request.voiceUrl ?? '',
    statusCallback: request.statusCallback ?? '',
    business: {
      tenantSlug: request.tenantSlug ?? null,
      tenantId: request.tenantId ?? null,
      brandColor: request.brandColor ?? null,
      note: request.note ?? null,
      trySaying: request.trySaying ?? [],
    },
  });
  if (request.serviceSid && !state.services.has(request.serviceSid)) {
    createService(state, now, request.accountSid, request.serviceSid, {
      friendlyName: request.label,
      inboundRequestUrl: request.smsUrl ?? '',
      fallbackUrl: request.smsFallbackUrl ?? '',
    });
  }
  joinService(state, number, request.serviceSid ?? null);
  carrier.changed({ type: 'numbers' });
  return number;
}
