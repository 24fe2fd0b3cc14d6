import type { NextRequest } from 'next/server';
import { readPublicSite } from './api/read-public-site.ts';
import { readEnv } from './env.ts';
import { createHostDirectory } from './hosts/host-directory.ts';
import { createSiteProxy } from './hosts/site-proxy.ts';

/** Everything but built files: those hold nothing of a tenant. */
export const config = { matcher: ['/((?!_next/static/).*)'] };

let handle: ReturnType<typeof createSiteProxy> | undefined;

export function proxy(request: NextRequest): Promise<Response> {
  handle ??= createSiteProxy(
    createHostDirectory((host) => readPublicSite(readEnv().CORE_API_URL, host), {
      keepSeconds: 30,
      mostHosts: 10_000,
    }),
  );
  return handle(request);
}
