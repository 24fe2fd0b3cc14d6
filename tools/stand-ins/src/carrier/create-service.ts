import type { CarrierState } from './carrier-state.ts';
import type { MessagingService } from './records.ts';
import { newSid } from './sids.ts';

export type ServiceSettings = Pick<
  MessagingService,
  'friendlyName' | 'inboundRequestUrl' | 'fallbackUrl' | 'statusCallback' | 'useInboundWebhookOnNumber'
>;

/** Makes a messaging service; one that is there already under this sid keeps its numbers and gets the new settings. */
export function createService(
  state: CarrierState,
  now: string,
  accountSid: string,
  sid: string | null,
  settings: Partial<ServiceSettings>,
): MessagingService {
  const known = sid === null ? undefined : state.services.get(sid);
  const service: MessagingService = {
    sid: sid ?? newSid('MG'),
    friendlyName: '',
    inboundRequestUrl: '',
    fallbackUrl: '',
    statusCallback: '',
    useInboundWebhookOnNumber: false,
    numberSids: [],
    createdAt: now,
    ...known,
    ...settings,
    accountSid,
    updatedAt: now,
  };
  state.services.set(service.sid, service);
  return service;
}
