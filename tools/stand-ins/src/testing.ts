import { createLogger } from '@servicepro/service-kit/logger';
import { buildApp } from './app.ts';
import { type Carrier, createCarrier } from './carrier/carrier.ts';
import { type CarrierState, createCarrierState } from './carrier/carrier-state.ts';
import { createTrailReader } from './simulator/trail-reader.ts';

export interface StartedStandIns {
  baseUrl: string;
  carrier: Carrier;
  close(): Promise<void>;
}

/** The stand-ins on a free port of this computer, for tests of what talks to them. */
export async function startStandIns(
  options: {
    deliveryStepMs?: number;
    isKeepingOptOuts?: boolean;
    state?: CarrierState;
    random?: () => number;
  } = {},
): Promise<StartedStandIns> {
  const appOrigin = 'http://app.localhost:3000';
  const carrier = createCarrier({
    state: options.state ?? createCarrierState(),
    settings: {
      deliveryStepMs: options.deliveryStepMs ?? 2,
      isKeepingOptOuts: options.isKeepingOptOuts ?? false,
    },
    now: () => Temporal.Now.instant(),
    random: options.random ?? Math.random,
  });
  const app = await buildApp({
    carrier,
    logger: createLogger({ name: 'stand-ins', level: 'silent' }),
    simulator: {
      appOrigin,
      startedAt: Temporal.Now.instant(),
      clockAt: undefined,
      trail: createTrailReader({ coreApiUrl: undefined, appOrigin, email: undefined, password: undefined }),
    },
  });
  const baseUrl = await app.listen({ host: '127.0.0.1', port: 0 });
  return { baseUrl, carrier, close: () => app.close() };
}
