import type { FastifyInstance } from 'fastify';
import type { Carrier } from '../carrier/carrier.ts';
import { CarrierError } from '../carrier/carrier-error.ts';
import { accountRoutes } from './accounts.routes.ts';
import { callRoutes } from './calls.routes.ts';
import { messageRoutes } from './messages.routes.ts';
import { numberRoutes } from './numbers.routes.ts';
import { serviceRoutes } from './services.routes.ts';

/** The vendor's REST API over the carrier's state, in the vendor's wire format. */
export async function twilioApi(app: FastifyInstance, options: { carrier: Carrier }): Promise<void> {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof CarrierError) {
      if (error.retryAfterSeconds !== null) reply.header('retry-after', String(error.retryAfterSeconds));
      return reply.code(error.httpStatus).send(problem(error.code, error.message, error.httpStatus));
    }
    request.log.error({ err: error }, 'the carrier failed');
    return reply.code(500).send(problem(20500, 'An internal server error has occurred', 500));
  });
  for (const routes of [accountRoutes, callRoutes, messageRoutes, numberRoutes, serviceRoutes])
    routes(app, options.carrier);
}

function problem(code: number, message: string, status: number) {
  return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}
