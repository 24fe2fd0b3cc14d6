import type { PublicSite } from '@servicepro/contracts/rest/public';
import { unstable_cache } from 'next/cache';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { readEnv } from '../env.ts';
import { readPublicSite } from './read-public-site.ts';

/** How old a page may grow without being told of a change. Next asks for the same number as a literal in each page. */
export const pageSeconds = 60;

/** What a page of a tenant is kept and dropped by. */
export function siteTag(tenantId: string): string {
  return `site:${tenantId}`;
}

/** The site's facts, read once for each page that is made; marks the page with the tenant's tag. */
export const loadSite = cache(async (host: string): Promise<PublicSite> => {
  const site = await fetchSite(host);
  if (site === null || site.tenant.status !== 'active') notFound();
  await markPage(site.tenant.id);
  return site;
});

/** Not kept: a page that is made anew is made of fresh facts (the page itself is kept by cache/page-cache.ts). */
function fetchSite(host: string): Promise<PublicSite | null> {
  return unstable_cache(() => readPublicSite(readEnv().CORE_API_URL, host), ['public-site', host], {
    revalidate: pageSeconds,
  })();
}

/** Next gathers a page's tags from what it reads; this reads nothing and gives the page its tenant's tag. */
async function markPage(tenantId: string): Promise<void> {
  await unstable_cache(async () => tenantId, ['site-tag', tenantId], {
    tags: [siteTag(tenantId)],
    revalidate: pageSeconds,
  })();
}
