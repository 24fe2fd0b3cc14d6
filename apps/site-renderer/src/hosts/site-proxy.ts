import { type NextRequest, NextResponse } from 'next/server';
import type { HostDirectory } from './host-directory.ts';
import { requestedHost } from './host-name.rules.ts';
import { neutralPage } from './neutral-page.ts';
import { securityHeaders } from './security-headers.data.ts';

/** Paths a site has, and what they are rewritten to under /s/<host>. */
const sitePaths: Readonly<Record<string, string>> = {
  '/': '',
  '/book': '/book',
  '/sitemap.xml': '/sitemap',
  '/robots.txt': '/robots',
};
/** A page of no tenant, as light as a page can be: the floor that cached pages are measured against. */
const floorPath = '/static-floor';
/** Pages are read; what a visitor sends goes to core-api by /api. */
const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const internalPaths: ReadonlySet<string> = new Set(['/internal/revalidate', '/internal/health']);

/**
 * Decides about every request but static files: host → tenant → a path that holds the host, so that no cache key is
 * shared by two tenants. Whatever is not listed here is a 404 in words; nothing is redirected.
 */
export function createSiteProxy(directory: HostDirectory): (request: NextRequest) => Promise<Response> {
  return async (request) => {
    // Not nextUrl: it hides slashes and prefixes that Next itself understands.
    const path = new URL(request.url).pathname.replace(/(?<=.)\/$/, '');
    if (internalPaths.has(path)) return NextResponse.next();
    if (!readingMethods.has(request.method))
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    const language = request.headers.get('accept-language');
    const requested = requestedHost(request.headers.get('host'), request.headers.get('x-forwarded-host'));
    if (requested.kind === 'misdirected') return misdirected(language);
    if (requested.kind === 'internal') return neutralPage('unknownHost', language);
    const entry = await directory.find(requested.host).catch(() => null);
    if (entry === null) return neutralPage('unavailable', language);
    if (entry.kind === 'unknown') return neutralPage('unknownHost', language);
    if (entry.kind === 'suspended') return neutralPage('suspended', language);
    if (path === floorPath) return secured(NextResponse.next());
    const target = Object.hasOwn(sitePaths, path) ? sitePaths[path] : undefined;
    if (target === undefined) return neutralPage('notFound', language);
    // A query string is the browser's business: pages are the same for every one of them.
    return secured(NextResponse.rewrite(new URL(`/s/${requested.host}${target}`, request.url)));
  };
}

function misdirected(language: string | null): Response {
  const page = neutralPage('unknownHost', language);
  return new Response(page.body, { status: 421, headers: page.headers });
}

function secured(response: NextResponse): NextResponse {
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  return response;
}
