import http from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTrailReader } from '../src/simulator/trail-reader.ts';
import { number, person, startDemoCarrier, text } from './demo-carrier.ts';

let demo: Awaited<ReturnType<typeof startDemoCarrier>>;
beforeEach(async () => {
  demo = await startDemoCarrier();
});
afterEach(() => demo.close());

describe('the simulator’s page', () => {
  it('is served whole from here, under a policy that lets nothing else in', async () => {
    const page = await fetch(`${demo.standIns.baseUrl}/`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const paths = [...html.matchAll(/(?:href|src)="(\/[^"]+)"|:"(\/vendor[^"]+)"/g)].map(
      (match) => match[1] ?? match[2],
    );
    expect(paths.length).toBeGreaterThan(5);
    for (const path of [...paths, '/page/app.ts', '/vendor/inter.woff2']) {
      expect((await fetch(demo.standIns.baseUrl + path)).status).toBe(200);
    }
  });

  it('lists the businesses, and a new customer’s number that nobody has', async () => {
    const config = await (await fetch(`${demo.standIns.baseUrl}/__sim/config`)).json();
    expect(config).toMatchObject({ hasTrail: false, newPerson: '+15125550190' });
    expect(config.businesses[0]).toMatchObject({ number, name: 'Clean Machine', slug: 'clean-machine' });
    await text(demo.standIns, 'Hi', number, '+15125550190');
    const again = await (await fetch(`${demo.standIns.baseUrl}/__sim/config`)).json();
    expect(again.newPerson).toBe('+15125550191');
  });

  it('tells of each bubble of its thread as it happens, and of no other thread', async () => {
    const stop = new AbortController();
    const query = new URLSearchParams({ number, person });
    const stream = await fetch(`${demo.standIns.baseUrl}/__sim/events?${query}`, { signal: stop.signal });
    await text(demo.standIns, 'not mine', number, '+15125550124');
    await text(demo.standIns, 'mine');
    let seen = '';
    for await (const chunk of stream.body ?? []) {
      seen += Buffer.from(chunk).toString('utf8');
      if (/"deliveredAt":"/.test(seen)) break;
    }
    stop.abort();
    expect(seen).toContain('"body":"mine"');
    expect(seen).not.toContain('not mine');
  });
});

describe('the trail', () => {
  const tenantId = '0198a1c2-0000-7000-8000-000000000001';

  it('is read as the demo’s viewer, who signs in again when the session has ended', async () => {
    let signIns = 0;
    const core = http.createServer((request, response) => {
      const answer = (status: number, body: unknown, headers = {}) => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(JSON.stringify(body));
      };
      if (request.url === '/api/auth/sign-in/email') {
        signIns += 1;
        return answer(200, {}, { 'set-cookie': [`session=${signIns}; Path=/; HttpOnly`] });
      }
      // The first session is not good any more.
      if (request.headers.cookie !== 'session=2') return answer(401, {});
      const expected = `/api/v1/tenants/${tenantId}/trail?phone=${encodeURIComponent(person)}`;
      return request.url === expected
        ? answer(200, { timeZone: 'America/Chicago', turns: [] })
        : answer(404, {});
    });
    await new Promise<void>((resolve) => core.listen(0, '127.0.0.1', resolve));
    const address = core.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const reader = createTrailReader({
      coreApiUrl: `http://127.0.0.1:${port}`,
      appOrigin: 'http://app.localhost:3000',
      email: 'viewer@example.com',
      password: 'not-a-secret',
    });
    expect(await reader.readTrail(tenantId, person)).toEqual({ timeZone: 'America/Chicago', turns: [] });
    expect(await reader.readTrail('0198a1c2-0000-7000-8000-000000000002', person)).toBeNull();
    expect(signIns).toBe(2);
    core.close();
  });
});
