import formbody from '@fastify/formbody';
import type { Logger } from '@servicepro/service-kit/logger';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Carrier } from './carrier/carrier.ts';
import { controlApi } from './control/control.routes.ts';
import { type SimulatorOptions, simulator } from './simulator/simulator.routes.ts';
import { twilioApi } from './twilio-api/index.ts';

export interface StandInsDeps {
  carrier: Carrier;
  logger: Logger;
  simulator: Omit<SimulatorOptions, 'carrier'>;
}

/** The stand-in vendors as one server: the carrier's REST API, its control API and the phone simulator. */
export async function buildApp({ carrier, logger, simulator: page }: StandInsDeps): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = logger;
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 256 * 1024,
    forceCloseConnections: true,
  });
  await app.register(formbody);
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async () => ({ status: 'ok' }));
  await app.register(twilioApi, { carrier });
  await app.register(controlApi, { carrier });
  await app.register(simulator, { carrier, ...page });
  app.addHook('onClose', () => carrier.stop());
  return app;
}
