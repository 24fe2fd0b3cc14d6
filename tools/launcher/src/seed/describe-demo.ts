import type { DemoDescription } from '../product/demo.ts';
import { businesses, demoPassword, demoViewer, unownedNumber } from './businesses.ts';
import { type CarrierKeys, carrierAccountOf } from './demo-accounts.ts';
import type { SeedBusiness } from './demo-data.ts';
import { siteHostOf } from './seed-tenant.ts';

export interface DescribeOptions {
  carrier: CarrierKeys;
  /** Where the carrier sends webhooks: the public base of /twilio. */
  webhookOrigin: string;
  /** By slug; the simulator reads a text's trail with it. */
  tenantIds: ReadonlyMap<string, string>;
}

/** The demo's businesses, numbers and logins, and what the carrier's stand-in is to be told. */
export function describeDemo(options: DescribeOptions): DemoDescription {
  return {
    tenants: businesses.map((business) => ({
      slug: business.slug,
      name: business.name,
      trade: business.trade,
      timeZone: business.timeZone,
      phoneNumber: business.number,
      siteHost: siteHostOf(business),
    })),
    logins: [...describePeople(), { ...login(demoViewer.email, 'viewer of all three'), readsTrail: true }],
    carrier: {
      accounts: describeAccounts(options.carrier),
      numbers: describeNumbers(options),
      people: [
        { number: '+15125550190', name: 'A new customer' },
        { number: '+15125550142', name: 'Hannah Okafor' },
        { number: '+15125550106', name: 'William Kim' },
      ],
    },
  };
}

function login(email: string, role: string) {
  return { email, password: demoPassword, role, readsTrail: false };
}

/** One line for each sign-in; a person of several businesses is named with all of them. */
function describePeople(): DemoDescription['logins'] {
  const emails = [...new Set(businesses.flatMap(({ people }) => people.map(({ email }) => email)))];
  return emails.map((email) => {
    const places = businesses.filter(({ people }) => people.some((person) => person.email === email));
    const role = places[0]?.people.find((person) => person.email === email)?.role ?? '';
    const described = login(email, `${role}, ${places.map(({ name }) => name).join(' and ')}`);
    return places.length === 1 && places[0] ? { ...described, tenantSlug: places[0].slug } : described;
  });
}

function describeAccounts(carrier: CarrierKeys): DemoDescription['carrier']['accounts'] {
  const platform = {
    sid: carrier.accountId,
    authToken: carrier.authToken,
    friendlyName: 'ServicePro platform',
  };
  const subaccounts = businesses
    .filter((business) => !business.isRoot)
    .map((business) => {
      const { accountId, authToken } = carrierAccountOf(business, carrier);
      return { sid: accountId, authToken, friendlyName: business.name, ownerAccountSid: carrier.accountId };
    });
  return [platform, ...subaccounts];
}

function describeNumbers({
  carrier,
  webhookOrigin,
  tenantIds,
}: DescribeOptions): DemoDescription['carrier']['numbers'] {
  const smsUrl = new URL('/twilio/sms/incoming', webhookOrigin).href;
  const owned = businesses.map((business) => {
    const account = carrierAccountOf(business, carrier);
    return {
      number: business.number,
      accountSid: account.accountId,
      serviceSid: account.messagingServiceId,
      smsUrl,
      label: business.name,
      tenantSlug: business.slug,
      tenantId: tenantIds.get(business.slug) ?? null,
      brandColor: business.brandColor,
      note: business.status === 'suspended' ? 'suspended' : null,
      trySaying: trySaying(business),
    };
  });
  const unowned = {
    number: unownedNumber,
    accountSid: carrier.accountId,
    smsUrl,
    label: 'A number nobody owns',
    trySaying: ['Is this Clean Machine?', 'STOP'],
  };
  return [...owned, unowned];
}

function trySaying({ packId }: SeedBusiness): string[] {
  const ask: Readonly<Record<string, string[]>> = {
    detailing: ['Can you wash my truck Friday?', 'How much is a full detail?'],
    'lawn-care': ['Can you mow my lawn Friday? Quarter acre', 'How much is aeration?'],
  };
  return [...(ask[packId] ?? ['Where are you?']), 'STOP', 'I want to talk to a person'];
}
