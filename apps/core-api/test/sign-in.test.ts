import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CoreApiFixture, createCoreApiFixture } from './core-api.fixture.ts';

describe('a signed-in person', () => {
  let api: CoreApiFixture;
  beforeAll(async () => {
    api = await createCoreApiFixture();
  });
  afterAll(() => api.close());

  it('sees the tenants they belong to, and no other', async () => {
    const [mine] = [await api.createTenant({ number: '+15125550111' }), await api.createTenant()];
    const person = await api.createPerson(mine);
    const me = JSON.parse((await api.request('GET', '/api/v1/me', { as: person })).body);
    expect(me.tenants).toMatchObject([{ id: mine.tenantId, slug: mine.slug, role: 'owner' }]);
  });

  it('gets 404 for another business as for none, and 401 when not signed in', async () => {
    const [mine, theirs] = [await api.createTenant(), await api.createTenant()];
    const person = await api.createPerson(mine);
    const answers = await Promise.all(
      [theirs.tenantId, '01900000-0000-7000-8000-000000000000', 'nonsense'].map((id) =>
        api.request('GET', `/api/v1/tenants/${id}/home`, { as: person }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404]);
    expect((await api.request('GET', `/api/v1/tenants/${mine.tenantId}/home`)).status).toBe(401);
    expect((await api.request('GET', `/api/v1/tenants/${mine.tenantId}/home`, { as: person })).status).toBe(
      200,
    );
  });

  it('changes nothing as a viewer, in a suspended business, or from a page of another site', async () => {
    const tenant = await api.createTenant();
    const suspended = await api.createTenant({ status: 'suspended' });
    const [viewer, owner, ownerOfSuspended] = [
      await api.createPerson(tenant, 'viewer'),
      await api.createPerson(tenant),
      await api.createPerson(suspended),
    ];
    const path = (id: string) => `/api/v1/tenants/${id}/bookings`;
    expect((await api.request('POST', path(tenant.tenantId), { as: viewer, body: {} })).status).toBe(403);
    expect(
      (await api.request('POST', path(suspended.tenantId), { as: ownerOfSuspended, body: {} })).status,
    ).toBe(403);
    expect(
      (
        await api.request('POST', path(tenant.tenantId), {
          as: owner,
          body: {},
          headers: { origin: 'https://evil.test' },
        })
      ).status,
    ).toBe(403);
  });

  it('cannot sign up by themselves', async () => {
    const answer = await api.request('POST', '/api/auth/sign-up/email', {
      body: { name: 'x', email: 'new@example.test', password: 'a long password' },
    });
    expect(answer.status).toBe(400);
  });

  it('signs in with the right password only, and the answer does not say which part was wrong', async () => {
    const { email: known } = await api.createPerson(await api.createTenant());
    const bodies = await Promise.all(
      ['nobody@example.test', known].map((email) =>
        api.request('POST', '/api/auth/sign-in/email', { body: { email, password: 'wrong password' } }),
      ),
    );
    expect(bodies.map((answer) => answer.status)).toEqual([401, 401]);
    expect(bodies[0]?.body).toBe(bodies[1]?.body);
  });
});
