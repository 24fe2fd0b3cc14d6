import { PublicSite } from '@servicepro/contracts/rest/public';

/** core-api answers in milliseconds; past this a page is better served stale. */
const timeoutSeconds = 5;

/**
 * Reads the public facts of the site at a host: `GET /api/v1/public/site`. Null where no site has that host.
 * Rejects where core-api cannot be reached, is late, or answers something else than the contract.
 */
export async function readPublicSite(coreApiUrl: string, host: string): Promise<PublicSite | null> {
  const response = await fetch(new URL('/api/v1/public/site', coreApiUrl), {
    headers: { 'x-forwarded-host': host, accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutSeconds * 1_000),
  });
  if (response.status === 404 || response.status === 421) return null;
  if (!response.ok) throw new Error(`core-api answered ${response.status} for the site at ${host}`);
  return PublicSite.parse(await response.json());
}
