import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineErrors } from '../app-error.ts';
import { createLogger } from '../logger.ts';
import { createMetrics } from '../metrics.ts';
import { createReadiness, type Readiness } from '../shutdown.ts';
import { buildHttpApp, type HttpApp } from './build-http-app.ts';
import { renderOpenApi } from './open-api.ts';

const errors = defineErrors('tea', {
  cupTaken: { status: 409, message: 'That cup is taken.' },
});

let app: HttpApp;
let readiness: Readiness;
let lines: string[];
let openGate: () => void;

beforeEach(async () => {
  lines = [];
  readiness = createReadiness();
  app = await buildHttpApp({
    logger: createLogger({
      name: 'test',
      level: 'info',
      destination: { write: (line: string) => lines.push(line) },
    }),
    metrics: createMetrics({ app: 'test', withProcess: false }),
    readiness,
    trustedProxies: ['127.0.0.1'],
    bodyLimitBytes: 200,
    rateLimit: { max: 20 },
    loadShedding: { maxInFlight: 1 },
    openApi: { title: 'Tea', version: '1', path: '/api/openapi.json' },
  });
  app.post(
    '/api/cups',
    {
      schema: {
        body: z.strictObject({ size: z.int().min(1) }),
        response: { 200: z.object({ size: z.int() }) },
      },
    },
    async (request) => ({ size: request.body.size }),
  );
  app.get('/api/taken', async () => {
    throw errors.cupTaken({ cause: new Error('secret cause'), extensions: { alternatives: ['blue'] } });
  });
  app.get('/api/bug', async () => {
    throw new Error('call +15125550123 or ann@example.com');
  });
  app.get('/api/no-database', async () => {
    throw Object.assign(new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]));
  });
  const gate = Promise.withResolvers<void>();
  openGate = gate.resolve;
  app.get('/api/slow', async () => {
    await gate.promise;
    return {};
  });
  app.post('/api/open', { config: { traffic: 'critical' } }, async () => {
    gate.resolve();
    return {};
  });
});

afterEach(() => app.close());

describe('answers', () => {
  test('a body as the schema says is served', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/cups', payload: { size: 2 } });
    expect([answer.statusCode, answer.json()]).toEqual([200, { size: 2 }]);
  });

  test('a wrong field is named in a problem document', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/cups',
      payload: { size: 0, colour: 'red' },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      code: 'http.invalid-request',
      status: 400,
      title: expect.any(String),
    });
    expect(answer.json().errors.map((error: { path: string }) => error.path)).toContain('body/size');
  });

  test.each([
    [
      'malformed JSON is a 400',
      { payload: '{"size":', headers: { 'content-type': 'application/json' } },
      400,
      'http.malformed-json',
    ],
    ['no body is a 400', { headers: { 'content-type': 'application/json' } }, 400, 'http.malformed-json'],
    [
      'a body over the limit is a 413',
      { payload: { size: 1, pad: 'x'.repeat(300) } },
      413,
      'http.body-too-large',
    ],
    [
      'text that claims to be nothing is a 415',
      { payload: 'size=1', headers: { 'content-type': 'text/plain' } },
      415,
      'http.unsupported-media-type',
    ],
  ])('%s', async (_title, request, status, code) => {
    const answer = await app.inject({ method: 'POST', url: '/api/cups', ...request });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  test('an address nobody serves is a 404 problem', async () => {
    const answer = await app.inject('/api/nothing');
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'http.not-found']);
  });

  test("a slice's error keeps its code, status and extra members, and never shows its cause", async () => {
    const answer = await app.inject('/api/taken');
    expect(answer.json()).toMatchObject({
      code: 'tea.cup-taken',
      status: 409,
      alternatives: ['blue'],
      detail: 'That cup is taken.',
    });
    expect(answer.body).not.toContain('secret cause');
  });

  test('a fault is a 500 that says nothing of why', async () => {
    const answer = await app.inject('/api/bug');
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'http.internal']);
    expect(answer.body).not.toContain('5125550123');
  });

  test('Postgres gone is a 503 that says when to come back', async () => {
    const answer = await app.inject('/api/no-database');
    expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([
      503,
      'http.database-unavailable',
      '2',
    ]);
  });
});

describe('request ids', () => {
  test('a harmless one of the caller is kept, a strange one replaced', async () => {
    const kept = await app.inject({ url: '/api/taken', headers: { 'x-request-id': 'abcdefgh-1' } });
    const replaced = await app.inject({
      url: '/api/taken',
      headers: { 'x-request-id': 'a b\tc "quoted" and long' },
    });
    expect(kept.headers['x-request-id']).toBe('abcdefgh-1');
    expect(kept.json().requestId).toBe('abcdefgh-1');
    expect(replaced.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('limits', () => {
  test('the 21st request of an address in a minute is a 429 with Retry-After, probes excepted', async () => {
    const visit = () => app.inject({ url: '/api/taken', headers: { 'x-forwarded-for': '203.0.113.5' } });
    for (let sent = 0; sent < 20; sent += 1) await visit();
    const refused = await visit();
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'http.rate-limited']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await app.inject('/health/live')).statusCode).toBe(200);
  });

  test('our own servers, which do not come through the edge, are not counted', async () => {
    for (let sent = 0; sent < 30; sent += 1) await app.inject('/api/taken');
    expect((await app.inject('/api/taken')).statusCode).toBe(409);
    const stranger = () => app.inject({ url: '/api/taken', remoteAddress: '198.51.100.7' });
    for (let sent = 0; sent < 20; sent += 1) await stranger();
    expect((await stranger()).statusCode).toBe(429);
  });

  test('more standard requests at once than allowed are shed; webhooks are not', async () => {
    const slow = app.inject('/api/slow');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const shed = await app.inject('/api/taken');
    expect([shed.statusCode, shed.json().code, shed.headers['retry-after']]).toEqual([
      503,
      'http.overloaded',
      '1',
    ]);
    expect((await app.inject({ method: 'POST', url: '/api/open', payload: {} })).statusCode).toBe(200);
    expect((await slow).statusCode).toBe(200);
    expect((await app.inject('/api/taken')).statusCode).toBe(409);
  });
});

describe('health', () => {
  test('ready only between ready() and drain()', async () => {
    expect((await app.inject('/health/ready')).statusCode).toBe(503);
    readiness.ready();
    expect((await app.inject('/health/ready')).statusCode).toBe(200);
    readiness.drain();
    expect((await app.inject('/health/ready')).json()).toEqual({
      status: 'unavailable',
      failing: ['readiness'],
    });
  });

  test('figures are for inside only', async () => {
    await app.inject('/api/taken');
    expect((await app.inject('/metrics')).body).toContain('http_request_seconds_count');
    expect(
      (await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.5' } })).statusCode,
    ).toBe(404);
  });
});

describe('shutting down', () => {
  test('what is under way is answered and told that the connection ends, and nothing new gets in', async () => {
    readiness.ready();
    await app.listen({ port: 0, host: '127.0.0.1' });
    const address = app.server.address();
    if (!address || typeof address === 'string') throw new Error('not listening');
    const url = `http://127.0.0.1:${address.port}`;
    const slow = fetch(`${url}/api/slow`);
    await new Promise((resolve) => setTimeout(resolve, 30));
    readiness.drain();
    const closing = app.close();
    await fetch(`${url}/api/taken`).then(
      () => expect.unreachable('the port is still open'),
      () => {},
    );
    openGate();
    const answer = await slow;
    await closing;
    expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
  });
});

describe('what tests and tools read', () => {
  test('every route is in the list, without the HEAD routes nobody wrote', async () => {
    await app.ready();
    expect(app.routeList.map((route) => `${route.method} ${route.url}`)).toEqual(
      expect.arrayContaining(['POST /api/cups', 'GET /health/live', 'GET /api/openapi.json']),
    );
    expect(app.routeList.some((route) => route.method === 'HEAD')).toBe(false);
  });

  test('the OpenAPI 3.1 document has the bodies, the problem, and no internal route', async () => {
    const document = JSON.parse(await renderOpenApi(app));
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).not.toContain('/health/live');
    expect(
      document.paths['/api/cups'].post.responses.default.content['application/problem+json'],
    ).toBeDefined();
    expect(document.components.schemas.Problem.required).toContain('code');
    expect((await app.inject('/api/openapi.json')).json()).toEqual(document);
  });

  test('the log has the route and the request id, and no phone number, address or body', async () => {
    await app.inject('/api/bug?phone=%2B15125550123');
    const log = lines.join('');
    expect(log).toContain('/api/bug');
    expect(log).toContain('requestId');
    expect(log).not.toMatch(/5125550123|ann@example/);
  });
});
