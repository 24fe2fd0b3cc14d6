import type { PublicSite } from '@servicepro/contracts/rest/public';
import { LRUCache } from 'lru-cache';

/** What is known about a host. */
export type HostEntry = { kind: 'active'; tenantId: string } | { kind: 'suspended' } | { kind: 'unknown' };

export type HostDirectory = { find: (host: string) => Promise<HostEntry> };

export type HostDirectoryOptions = {
  /** How long an answer counts: a removed or suspended site stops within this time. */
  keepSeconds: number;
  /** Bounds memory against made-up names. */
  mostHosts: number;
};

/**
 * Answers which tenant a host belongs to, by asking core-api once per host and period. While core-api is down, the
 * last answer counts on; a host never asked about rejects with the cause.
 */
export function createHostDirectory(
  readSite: (host: string) => Promise<PublicSite | null>,
  options: HostDirectoryOptions,
): HostDirectory {
  const entries = new LRUCache<string, HostEntry>({
    max: options.mostHosts,
    ttl: options.keepSeconds * 1_000,
    allowStaleOnFetchRejection: true,
    noDeleteOnFetchRejection: true,
    fetchMethod: async (host) => entryOf(await readSite(host)),
  });
  return {
    find: async (host) => {
      // Nothing: the fetch was rejected and there was no earlier answer to fall back on.
      const entry = await entries.fetch(host);
      if (entry === undefined) throw new Error(`core-api did not say whose site ${host} is`);
      return entry;
    },
  };
}

function entryOf(site: PublicSite | null): HostEntry {
  if (site === null) return { kind: 'unknown' };
  if (site.tenant.status !== 'active') return { kind: 'suspended' };
  return { kind: 'active', tenantId: site.tenant.id };
}
