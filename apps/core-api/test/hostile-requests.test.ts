import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CoreApiFixture, createCoreApiFixture, type Person } from './core-api.fixture.ts';

describe('a hostile request', () => {
  let api: CoreApiFixture;
  let person: Person;
  let base: string;
  beforeAll(async () => {
    api = await createCoreApiFixture();
    const tenant = await api.createTenant();
    person = await api.createPerson(tenant);
    base = `/api/v1/tenants/${tenant.tenantId}`;
  });
  afterAll(() => api.close());

  it('from a page of another site changes nothing, however its path is written', async () => {
    const paths = ['/api/v1', '/api/%761', '/%61pi/v1', '/api/v%31'].map(
      (prefix) => `${base.replace('/api/v1', prefix)}/conversations/${randomUUID()}/takeover`,
    );
    const answers = await Promise.all(
      paths.map((path) =>
        api.request('POST', path, { as: person, headers: { origin: 'https://evil.test' } }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403]);
  });

  it('with a NUL where text belongs is a 400, not a fault of ours', async () => {
    const answers = await Promise.all([
      api.request('GET', `${base}/conversations?search=%00a`, { as: person }),
      api.request('GET', `${base}/trail?phone=%2B1512555%000`, { as: person }),
      api.request('POST', `${base}/bookings`, {
        as: person,
        body: {
          ...{ serviceId: randomUUID(), assetClassId: randomUUID(), startsAt: '2026-05-14T10:00' },
          ...{ customerName: 'a\u0000b', customerPhone: '(512) 555-0123', idempotencyKey: 'key-\u0000-key' },
        },
      }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([400, 400, 400]);
  });

  it('with a cursor that nobody gave out starts from the first page', async () => {
    const cursors = ['-271821-04-20T00:00:00Z', '+275760-09-13T00:00:00Z', '0000-01-01T00:00:00Z', 'x'].map(
      (at) => Buffer.from(JSON.stringify([at, randomUUID()])).toString('base64url'),
    );
    const answers = await Promise.all(
      cursors.map((cursor) => api.request('GET', `${base}/conversations?cursor=${cursor}`, { as: person })),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
  });

  it('for a day that no calendar has is refused in words', async () => {
    const answers = await Promise.all(
      ['0000-01-01', '9999-12-31', '2026-02-30'].map((day) =>
        api.request('GET', `${base}/calendar?day=${day}`, { as: person }),
      ),
    );
    for (const answer of answers) expect(answer.status).toBe(400);
  });

  it('cannot try passwords without end by naming other addresses', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 14; n += 1) {
      const answer = await api.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        remoteAddress: '203.0.113.9',
        headers: { origin: 'http://app.localhost:3000', 'x-forwarded-for': `198.51.100.${n}` },
        payload: { email: person.email, password: 'not the right one' },
      });
      statuses.push(answer.statusCode);
    }
    expect(statuses).toContain(429);
  });
});
