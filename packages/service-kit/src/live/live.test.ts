import type { LiveEvent } from '@servicepro/contracts/live';
import { createPool, type Pool } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { tenantContext } from '@servicepro/tenant-context';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildHttpApp, type HttpApp } from '../http/build-http-app.ts';
import { readTestRedisUrl } from '../jobs/env.ts';
import { anId, until } from '../jobs/jobs.fixture.ts';
import { createLogger } from '../logger.ts';
import { createMetrics } from '../metrics.ts';
import { createReadiness, type Readiness } from '../shutdown.ts';
import { createLive, type Live } from './live.ts';
import { liveRoutes } from './live-routes.ts';

const redisUrl = readTestRedisUrl();
const logger = createLogger({ name: 'test', level: 'silent' });

describe.each(redisUrl ? ['postgres', 'redis'] : ['postgres'])('changes by %s', (backend) => {
  let database: TestDatabase;
  let pools: Pool[];
  let here: Live;
  let there: Live;

  beforeAll(async () => {
    database = await createTestDatabase();
    pools = [
      createPool(database.urls.servicepro_app, { max: 2 }),
      createPool(database.urls.servicepro_app, { max: 2 }),
    ];
    const options = { redisUrl: backend === 'redis' ? redisUrl : undefined, logger };
    const [first, second] = pools;
    if (!first || !second) throw new Error('two pools');
    here = createLive({ ...options, pool: first });
    there = createLive({ ...options, pool: second });
  });

  afterAll(async () => {
    await Promise.all([here.close(), there.close()]);
    await Promise.all(pools.map((pool) => pool.end()));
    await database.drop();
  });

  test('a change told in one process is heard in another, by its tenant only', async () => {
    const [tenant, other, id] = [anId(), anId(), anId()];
    const heard: LiveEvent[] = [];
    const misheard: LiveEvent[] = [];
    const stop = there.subscribe(tenant, (event) => heard.push(event));
    there.subscribe(other, (event) => misheard.push(event));
    await until(() => {
      if (heard.length === 0) here.publish(tenant, { topic: 'bookings', ids: [id] });
      return heard.length > 0;
    });
    expect(heard[0]).toEqual({ topic: 'bookings', ids: [id] });
    stop();
    const count = heard.length;
    here.publish(tenant, { topic: 'bookings', ids: [id] });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect([heard.length, misheard.length]).toEqual([count, 0]);
  });

  test('a burst is heard once for each topic; more than fifty ids are "read all again"', async () => {
    const tenant = anId();
    const heard: LiveEvent[] = [];
    there.subscribe(tenant, (event) => heard.push(event));
    for (let told = 0; told < 60; told += 1) here.publish(tenant, { topic: 'messages', ids: [anId()] });
    here.publish(tenant, { topic: 'bookings', ids: [tenant] });
    await until(() => heard.length >= 2);
    expect(heard).toEqual([
      { topic: 'messages', ids: [] },
      { topic: 'bookings', ids: [tenant] },
    ]);
  });
});

describe('the stream', () => {
  let app: HttpApp;
  let readiness: Readiness;
  let tell: ((event: LiveEvent) => void) | undefined;
  let mayStay: () => Promise<boolean>;
  const tenantId = anId();

  beforeEach(async () => {
    readiness = createReadiness();
    readiness.ready();
    mayStay = async () => true;
    app = await buildHttpApp({
      logger,
      metrics: createMetrics({ app: 'test', withProcess: false }),
      readiness,
      trustedProxies: [],
    });
    const live: Live = {
      publish: () => {},
      subscribe: (_tenant, listener) => {
        tell = listener;
        return () => {
          tell = undefined;
        };
      },
      close: async () => {},
    };
    liveRoutes(app, live, {
      readiness,
      contextOf: () => tenantContext(tenantId, { kind: 'user', id: 'ann', role: 'owner' }),
      mayStay: () => mayStay(),
      mostPerPerson: 2,
      heartbeatMs: 50,
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
  });

  afterEach(() => app.close());

  async function open() {
    const leaving = new AbortController();
    const address = app.server.address();
    if (!address || typeof address === 'string') throw new Error('not listening');
    const answer = await fetch(`http://127.0.0.1:${address.port}/api/v1/tenants/${tenantId}/live`, {
      signal: leaving.signal,
    });
    let text = '';
    let isEnded = false;
    void (async () => {
      for await (const chunk of answer.body ?? []) text += Buffer.from(chunk).toString();
      isEnded = true;
    })().catch(() => {});
    return { answer, leave: () => leaving.abort(), text: () => text, isEnded: () => isEnded };
  }

  test('says that it stands, passes changes on, and beats', async () => {
    const stream = await open();
    expect(stream.answer.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.answer.headers.get('x-accel-buffering')).toBe('no');
    expect(stream.answer.headers.get('x-request-id')).toBeTruthy();
    tell?.({ topic: 'bookings', ids: [tenantId] });
    await until(() => stream.text().includes(': beat'));
    expect(stream.text()).toContain(`event: change\ndata: {"topic":"bookings","ids":["${tenantId}"]}\n\n`);
  });

  test('a person has so many at once and no more; a closed one frees its place', async () => {
    const first = await open();
    await open();
    expect((await open()).answer.status).toBe(429);
    first.leave();
    await until(async () => (await open()).answer.status === 200);
  });

  test('ends with the next beat when its reader is no member any more, and not when that cannot be asked', async () => {
    const stream = await open();
    mayStay = async () => {
      throw new Error('the database is away');
    };
    await until(() => stream.text().split(': beat').length > 3);
    expect(stream.isEnded()).toBe(false);
    mayStay = async () => false;
    await until(stream.isEnded);
    expect(tell).toBeUndefined();
  });

  test('a process that shuts down ends its streams, and closes without waiting for them', async () => {
    const stream = await open();
    readiness.drain();
    await until(stream.isEnded);
    expect(tell).toBeUndefined();
    await app.close();
  });
});
