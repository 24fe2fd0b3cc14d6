import type { MessagingService, PhoneNumber } from '../carrier/records.ts';
import { isoSeconds } from './wire-format.ts';

export const servicesUrl = 'https://messaging.twilio.com/v1/Services';

export function serviceResource(service: MessagingService) {
  const url = `${servicesUrl}/${service.sid}`;
  return {
    account_sid: service.accountSid,
    area_code_geomatch: true,
    date_created: isoSeconds(service.createdAt),
    date_updated: isoSeconds(service.updatedAt),
    fallback_method: 'POST',
    fallback_to_long_code: true,
    fallback_url: service.fallbackUrl || null,
    friendly_name: service.friendlyName,
    inbound_method: 'POST',
    inbound_request_url: service.inboundRequestUrl || null,
    links: { phone_numbers: `${url}/PhoneNumbers` },
    mms_converter: true,
    scan_message_content: 'inherit',
    sid: service.sid,
    smart_encoding: true,
    status_callback: service.statusCallback || null,
    sticky_sender: true,
    synchronous_validation: false,
    url,
    us_app_to_person_registered: true,
    use_inbound_webhook_on_number: service.useInboundWebhookOnNumber,
    usecase: 'mixed',
    validity_period: 14_400,
  };
}

export function serviceNumberResource(service: MessagingService, number: PhoneNumber) {
  return {
    account_sid: service.accountSid,
    capabilities: ['SMS', 'MMS', 'Voice'],
    country_code: number.number.startsWith('+1') ? 'US' : '',
    date_created: isoSeconds(number.createdAt),
    date_updated: isoSeconds(number.updatedAt),
    phone_number: number.number,
    service_sid: service.sid,
    sid: number.sid,
    url: `${servicesUrl}/${service.sid}/PhoneNumbers/${number.sid}`,
  };
}
