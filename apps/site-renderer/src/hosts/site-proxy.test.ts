import { NextRequest } from 'next/server';
import { describe, expect, test } from 'vitest';
import type { HostEntry } from './host-directory.ts';
import { createSiteProxy } from './site-proxy.ts';

const entries: Readonly<Record<string, HostEntry>> = {
  'a.example': { kind: 'active', tenantId: 'tenant-a' },
  'b.example': { kind: 'active', tenantId: 'tenant-b' },
  'resting.example': { kind: 'suspended' },
};
const proxy = createSiteProxy({
  find: async (host) => {
    if (host === 'down.example') throw new Error('core-api is down');
    return entries[host] ?? { kind: 'unknown' };
  },
});

function ask(path: string, headers: Record<string, string>): Promise<Response> {
  return proxy(new NextRequest(`http://127.0.0.1:3005${path}`, { headers }));
}

const rewriteOf = (response: Response) =>
  new URL(response.headers.get('x-middleware-rewrite') ?? 'none:').pathname;

describe('the proxy in front of the sites', () => {
  test.each([
    ['/', '/s/a.example'],
    ['/book', '/s/a.example/book'],
    ['/book/', '/s/a.example/book'],
    ['/book?service=x&at=y', '/s/a.example/book'],
    ['/sitemap.xml', '/s/a.example/sitemap'],
    ['/robots.txt', '/s/a.example/robots'],
  ])('%s of a site is made under its host', async (path, target) => {
    const response = await ask(path, { host: 'a.example' });
    expect(rewriteOf(response)).toBe(target);
    expect(response.headers.get('x-frame-options')).toBe('DENY');
  });

  test.each([
    '/s/b.example',
    '/s/b.example/book',
    '/S/b.example',
    '/admin',
    '/__proto__',
    '/constructor',
    '/_next/image?url=http://169.254.169.254/',
    '/_next/data/x.json',
    '/book/..%2fs%2fb.example',
    '//evil.example/',
  ])('%s is a 404 in words', async (path) => {
    const response = await ask(path, { host: 'a.example' });
    expect(response.status).toBe(404);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain('This page does not exist');
  });

  test.each([
    [{ host: 'nobody.example' }, 404],
    [{ host: '127.0.0.1:3005' }, 404],
    [{ host: 'a.example', 'x-forwarded-host': 'b.example' }, 421],
    [{ host: 'resting.example' }, 503],
    [{ host: 'down.example' }, 503],
  ])('%j gets a neutral page, kept by nobody', async (headers, status) => {
    const response = await ask('/', headers);
    expect(response.status).toBe(status);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).not.toMatch(/a\.example|b\.example|tenant-/);
  });

  test('a neutral page speaks the visitor language', async () => {
    const response = await ask('/', { host: 'nobody.example', 'accept-language': 'es-MX,es;q=0.9' });
    expect(await response.text()).toContain('Aquí no hay ningún sitio');
  });

  test('a page takes nothing in', async () => {
    const request = new NextRequest('http://127.0.0.1:3005/', {
      method: 'POST',
      headers: { host: 'a.example' },
    });
    expect((await proxy(request)).status).toBe(405);
  });

  test('the internal routes ask for no host', async () => {
    const response = await ask('/internal/health', { host: '127.0.0.1:3005' });
    expect(response.headers.get('x-middleware-next')).toBe('1');
  });
});
