export type EdgeTarget = 'core-api' | 'telephony-gateway' | 'web-admin' | 'stand-ins' | 'site-renderer';

/**
 * Which process answers a request, by path and host, as Caddy does in production (infra/Caddyfile). Hosts nobody knows
 * go to site-renderer, which answers 404 in words.
 */
export function routeRequest(host: string | undefined, path: string | undefined): EdgeTarget {
  const pathname = /^[^?#]*/.exec(originForm(path))?.[0] ?? '/';
  if (isUnder(pathname, '/api')) return 'core-api';
  if (isUnder(pathname, '/twilio')) return 'telephony-gateway';
  const name = hostName(host);
  if (name === 'app.localhost') return 'web-admin';
  if (name === 'phone.localhost') return 'stand-ins';
  return 'site-renderer';
}

/** The path of a request line: a client may also send the whole URL there (RFC 9112, 3.2.2). */
export function originForm(path: string | undefined): string {
  const rest = (path ?? '/').replace(/^https?:\/\/[^/?#]*/i, '');
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** The host without port and trailing dot, in lower case. */
export function hostName(host: string | undefined): string {
  return (host ?? '').toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
}

function isUnder(pathname: string, prefix: string): boolean {
  return pathname === prefix || pathname.startsWith(`${prefix}/`);
}
