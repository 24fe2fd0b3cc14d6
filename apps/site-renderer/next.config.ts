import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The edge decides about slashes and hosts: a redirect made here would name this app's own port.
  skipTrailingSlashRedirect: true,
  transpilePackages: ['@servicepro/contracts', '@servicepro/site-sections'],
  // Finished pages only, in memory, with a policy whose hashes fit each page.
  cacheHandler: fileURLToPath(new URL('./src/cache/page-cache.ts', import.meta.url)),
  cacheMaxMemorySize: 0,
  // For who asks for it: an edge or CDN in front keeps the answer, compressed or not, and drops it by tag.
  compress: true,
  // Hashing a page for each request costs more than sending it.
  generateEtags: false,
  images: { unoptimized: true },
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
};

export default config;
