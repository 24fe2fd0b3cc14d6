import { readFile, writeFile } from 'node:fs/promises';
import { createAddressDb, createAppDatabase, createPool } from '@servicepro/db';
import { createAuth } from '@servicepro/domain/identity';
import { systemClock } from '@servicepro/service-kit/clock';
import { renderOpenApi } from '@servicepro/service-kit/http';
import { createLive } from '@servicepro/service-kit/live';
import { createLogger } from '@servicepro/service-kit/logger';
import { createMetrics } from '@servicepro/service-kit/metrics';
import { createReadiness } from '@servicepro/service-kit/shutdown';
import { buildApp } from './app.ts';

/** Writes docs/openapi.json from the routes; `--verify` exits 1 when the checked-in document differs. Connects to nothing. */
const target = new URL('../../../docs/openapi.json', import.meta.url);
const pool = createPool('postgres://nobody@127.0.0.1:1/none');
const logger = createLogger({ name: 'openapi', level: 'silent' });
const appOrigin = 'http://app.localhost:3000';
const app = await buildApp({
  http: {
    logger,
    metrics: createMetrics({ app: 'openapi', withProcess: false }),
    readiness: createReadiness(),
    trustedProxies: [],
  },
  database: createAppDatabase(pool),
  addresses: createAddressDb(pool),
  auth: createAuth({ pool, secret: 'only-to-print-the-document-0123456789', appOrigin, isSecure: false }),
  appOrigin,
  clock: systemClock,
  live: createLive({ redisUrl: undefined, pool, logger }),
  wakeRelay: () => {},
});
const document = await renderOpenApi(app);
if (process.argv.includes('--verify')) {
  const checkedIn = await readFile(target, 'utf8').catch(() => '');
  if (checkedIn !== document) {
    console.error('docs/openapi.json differs from the routes: run "npm run generate" and commit it.');
    process.exitCode = 1;
  }
} else {
  await writeFile(target, document);
}
await app.close();
await pool.end();
