import { expect, test } from '@playwright/test';
import { isolationRounds } from '../env.ts';
import { hostileRequests } from './hostile-requests.data.ts';
import { openSiteLab, revalidate, type SiteLab, sendRaw, setCanary } from './site-lab.ts';

const tenants = [
  { slug: 'clean-machine', host: 'clean-machine.localhost', id: '01990000-0000-7000-8000-000000000001' },
  { slug: 'green-acre', host: 'green-acre.localhost', id: '01990000-0000-7000-8000-000000000002' },
] as const;
const [one, other] = tenants;
type Slug = (typeof tenants)[number]['slug'];

let lab: SiteLab;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  lab = await openSiteLab();
});
test.afterAll(async () => {
  await lab?.close();
});

test('of interleaved cold requests with forged hosts, each is answered with its own tenant or with none', async () => {
  test.setTimeout(600_000);
  let answered = 0;
  for (let round = 0; round < isolationRounds(); round += 1) {
    const canaries = await freshCanaries(round);
    const requests = hostileRequests.flatMap((hostile) =>
      lab.renderers.flatMap((port) =>
        tenants.map(async (tenant) => {
          const foe = tenant === one ? other : one;
          const target = hostile.target(tenant.host, foe.host);
          const answer = await sendRaw(port, target, hostile.headers(tenant.host, foe.host));
          const where = `${hostile.name} to ${tenant.slug} on ${port}, status ${answer.status}`;
          expect(answer.body.includes(canaries[foe.slug]), where).toBe(false);
          // Next sends an absolute target back to itself before any code of ours runs; an edge never passes one on.
          const { location = '' } = answer.headers;
          if (location !== target) expect(location, where).not.toMatch(/^(https?:)?\/\//);
          if (answer.status === 200) expect(answer.body.includes(canaries[tenant.slug]), where).toBe(true);
          if (hostile.name === 'plain') expect(answer.status, where).toBe(200);
          answered += 1;
        }),
      ),
    );
    await Promise.all(requests);
  }
  expect(answered).toBe(isolationRounds() * hostileRequests.length * lab.renderers.length * tenants.length);
});

test('revalidating one tenant leaves the other tenant’s page byte for byte, and still kept', async () => {
  for (const port of lab.renderers) {
    await freshCanaries(port);
    const front = (tenant: (typeof tenants)[number], path = '/') =>
      sendRaw(port, path, ['Host', tenant.host]);
    const first = await front(one);
    const before = await front(other);
    await front(other, '/book');
    await setCanary(lab, one.slug, 'canary-after-the-change');
    expect(await revalidate(port, one.id)).toBe(204);
    const after = await front(other);
    expect(after.body === before.body).toBe(true);
    expect(after.headers['x-nextjs-cache']).toBe('HIT');
    expect((await front(other, '/book')).headers['x-nextjs-cache']).toBe('HIT');
    const renewed = await front(one);
    expect(first.body.includes('canary-after-the-change')).toBe(false);
    expect(renewed.body.includes('canary-after-the-change')).toBe(true);
  }
});

test('revalidation needs the secret, and says no more than a path that is not there', async () => {
  const [port = 0] = lab.renderers;
  expect(await revalidate(port, one.id, 'a-wrong-secret-of-this-test')).toBe(404);
  expect(await revalidate(port, 'not-an-id')).toBe(400);
});

test('no page sends internal tags, and every page sends its policy, kept or not', async () => {
  const [port = 0] = lab.renderers;
  await revalidate(port, one.id);
  for (const expected of ['MISS', 'HIT']) {
    const answer = await sendRaw(port, '/', ['Host', one.host]);
    expect(answer.headers['x-nextjs-cache']).toBe(expected);
    expect(answer.headers['x-next-cache-tags']).toBeUndefined();
    expect(answer.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-/);
    expect(answer.headers['content-security-policy']).not.toContain('unsafe');
  }
});

test('a host nobody has is a 404 or 421 in words, with nothing of a tenant and no redirect to it', async () => {
  const hosts = [
    'nobody.localhost',
    'evil.example',
    'clean-machine.localhost.evil.example',
    'evil-clean-machine.localhost',
    'clean-machine',
    'localhost',
    '127.0.0.1',
    '169.254.169.254',
    '[::1]',
    '0x7f000001',
    '2130706433',
    'clean-machine.localhost@evil.example',
    'evil.example:80',
    'clean-machine.localhost:80:80',
    'clean-machine.localhost,evil.example',
    'clean-machine.localhost evil.example',
    'clean-machine.localhost/evil',
    'clean-machine.localhost?x',
    'clean-machine.localhost#x',
    '..',
    '.',
    '-',
    '*',
    '%00',
    '%2e%2e',
    'clean-machine%2elocalhost',
    'clean-machine..localhost',
    `${'a'.repeat(64)}.localhost`,
    `${'a.'.repeat(140)}localhost`,
    'xn--.localhost',
    'CLEAN-MACHINE.EXAMPLE',
    'www.clean-machine.localhost',
  ];
  const [port = 0] = lab.renderers;
  for (const host of hosts) {
    const answer = await sendRaw(port, '/', ['Host', host]);
    expect([400, 404, 421], host).toContain(answer.status);
    expect(answer.body, host).not.toMatch(/Clean Machine|Green Acre|canary/);
    expect(answer.headers.location, host).toBeUndefined();
  }
});

test('a suspended tenant gets a neutral page', async () => {
  const [port = 0] = lab.renderers;
  const answer = await sendRaw(port, '/', ['Host', 'resting.localhost']);
  expect(answer.status).toBe(503);
  expect(answer.body).not.toContain('Clean Machine');
});

/** New words for both tenants, and nothing kept of the old ones: the next requests start cold. */
async function freshCanaries(round: number): Promise<Record<Slug, string>> {
  const canaryOf = (slug: Slug) => `canary-${slug}-${round}-${Date.now()}`;
  const canaries = { [one.slug]: canaryOf(one.slug), [other.slug]: canaryOf(other.slug) };
  for (const { slug } of tenants) await setCanary(lab, slug, canaries[slug]);
  for (const port of lab.renderers)
    for (const { id } of tenants) expect(await revalidate(port, id)).toBe(204);
  return canaries;
}
