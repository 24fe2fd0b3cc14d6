import { systemClock } from '@servicepro/service-kit/clock';
import { createLogger } from '@servicepro/service-kit/logger';
import { createReadiness, shutdownOnSignal } from '@servicepro/service-kit/shutdown';
import { buildApp } from './app.ts';
import { createCarrier } from './carrier/carrier.ts';
import { createCarrierState } from './carrier/carrier-state.ts';
import { resumeDeliveries } from './carrier/resume-deliveries.ts';
import { loadSnapshot, snapshotWriter } from './carrier/snapshot.ts';
import { readEnvironment } from './env.ts';
import { createTrailReader } from './simulator/trail-reader.ts';

const savePauseMs = 500;

const environment = readEnvironment();
const logger = createLogger({ name: 'stand-ins', level: environment.LOG_LEVEL });
const { STATE_FILE: stateFile, TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: authToken } = environment;
const state = stateFile ? await loadSnapshot(stateFile) : createCarrierState();
const snapshot = stateFile ? snapshotWriter(stateFile, state, savePauseMs) : null;
const carrier = createCarrier({
  state,
  settings: {
    deliveryStepMs: environment.DELIVERY_STEP_MS,
    isKeepingOptOuts: environment.CARRIER_KEEPS_OPT_OUTS,
  },
  now: () => systemClock.now(),
  random: Math.random,
  onChange: () => snapshot?.schedule(),
  onFault: (err) => logger.error({ err }, 'work of the carrier failed'),
});
if (sid && authToken) {
  const known = state.accounts.get(sid);
  const now = carrier.now();
  const account = {
    sid,
    authToken,
    friendlyName: 'Platform',
    status: 'active' as const,
    ownerAccountSid: sid,
  };
  state.accounts.set(sid, { ...account, createdAt: known?.createdAt ?? now, updatedAt: now });
}
const app = await buildApp({
  carrier,
  logger,
  simulator: {
    appOrigin: environment.APP_ORIGIN,
    startedAt: systemClock.now(),
    clockAt: environment.CLOCK_AT,
    trail: createTrailReader({
      coreApiUrl: environment.CORE_API_URL,
      appOrigin: environment.APP_ORIGIN,
      email: environment.DEMO_LOGIN_EMAIL,
      password: environment.DEMO_LOGIN_PASSWORD,
    }),
  },
});
const readiness = createReadiness();
shutdownOnSignal({
  readiness,
  logger,
  drainSeconds: 5,
  steps: [
    { name: 'http', close: () => app.close() },
    { name: 'snapshot', close: () => snapshot?.flush() },
  ],
});
await app.listen({ host: environment.HOST, port: environment.PORT });
resumeDeliveries(carrier);
readiness.ready();
logger.info({ port: environment.PORT }, 'the stand-ins listen');
