import type { FastifyInstance } from 'fastify';
import { acceptMessage } from '../carrier/accept-message.ts';
import type { Carrier } from '../carrier/carrier.ts';
import { carrierErrors } from '../carrier/carrier-error.ts';
import type { Message } from '../carrier/records.ts';
import { passesInstantFilter } from './instant-filter.rules.ts';
import { messageResource } from './message.resource.ts';
import { legacyPage, pageOf } from './paging.ts';
import { accountOf, parameterOf } from './request-account.ts';
import { applyRequestFaults, cutAfterAccepting } from './request-faults.ts';
import { type Form, field, formOf } from './wire-format.ts';

const base = '/2010-04-01/Accounts/:accountSid/Messages';

export function messageRoutes(app: FastifyInstance, carrier: Carrier): void {
  app.post(`${base}.json`, async (request, reply) => {
    const account = accountOf(carrier, request);
    const form = formOf(request.body);
    const numbers = [field(form, 'From'), field(form, 'To')];
    await applyRequestFaults(carrier, { accountSid: account.sid, numbers, operation: 'send' });
    const message = acceptMessage(carrier, {
      accountSid: account.sid,
      to: field(form, 'To'),
      from: field(form, 'From'),
      messagingServiceSid: field(form, 'MessagingServiceSid'),
      body: field(form, 'Body'),
      statusCallback: field(form, 'StatusCallback'),
      direction: 'outbound-api',
    });
    if (cutAfterAccepting(carrier, { accountSid: account.sid, numbers: [message.from, message.to] }, reply))
      return reply;
    return reply.code(201).send(messageResource(message));
  });

  app.get(`${base}.json`, async (request) => {
    const account = accountOf(carrier, request);
    const query = formOf(request.query);
    const numbers = [field(query, 'From'), field(query, 'To')];
    await applyRequestFaults(carrier, { accountSid: account.sid, numbers, operation: 'read' });
    const messages = [...carrier.state.messages.values()]
      .filter((message) => message.accountSid === account.sid && passesFilters(message, query))
      .toReversed();
    const path = `/2010-04-01/Accounts/${account.sid}/Messages.json`;
    return legacyPage(path, query, pageOf(messages, query), 'messages', messageResource);
  });

  app.get(`${base}/:sid.json`, async (request) => messageResource(messageOf(carrier, request)));

  app.post(`${base}/:sid.json`, async (request) => {
    const message = messageOf(carrier, request);
    const form = formOf(request.body);
    if (form.Body === '') message.body = '';
    message.updatedAt = carrier.now();
    carrier.changed({ type: 'message', sid: message.sid });
    return messageResource(message);
  });

  app.delete(`${base}/:sid.json`, async (request, reply) => {
    carrier.state.messages.delete(messageOf(carrier, request).sid);
    return reply.code(204).send();
  });
}

type AccountRequest = Parameters<typeof accountOf>[1];

function messageOf(carrier: Carrier, request: AccountRequest): Message {
  const account = accountOf(carrier, request);
  const message = carrier.state.messages.get(parameterOf(request, 'sid'));
  if (message?.accountSid === account.sid) return message;
  throw carrierErrors.notFound(request.url);
}

function passesFilters(message: Message, query: Form): boolean {
  const [to, from] = [field(query, 'To'), field(query, 'From')];
  if (to !== '' && message.to !== to) return false;
  if (from !== '' && message.from !== from) return false;
  return passesInstantFilter(query, 'DateSent', message.sentAt);
}
