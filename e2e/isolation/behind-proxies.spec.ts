import { expect, test } from '@playwright/test';
import { type HostVariant, hostVariants, internalTargets } from './host-variants.data.ts';
import {
  credulous,
  type Edge,
  openEdge,
  openWitness,
  proxyPrograms,
  sendSecure,
  type Witness,
} from './proxy-edge.fixture.ts';
import {
  type Answer,
  openSiteLab,
  revalidate,
  revalidateSecret,
  type SiteLab,
  sendRaw,
  setCanary,
} from './site-lab.ts';

const one = {
  slug: 'clean-machine',
  host: 'clean-machine.localhost',
  id: '01990000-0000-7000-8000-000000000001',
};
const other = {
  slug: 'green-acre',
  host: 'green-acre.localhost',
  id: '01990000-0000-7000-8000-000000000002',
};
type Tenant = typeof one;
const app = 'app.localhost';
const canaryOf = ({ slug }: Tenant) => `canary-of-${slug}`;
const ofATenant = /Clean Machine|Green Acre|canary/;
/** A page, and an answer of core-api that says whose site it is. */
const paths = ['/', '/api/v1/public/site'];
const refusals = [400, 404, 421];

let lab: SiteLab;
let witness: Witness;
test.beforeAll(async () => {
  [lab, witness] = await Promise.all([openSiteLab(), openWitness()]);
  for (const tenant of [one, other]) await setCanary(lab, tenant.slug, canaryOf(tenant));
});
test.afterAll(async () => {
  witness?.close();
  await lab?.close();
});

const upstreams = () => ({ coreApi: lab.coreApi, witness: witness.port, renderers: lab.renderers });

for (const proxy of ['caddy', 'nginx'] as const) {
  test.describe(`behind ${proxy}`, () => {
    test.skip(proxyPrograms[proxy] === '', `${proxy} is not installed`);
    let edge: Edge;
    const send = (
      servername: string,
      target: string,
      headers: readonly string[],
      method?: string,
      body?: string,
    ) => sendSecure(edge.httpsPort, servername, target, headers, method, body);
    test.beforeAll(async () => {
      edge = await openEdge(proxy, { coreApi: lab.coreApi, witness: witness.port, renderers: lab.renderers });
    });
    test.afterAll(async () => {
      await edge?.close();
    });

    test('a known host gets its own page whatever the client claims, an unknown one a refusal', async () => {
      test.setTimeout(120_000);
      for (const [own, foe] of [
        [one, other],
        [other, one],
      ] as const)
        for (const path of paths)
          for (const variant of hostVariants) {
            const target = variant.target?.(path, own.host, foe.host) ?? path;
            // The handshake names the other tenant: it must not count either.
            const answer = await send(foe.host, target, variant.headers(own.host, foe.host));
            judge(
              variant,
              answer,
              own,
              foe,
              `${variant.name}, ${own.slug}, ${path}, status ${answer.status}`,
            );
          }
    });

    test('the same look finds a proxy that believes the client', async () => {
      const wrong = await openEdge(proxy, upstreams(), credulous[proxy]);
      const forged = ['Host', one.host, 'X-Forwarded-Host', other.host];
      const answer = await sendSecure(wrong.httpsPort, one.host, '/api/v1/public/site', forged);
      await wrong.close();
      const variant: HostVariant = { name: 'forged', headers: () => forged, owner: 'own' };
      expect(answer.body).toContain(canaryOf(other));
      expect(() => judge(variant, answer, one, other, 'forged')).toThrow();
    });

    test('the way to https is shown to known names alone, and leads to themselves', async () => {
      const plainly = (headers: string[]) => sendRaw(edge.httpPort, '/book?a=b', headers);
      const known = await plainly([
        'Host',
        one.host,
        'X-Forwarded-Host',
        'evil.example',
        'Forwarded',
        'host=evil.example',
      ]);
      expect(known.status).toBe(308);
      expect(known.headers.location).toBe(`https://${one.host}/book?a=b`);
      for (const host of ['evil.example', `${one.host}@evil.example`, '127.0.0.1', 'localhost', '']) {
        const unknown = await plainly(['Host', host, 'X-Forwarded-Host', one.host]);
        expect([400, 421], host).toContain(unknown.status);
        expect(unknown.headers.location, host).toBeUndefined();
      }
    });

    test('what a process reads of host, scheme and address is the edge’s word alone', async () => {
      for (const variant of hostVariants.filter(({ owner }) => owner === 'own')) {
        witness.seen.length = 0;
        await send(app, '/twilio/anything', variant.headers(app, one.host));
        const [seen] = witness.seen;
        const where = `${variant.name}: ${JSON.stringify(seen?.headers)}`;
        expect(seen?.headers['x-forwarded-host']?.toString().toLowerCase(), where).toMatch(
          /^app\.localhost(:\d+)?$/,
        );
        expect(seen?.headers['x-forwarded-proto'], where).toBe('https');
        expect(seen?.headers['x-forwarded-for'], where).toBe('127.0.0.1');
        for (const name of ['forwarded', 'x-real-ip', 'x-middleware-rewrite', 'x-matched-path'])
          expect(seen?.headers[name], where).toBeUndefined();
      }
    });

    test('revalidation, health and metrics are not there from outside, not even with the secret', async () => {
      test.setTimeout(120_000);
      const [port = 0] = lab.renderers;
      const before = await sendRaw(port, '/', ['Host', one.host]);
      await setCanary(lab, one.slug, 'canary-that-nobody-may-fetch');
      witness.seen.length = 0;
      const body = JSON.stringify({ tenantId: one.id });
      const secret = ['Content-Type', 'application/json', 'Authorization', `Bearer ${revalidateSecret}`];
      // A client may ask that the edge's header be dropped on the way, by which a process knows the outside.
      const hop = ['Connection', 'close, X-Forwarded-For, X-Forwarded-Host'];
      for (const host of [one.host, app])
        for (const target of internalTargets)
          for (const method of ['GET', 'POST']) {
            const length = ['Content-Length', method === 'POST' ? String(body.length) : '0'];
            const headers = ['Host', host, ...secret, ...hop, ...length];
            const answer = await send(host, target, headers, method, method === 'POST' ? body : '');
            const where = `${method} ${host}${target}: ${answer.status} ${answer.body.slice(0, 80)}`;
            expect([400, 404, 405], where).toContain(answer.status);
            expect(answer.body, where).not.toContain('"status"');
          }
      expect(witness.seen).toEqual([]);
      expect((await sendRaw(port, '/', ['Host', one.host])).body === before.body).toBe(true);
      // The same request from inside does count, so that the refusals above say something.
      for (const renderer of lab.renderers) expect(await revalidate(renderer, one.id)).toBe(204);
      expect((await sendRaw(port, '/', ['Host', one.host])).body).toContain('canary-that-nobody-may-fetch');
      await setCanary(lab, one.slug, canaryOf(one));
      for (const renderer of lab.renderers) await revalidate(renderer, one.id);
    });
  });
}

function judge(variant: HostVariant, answer: Answer, own: Tenant, foe: Tenant, where: string): void {
  expect(answer.headers.location, where).toBeUndefined();
  const owner = variant.owner === 'target' ? foe : own;
  const stranger = owner === own ? foe : own;
  expect(answer.body.includes(canaryOf(stranger)), where).toBe(false);
  const isRefused = answer.status !== 200;
  if (variant.owner === 'own') expect(isRefused, where).toBe(false);
  if (variant.owner === 'none') expect(isRefused, where).toBe(true);
  if (isRefused) expect(refusals, where).toContain(answer.status);
  if (isRefused) expect(ofATenant.test(answer.body), where).toBe(false);
  else expect(answer.body.includes(canaryOf(owner)), where).toBe(true);
}
