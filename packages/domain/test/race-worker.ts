import { createAppDatabase, createPool, withTenant } from '@servicepro/db';
import { AppError } from '@servicepro/service-kit/app-error';
import { tenantContext } from '@servicepro/tenant-context';
import { book, bookHeldSlot, holdSlot } from '../src/scheduling/index.ts';
import { RaceOrder, type RaceResult } from './race-order.ts';

// A process of its own with a pool of its own: reads one order from standard input, races, prints what happened.
const order = RaceOrder.parse(JSON.parse(await readAll()));
const pool = createPool(order.databaseUrl, { max: order.connections, applicationName: 'race' });
const database = createAppDatabase(pool);
const now = Temporal.Instant.from(order.now);

// As many at once as want one slot in this process: attempts come slot by slot.
const queue = order.attempts.values();
const results: RaceResult[] = [];
await Promise.all(Array.from({ length: order.atOnce }, run));
await pool.end();
console.log(JSON.stringify(results));

async function run(): Promise<void> {
  for (const wanted of queue) results.push(await attempt(wanted));
}

async function attempt(wanted: RaceOrder['attempts'][number]): Promise<RaceResult> {
  const context = tenantContext(order.tenantId, { kind: 'system', id: 'race' });
  const work = { serviceId: order.serviceId, assetClassId: order.assetClassId, resourceId: order.resourceId };
  const startsAt = Temporal.Instant.from(wanted.startsAt);
  const began = performance.now();
  const answer = (code: string): RaceResult => ({
    startsAt: wanted.startsAt,
    code,
    ms: performance.now() - began,
  });
  try {
    if (wanted.source === 'web') {
      const { hold } = await withTenant(database, context, (db) =>
        holdSlot(db, { ...work, startsAt, source: 'web', now }),
      );
      await withTenant(database, context, (db) =>
        bookHeldSlot(db, { holdId: hold.id, customerId: order.customerId, now }),
      );
    } else {
      await withTenant(database, context, (db) =>
        book(db, { ...work, startsAt, source: wanted.source, customerId: order.customerId, now }),
      );
    }
    return answer('booked');
  } catch (cause) {
    if (cause instanceof AppError) return answer(cause.code);
    return answer(cause instanceof Error ? `unexpected: ${cause.message}` : 'unexpected');
  }
}

async function readAll(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
