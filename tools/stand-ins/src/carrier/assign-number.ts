import type { CarrierState } from './carrier-state.ts';
import type { Business, PhoneNumber } from './records.ts';
import { newSid } from './sids.ts';

const noBusiness: Business = {
  tenantSlug: null,
  tenantId: null,
  brandColor: null,
  note: null,
  trySaying: [],
};

export type NumberSettings = Pick<
  PhoneNumber,
  | 'friendlyName'
  | 'smsUrl'
  | 'smsFallbackUrl'
  | 'statusCallback'
  | 'voiceUrl'
  | 'voiceFallbackUrl'
  | 'business'
>;

/** Gives a number to an account; a number that is there already keeps its sid and gets the new settings. */
export function assignNumber(
  state: CarrierState,
  now: string,
  accountSid: string,
  number: string,
  settings: Partial<NumberSettings>,
): PhoneNumber {
  const known = state.numbers.get(number);
  const assigned: PhoneNumber = {
    sid: newSid('PN'),
    number,
    friendlyName: number,
    smsUrl: '',
    smsFallbackUrl: '',
    statusCallback: '',
    voiceUrl: '',
    voiceFallbackUrl: '',
    createdAt: now,
    business: noBusiness,
    ...known,
    ...settings,
    accountSid,
    updatedAt: now,
  };
  state.numbers.set(number, assigned);
  return assigned;
}

/** Takes a number away, out of its service too. */
export function releaseNumber(state: CarrierState, number: PhoneNumber): void {
  state.numbers.delete(number.number);
  leaveServices(state, number.sid);
}

/** Puts a number into one service and out of every other: it belongs to one at most. */
export function joinService(state: CarrierState, number: PhoneNumber, serviceSid: string | null): void {
  const service = serviceSid === null ? undefined : state.services.get(serviceSid);
  if (service?.numberSids.includes(number.sid)) return;
  leaveServices(state, number.sid);
  service?.numberSids.push(number.sid);
}

function leaveServices(state: CarrierState, numberSid: string): void {
  for (const service of state.services.values()) {
    service.numberSids = service.numberSids.filter((sid) => sid !== numberSid);
  }
}
