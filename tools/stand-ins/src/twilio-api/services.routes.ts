import type { FastifyInstance } from 'fastify';
import { joinService } from '../carrier/assign-number.ts';
import type { Carrier } from '../carrier/carrier.ts';
import { carrierErrors } from '../carrier/carrier-error.ts';
import { numberBySid } from '../carrier/carrier-state.ts';
import { createService, type ServiceSettings } from '../carrier/create-service.ts';
import type { MessagingService, PhoneNumber } from '../carrier/records.ts';
import { authenticate } from './authenticate.ts';
import { metaPage, pageOf } from './paging.ts';
import { parameterOf } from './request-account.ts';
import { serviceNumberResource, serviceResource, servicesUrl } from './service.resource.ts';
import { type Form, field, flag, formOf, hasField } from './wire-format.ts';

type ServiceRequest = Parameters<typeof parameterOf>[0];

export function serviceRoutes(app: FastifyInstance, carrier: Carrier): void {
  const { state } = carrier;

  app.post('/v1/Services', async (request, reply) => {
    const account = authenticate(carrier, request.headers.authorization);
    const form = formOf(request.body);
    const service = createService(state, carrier.now(), account.sid, null, settingsIn(form));
    carrier.changed({ type: 'numbers' });
    return reply.code(201).send(serviceResource(service));
  });

  app.get('/v1/Services', async (request) => {
    const account = authenticate(carrier, request.headers.authorization);
    const query = formOf(request.query);
    const services = [...state.services.values()].filter((service) => service.accountSid === account.sid);
    return metaPage(servicesUrl, query, pageOf(services, query), 'services', serviceResource);
  });

  app.get('/v1/Services/:sid', async (request) => serviceResource(serviceOf(carrier, request)));

  app.post('/v1/Services/:sid', async (request) => {
    const service = serviceOf(carrier, request);
    Object.assign(service, settingsIn(formOf(request.body)), { updatedAt: carrier.now() });
    carrier.changed({ type: 'numbers' });
    return serviceResource(service);
  });

  app.delete('/v1/Services/:sid', async (request, reply) => {
    state.services.delete(serviceOf(carrier, request).sid);
    carrier.changed({ type: 'numbers' });
    return reply.code(204).send();
  });

  serviceNumberRoutes(app, carrier);
}

function serviceNumberRoutes(app: FastifyInstance, carrier: Carrier): void {
  const { state } = carrier;

  app.post('/v1/Services/:sid/PhoneNumbers', async (request, reply) => {
    const service = serviceOf(carrier, request);
    const number = numberBySid(state, field(formOf(request.body), 'PhoneNumberSid'));
    if (!number || number.accountSid !== service.accountSid) throw carrierErrors.notFound(request.url);
    joinService(state, number, service.sid);
    carrier.changed({ type: 'numbers' });
    return reply.code(201).send(serviceNumberResource(service, number));
  });

  app.get('/v1/Services/:sid/PhoneNumbers', async (request) => {
    const service = serviceOf(carrier, request);
    const query = formOf(request.query);
    const numbers = service.numberSids.flatMap((sid) => numberBySid(state, sid) ?? []);
    const write = (number: PhoneNumber) => serviceNumberResource(service, number);
    return metaPage(
      `${servicesUrl}/${service.sid}/PhoneNumbers`,
      query,
      pageOf(numbers, query),
      'phone_numbers',
      write,
    );
  });

  app.get('/v1/Services/:sid/PhoneNumbers/:numberSid', async (request) => {
    const service = serviceOf(carrier, request);
    return serviceNumberResource(service, numberIn(carrier, service, request));
  });

  app.delete('/v1/Services/:sid/PhoneNumbers/:numberSid', async (request, reply) => {
    joinService(state, numberIn(carrier, serviceOf(carrier, request), request), null);
    carrier.changed({ type: 'numbers' });
    return reply.code(204).send();
  });
}

function serviceOf(carrier: Carrier, request: ServiceRequest): MessagingService {
  const account = authenticate(carrier, request.headers.authorization);
  const service = carrier.state.services.get(parameterOf(request, 'sid'));
  if (service?.accountSid === account.sid) return service;
  throw carrierErrors.notFound(request.url);
}

function numberIn(carrier: Carrier, service: MessagingService, request: ServiceRequest): PhoneNumber {
  const sid = parameterOf(request, 'numberSid');
  const number = service.numberSids.includes(sid) ? numberBySid(carrier.state, sid) : undefined;
  if (number) return number;
  throw carrierErrors.notFound(request.url);
}

function settingsIn(form: Form): Partial<ServiceSettings> {
  const given = (name: string, key: keyof ServiceSettings) =>
    hasField(form, name) ? { [key]: field(form, name) } : {};
  return {
    ...given('FriendlyName', 'friendlyName'),
    ...given('InboundRequestUrl', 'inboundRequestUrl'),
    ...given('FallbackUrl', 'fallbackUrl'),
    ...given('StatusCallback', 'statusCallback'),
    ...(hasField(form, 'UseInboundWebhookOnNumber')
      ? { useInboundWebhookOnNumber: flag(form, 'UseInboundWebhookOnNumber', false) }
      : {}),
  };
}
