import type { FastifyInstance } from 'fastify';
import type { Carrier } from '../carrier/carrier.ts';
import type { Account } from '../carrier/records.ts';
import { authenticate, enterAccount } from './authenticate.ts';
import { parameterOf } from './request-account.ts';
import { rfc2822 } from './wire-format.ts';

export function accountRoutes(app: FastifyInstance, carrier: Carrier): void {
  app.get('/2010-04-01/Accounts/:accountSid.json', async (request) => {
    const caller = authenticate(carrier, request.headers.authorization);
    return accountResource(enterAccount(carrier, caller, parameterOf(request, 'accountSid')));
  });
}

function accountResource(account: Account) {
  const uri = `/2010-04-01/Accounts/${account.sid}`;
  return {
    auth_token: account.authToken,
    date_created: rfc2822(account.createdAt),
    date_updated: rfc2822(account.updatedAt),
    friendly_name: account.friendlyName,
    owner_account_sid: account.ownerAccountSid,
    sid: account.sid,
    status: account.status,
    subresource_uris: {
      calls: `${uri}/Calls.json`,
      incoming_phone_numbers: `${uri}/IncomingPhoneNumbers.json`,
      messages: `${uri}/Messages.json`,
    },
    type: 'Full',
    uri: `${uri}.json`,
  };
}
