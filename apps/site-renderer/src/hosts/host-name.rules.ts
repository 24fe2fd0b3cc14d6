/** Names by which processes reach each other, and never a tenant's: 127.0.0.1:3005, [::1], site-renderer. */
const internalName = /^(localhost|\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\]|[a-z0-9-]+)$/;
/** RFC 1123 labels with at least one dot, 253 octets at most; punycode is plain ASCII and passes. */
const publicName =
  /^(?=.{3,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

export type RequestedHost =
  | { kind: 'site'; host: string }
  /** Reached by an internal name, with no site in it. */
  | { kind: 'internal' }
  /** Not a name that a site can have, or two names that disagree. */
  | { kind: 'misdirected' };

/**
 * Which site a request is for. Host is the truth. The edge's X-Forwarded-Host counts only where Host is an internal
 * name, as behind a proxy that rewrites it; two public names that differ are nobody's site, so that no cache in
 * front can be made to keep one tenant's page under another's name.
 */
export function requestedHost(host: string | null, forwardedHost: string | null): RequestedHost {
  const direct = normalHost(host);
  const forwarded = forwardedHost === null ? null : normalHost(forwardedHost);
  if (direct === null || (forwardedHost !== null && forwarded === null)) return { kind: 'misdirected' };
  if (isInternal(direct)) {
    if (forwarded === null || isInternal(forwarded)) return { kind: 'internal' };
    return { kind: 'site', host: forwarded };
  }
  if (forwarded !== null && forwarded !== direct && !isInternal(forwarded)) return { kind: 'misdirected' };
  return { kind: 'site', host: direct };
}

/** Lower case, without port and one trailing dot; null where it is not a host at all. */
function normalHost(value: string | null): string | null {
  if (value === null) return null;
  const match = /^(\[[0-9a-f:.]+\]|[^:]+)(?::\d{1,5})?$/.exec(value.trim().toLowerCase());
  const name = match?.[1]?.replace(/\.$/, '');
  if (name === undefined) return null;
  return isInternal(name) || publicName.test(name) ? name : null;
}

function isInternal(name: string): boolean {
  return internalName.test(name);
}
