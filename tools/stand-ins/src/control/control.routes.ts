import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Carrier } from '../carrier/carrier.ts';
import { receiveText } from '../carrier/receive-text.ts';
import type { Message } from '../carrier/records.ts';
import * as schemas from './control.schemas.ts';
import { registerNumber } from './register-number.ts';
import { resetCarrier } from './reset-carrier.ts';

class UnknownNumberError extends Error {}

/** The carrier's own levers: what is registered, what goes wrong, what has happened. Nothing of it is the vendor's. */
export async function controlApi(app: FastifyInstance, options: { carrier: Carrier }): Promise<void> {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof z.ZodError) return reply.code(400).send({ error: z.prettifyError(error) });
    if (error instanceof UnknownNumberError) return reply.code(404).send({ error: error.message });
    request.log.error({ err: error }, 'a control request failed');
    return reply.code(500).send({ error: 'The stand-in failed.' });
  });
  registrationRoutes(app, options.carrier);
  peopleRoutes(app, options.carrier);
  readingRoutes(app, options.carrier);
  leverRoutes(app, options.carrier);
}

function registrationRoutes(app: FastifyInstance, carrier: Carrier): void {
  const { state } = carrier;

  app.get('/__control/accounts', async () => ({
    accounts: [...state.accounts.values()].map(({ authToken: _hidden, ...account }) => account),
  }));

  app.post('/__control/accounts', async (request) => {
    const { sid, authToken, friendlyName, ownerAccountSid, status } = schemas.AccountRequest.parse(
      request.body,
    );
    const known = state.accounts.get(sid);
    state.accounts.set(sid, {
      sid,
      authToken,
      friendlyName: friendlyName ?? known?.friendlyName ?? '',
      status: status ?? known?.status ?? 'active',
      ownerAccountSid: ownerAccountSid ?? known?.ownerAccountSid ?? sid,
      createdAt: known?.createdAt ?? carrier.now(),
      updatedAt: carrier.now(),
    });
    carrier.changed({ type: 'numbers' });
    return { sid };
  });

  app.get('/__control/numbers', async () => ({
    numbers: [...state.numbers.values()],
    services: [...state.services.values()],
  }));

  app.post('/__control/numbers', async (request) => {
    const number = registerNumber(carrier, schemas.NumberRequest.parse(request.body));
    return { sid: number.sid, number: number.number };
  });
}

function peopleRoutes(app: FastifyInstance, carrier: Carrier): void {
  app.post('/__control/people', async (request) => {
    const person = schemas.PersonRequest.parse(request.body);
    carrier.state.people.set(person.number, person);
    carrier.changed({ type: 'numbers' });
    return person;
  });
}

function readingRoutes(app: FastifyInstance, carrier: Carrier): void {
  const { state } = carrier;

  app.get('/__control/messages', async (request) => {
    const { number, peer, after, limit } = schemas.MessagesQuery.parse(request.query);
    const since = sequenceOf(carrier, after);
    const isEnd = (message: Message, end: string | undefined) =>
      end === undefined || message.from === end || message.to === end;
    const messages = [...state.messages.values()].filter(
      (message) => message.sequence > since && isEnd(message, number) && isEnd(message, peer),
    );
    return { messages: messages.slice(-limit), lastSequence: state.sequence };
  });

  app.get('/__control/webhooks', async (request) => {
    const { sid, kind, after = 0, limit } = schemas.WebhooksQuery.parse(request.query);
    const webhooks = state.webhooks.filter(
      (webhook) => webhook.id > after && (!sid || webhook.sid === sid) && (!kind || webhook.kind === kind),
    );
    return { webhooks: webhooks.slice(-limit), lastSequence: state.sequence };
  });

  app.get('/__control/opt-outs', async () => ({ optOuts: [...state.optOuts] }));
}

function leverRoutes(app: FastifyInstance, carrier: Carrier): void {
  app.post('/__control/texts', async (request, reply) => {
    const { from, to, body } = schemas.TextRequest.parse(request.body);
    const number = carrier.state.numbers.get(to);
    if (!number) throw new UnknownNumberError(`${to} is not a number of this carrier.`);
    const message = receiveText(carrier, number, from, body);
    return reply.code(201).send({ sid: message.sid, sequence: message.sequence });
  });

  app.get('/__control/faults', async () => ({ faults: carrier.faults.list() }));

  app.post('/__control/faults', async (request, reply) => {
    const fault = carrier.faults.add(schemas.FaultRequest.parse(request.body));
    carrier.changed({ type: 'faults' });
    return reply.code(201).send(fault);
  });

  app.delete('/__control/faults', async (request) => {
    const removed = carrier.faults.clear(schemas.FaultsQuery.parse(request.query));
    carrier.changed({ type: 'faults' });
    return { removed };
  });

  app.get('/__control/settings', async () => carrier.settings);

  app.post('/__control/settings', async (request) =>
    Object.assign(carrier.settings, schemas.SettingsRequest.parse(request.body)),
  );

  app.post('/__control/reset', async (request) => {
    resetCarrier(carrier, schemas.ResetRequest.parse(request.body ?? {}));
    return { ok: true };
  });
}

function sequenceOf(carrier: Carrier, after: string | undefined): number {
  if (after === undefined) return 0;
  return /^\d+$/.test(after) ? Number(after) : (carrier.state.messages.get(after)?.sequence ?? 0);
}
