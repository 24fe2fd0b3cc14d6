import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { PublicSite } from '@servicepro/contracts/rest/public';
import { cleanMachine, plainBusiness } from '@servicepro/site-sections/fixtures/sites.data.ts';
import { standInSlots } from './stand-in-slots.ts';

/**
 * Answers the public routes for two made-up tenants, for looking at pages and for tests that need no database.
 * Every answer about a site holds its tenant's canary, and the canary changes with `POST /canary {slug, canary}`.
 */
export function createStandInCoreApi() {
  const canaries = new Map([
    ['clean-machine', 'canary-a'],
    ['green-acre', 'canary-b'],
  ]);
  const sites: Readonly<Record<string, PublicSite>> = {
    'clean-machine.localhost': cleanMachine,
    'green-acre.localhost': plainBusiness,
    'resting.localhost': { ...cleanMachine, tenant: { ...cleanMachine.tenant, status: 'suspended' } },
  };
  const slots = standInSlots();
  return createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://core-api.invalid');
    const host = String(request.headers['x-forwarded-host'] ?? request.headers.host)
      .toLowerCase()
      .replace(/:\d+$/, '');
    if (url.pathname === '/canary') {
      const { slug, canary } = await bodyOf(request);
      canaries.set(String(slug), String(canary));
      return answer(response, 204, null);
    }
    const site = sites[host];
    if (!site) return answer(response, 404, { title: 'Not found', status: 404, code: 'sites.not-found' });
    if (url.pathname === '/api/v1/public/site') return answer(response, 200, withCanary(site, canaries));
    if (url.pathname === '/api/v1/public/slots')
      return answer(response, 200, slots.list(site, url.searchParams));
    if (url.pathname.startsWith('/api/v1/public/holds') && request.method === 'POST') {
      const result = slots.hold(site, await bodyOf(request), url.pathname.split('/')[5] ?? null);
      return answer(response, result.status, result.body);
    }
    if (url.pathname === '/api/v1/public/bookings' && request.method === 'POST') {
      const result = slots.book(site, await bodyOf(request));
      return answer(response, result.status, result.body);
    }
    return answer(response, 404, {
      title: 'Not found',
      status: 404,
      code: 'http.not-found',
      requestId: randomUUID(),
    });
  });
}

function withCanary(site: PublicSite, canaries: ReadonlyMap<string, string>): PublicSite {
  const canary = canaries.get(site.tenant.slug) ?? '';
  return {
    ...site,
    faqs: [...site.faqs, { question: 'Which build is this?', answer: canary }],
  };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text || '{}');
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body === null ? undefined : JSON.stringify(body));
}

const port = Number(process.argv[2]);
if (process.argv[1] === import.meta.filename && port > 0) createStandInCoreApi().listen(port, '127.0.0.1');
