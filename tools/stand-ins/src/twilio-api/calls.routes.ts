import type { FastifyInstance } from 'fastify';
import type { Carrier } from '../carrier/carrier.ts';
import { carrierErrors } from '../carrier/carrier-error.ts';
import { placeCall, setCallStatus } from '../carrier/place-call.ts';
import type { Call } from '../carrier/records.ts';
import { callResource } from './call.resource.ts';
import { passesInstantFilter } from './instant-filter.rules.ts';
import { legacyPage, pageOf } from './paging.ts';
import { accountOf, parameterOf } from './request-account.ts';
import { applyRequestFaults, cutAfterAccepting } from './request-faults.ts';
import { type Form, field, formOf } from './wire-format.ts';

const base = '/2010-04-01/Accounts/:accountSid/Calls';

export function callRoutes(app: FastifyInstance, carrier: Carrier): void {
  app.post(`${base}.json`, async (request, reply) => {
    const account = accountOf(carrier, request);
    const form = formOf(request.body);
    const numbers = [field(form, 'From'), field(form, 'To')];
    await applyRequestFaults(carrier, { accountSid: account.sid, numbers, operation: 'send' });
    const call = placeCall(carrier, {
      accountSid: account.sid,
      from: field(form, 'From'),
      to: field(form, 'To'),
      url: field(form, 'Url'),
      statusCallback: field(form, 'StatusCallback'),
      statusCallbackEvents: eventsIn(form),
    });
    if (cutAfterAccepting(carrier, { accountSid: account.sid, numbers }, reply)) return reply;
    return reply.code(201).send(callResource(call));
  });

  app.get(`${base}.json`, async (request) => {
    const account = accountOf(carrier, request);
    const query = formOf(request.query);
    const calls = [...carrier.state.calls.values()]
      .filter((call) => call.accountSid === account.sid && passesFilters(call, query))
      .toReversed();
    return legacyPage(
      `/2010-04-01/Accounts/${account.sid}/Calls.json`,
      query,
      pageOf(calls, query),
      'calls',
      callResource,
    );
  });

  app.get(`${base}/:sid.json`, async (request) => callResource(callOf(carrier, request)));

  app.post(`${base}/:sid.json`, async (request) => {
    const call = callOf(carrier, request);
    const form = formOf(request.body);
    const status = field(form, 'Status');
    if (status === 'completed' || status === 'canceled') setCallStatus(carrier, call, status);
    const url = field(form, 'Url');
    if (url !== '') call.url = url;
    return callResource(call);
  });
}

function callOf(carrier: Carrier, request: Parameters<typeof accountOf>[1]): Call {
  const account = accountOf(carrier, request);
  const call = carrier.state.calls.get(parameterOf(request, 'sid'));
  if (call?.accountSid === account.sid) return call;
  throw carrierErrors.notFound(request.url);
}

function eventsIn(form: Form): string[] {
  const value = form.StatusCallbackEvent;
  const events: unknown[] = Array.isArray(value) ? value : [value];
  return events.filter((event): event is string => typeof event === 'string' && event !== '');
}

function passesFilters(call: Call, query: Form): boolean {
  const [to, from, status] = [field(query, 'To'), field(query, 'From'), field(query, 'Status')];
  if (to !== '' && call.to !== to) return false;
  if (from !== '' && call.from !== from) return false;
  if (status !== '' && call.status !== status) return false;
  return (
    passesInstantFilter(query, 'StartTime', call.startedAt) &&
    passesInstantFilter(query, 'EndTime', call.endedAt)
  );
}
