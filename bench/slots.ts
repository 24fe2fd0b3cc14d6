import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { publicBookingRoutes, schedulingRoutes } from '@servicepro/domain/scheduling/routes';
import { frozenClock } from '@servicepro/service-kit/clock';
import { buildHttpApp, type HttpApp } from '@servicepro/service-kit/http';
import { createLogger } from '@servicepro/service-kit/logger';
import { createMetrics } from '@servicepro/service-kit/metrics';
import { createReadiness } from '@servicepro/service-kit/shutdown';
import type { TenantContext } from '@servicepro/tenant-context';
import { type BenchRow, percentile } from './bench-row.ts';
import { ruleRow } from './slot-rule.ts';
import { createSlotScene, type SlotScene } from './slot-scene.ts';

const now = Temporal.Instant.from('2026-06-01T05:00:00Z');

/** Slots by the rule, slots through the whole of core-api's stack, and fifty who want one slot. */
export async function rows(): Promise<BenchRow[]> {
  const database = await createTestDatabase();
  try {
    const scene = await createSlotScene(database);
    const app = await buildSlotApp(database, scene.context);
    try {
      const overHttp = [await slotsRow(app, scene), await racersRow(app, scene)];
      // Last: it keeps the event loop busy for so long that the app would shed load.
      return [ruleRow(), ...overHttp];
    } finally {
      await app.close();
    }
  } finally {
    await database.drop();
  }
}

async function slotsRow(app: HttpApp, scene: SlotScene): Promise<BenchRow> {
  const url = `/api/v1/public/slots?serviceId=${scene.serviceId}&assetClassId=${scene.assetClassId}&from=2026-06-01&days=14`;
  const samples: number[] = [];
  for (let round = 0; round < 220; round += 1) {
    const began = performance.now();
    const answer = await app.inject({ url });
    if (answer.statusCode !== 200) throw new Error(`slots answered ${answer.statusCode}: ${answer.body}`);
    // The first ones pay for connections and compilation.
    if (round >= 20) samples.push(performance.now() - began);
  }
  const value = percentile(samples, 0.95);
  return {
    name: 'slots over HTTP: 14 days, 10 resources, 2,000 bookings, p95',
    value,
    unit: 'ms',
    floor: null,
    ratio: null,
    goal: '≤ 15 ms',
    holds: value <= 15,
  };
}

async function racersRow(app: HttpApp, scene: SlotScene): Promise<BenchRow> {
  const samples: number[] = [];
  let isExact = true;
  for (let round = 0; round < 5; round += 1) {
    const payload = {
      serviceId: scene.serviceId,
      assetClassId: scene.assetClassId,
      resourceId: scene.resourceIds[round],
      startsAt: '2026-06-22T15:00:00Z',
      customerName: 'Racer',
      customerPhone: '+15125550123',
    };
    const url = `/api/v1/tenants/${scene.context.tenantId}/bookings`;
    const began = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => app.inject({ method: 'POST', url, payload })),
    );
    samples.push(performance.now() - began);
    const won = answers.filter((answer) => answer.statusCode === 201).length;
    const lost = answers.filter((answer) => answer.statusCode === 409).length;
    isExact &&= won === 1 && lost === 49;
  }
  const value = percentile(samples, 0.5);
  return {
    name: '50 racers on one slot, until the last is answered',
    value,
    unit: 'ms',
    floor: null,
    ratio: null,
    goal: '1 winner, 49 × 409, ≤ 1,000 ms',
    holds: isExact && value <= 1000,
  };
}

async function buildSlotApp(database: TestDatabase, context: TenantContext): Promise<HttpApp> {
  const app = await buildHttpApp({
    logger: createLogger({ name: 'bench', level: 'silent' }),
    metrics: createMetrics({ app: 'bench', withProcess: false }),
    readiness: createReadiness(),
    trustedProxies: [],
    rateLimit: false,
    loadShedding: { maxInFlight: 200 },
  });
  app.decorateRequest('tenantContext');
  app.addHook('preHandler', async (request) => {
    request.tenantContext = context;
  });
  const deps = { database: database.app, clock: frozenClock(now), wakeRelay() {}, changed() {} };
  schedulingRoutes(app, deps);
  publicBookingRoutes(app, { ...deps, enterSite: async () => context });
  return app;
}
