import { randomBytes } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { authTokenKind } from '@servicepro/domain/tenants';
import { sealCredential } from '@servicepro/providers/credentials';
import { startStandIns } from '@servicepro/stand-ins';
import { createProgram, type RunningProgram } from './processes.ts';
import { layBusiness } from './scene.ts';

export const businessNumber = '+15125550100';

export interface Lane {
  database: TestDatabase;
  carrier: Awaited<ReturnType<typeof startStandIns>>;
  /** Takes the carrier's webhooks. */
  gateway: RunningProgram;
  /** Takes what the first one did not answer, as the carrier's fallback URL. */
  fallback: RunningProgram;
  worker: RunningProgram;
  close(): Promise<void>;
}

export interface LaneOptions {
  redisUrl: string | undefined;
  /** Another worker's entry: the mutants. */
  workerEntry?: string;
  workerEnvironment?: Record<string, string>;
}

/** A whole product in small: database, carrier, two gateways and a worker, with one business that can be booked. */
export async function openLane(options: LaneOptions): Promise<Lane> {
  const database = await createTestDatabase();
  const carrier = await startStandIns({ deliveryStepMs: 20 });
  const [gatewayPort, fallbackPort, workerPort] = [await freePort(), await freePort(), await freePort()];
  const credentialKey = randomBytes(32);
  // The site's pages are not what is tried here: what makes them anew always succeeds.
  const site = createHttpServer((_request, response) => response.end('{}'));
  const sitePort = await freePort();
  site.listen(sitePort, '127.0.0.1');
  const environment = {
    LOG_LEVEL: 'fatal',
    DATABASE_URL: database.urls.servicepro_app,
    DIRECT_DATABASE_URL: database.urls.servicepro_app,
    RELAY_DATABASE_URL: database.urls.servicepro_relay,
    QUEUE_DATABASE_URL: database.urls.servicepro_queue,
    ...(options.redisUrl ? { REDIS_URL: options.redisUrl } : {}),
    CREDENTIAL_KEY: credentialKey.toString('base64'),
    TWILIO_API_BASE_URL: carrier.baseUrl,
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'platform-token',
    JOIN_PAUSE_SECONDS: '0',
  };
  const gatewayAt = (port: number) =>
    createProgram({
      entry: 'apps/telephony-gateway/src/main.ts',
      port,
      environment: { ...environment, TWILIO_WEBHOOK_ORIGIN: `http://127.0.0.1:${port}` },
    });
  const lane = {
    database,
    carrier,
    gateway: gatewayAt(gatewayPort),
    fallback: gatewayAt(fallbackPort),
    worker: createProgram({
      entry: options.workerEntry ?? 'apps/ai-worker/src/main.ts',
      port: workerPort,
      environment: {
        ...environment,
        TWILIO_WEBHOOK_ORIGIN: `http://127.0.0.1:${gatewayPort}`,
        SITE_RENDERER_URL: `http://127.0.0.1:${sitePort}`,
        REVALIDATE_SECRET: 'chaos-chaos-chaos',
        CARRIER_TIMEOUT_SECONDS: '1',
        RESWEEP_SECONDS: '1',
        WORKER_CONCURRENCY: '4',
        ...options.workerEnvironment,
      },
    }),
  };
  await layPhone(database, carrier.baseUrl, { credentialKey, gatewayPort, fallbackPort });
  await lane.fallback.start();
  return {
    ...lane,
    async close() {
      await Promise.all([
        lane.gateway.kill('SIGKILL'),
        lane.fallback.kill('SIGKILL'),
        lane.worker.kill('SIGKILL'),
      ]);
      site.close();
      await carrier.close();
      await database.drop();
    },
  };
}

async function layPhone(
  database: TestDatabase,
  carrierUrl: string,
  options: { credentialKey: Buffer; gatewayPort: number; fallbackPort: number },
): Promise<void> {
  const tenant = await database.createTenant({ number: businessNumber, isRoot: true, name: 'Clean Machine' });
  await layBusiness(database, tenant);
  const account = { sid: `AC${randomBytes(16).toString('hex')}`, authToken: randomBytes(16).toString('hex') };
  const sealed = sealCredential(
    options.credentialKey,
    { tenantId: tenant.tenantId, kind: authTokenKind, version: 1 },
    account.authToken,
  );
  await database.admin.query(
    'insert into phone_accounts (tenant_id, account_id, auth_token_sealed) values ($1, $2, $3)',
    [tenant.tenantId, account.sid, sealed],
  );
  await database.admin.query(
    'insert into tenant_phone_config (tenant_id, number, account_id) values ($1, $2, $3)',
    [tenant.tenantId, businessNumber, account.sid],
  );
  const control = async (path: string, body: unknown) => {
    const response = await fetch(`${carrierUrl}/__control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  };
  await control('accounts', account);
  await control('numbers', {
    number: businessNumber,
    accountSid: account.sid,
    label: 'Clean Machine',
    smsUrl: `http://127.0.0.1:${options.gatewayPort}/twilio/sms/incoming`,
    smsFallbackUrl: `http://127.0.0.1:${options.fallbackPort}/twilio/sms/incoming`,
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
