import type { TenantId } from '@servicepro/tenant-context';

export interface SiteRevalidation {
  /** Where site-renderer listens, without a path. */
  siteRendererUrl: string;
  secret: string;
}

const timeoutMs = 5_000;

/** Makes site-renderer drop a tenant's kept pages. Safe to repeat. Throws when it cannot be reached or refuses. */
export async function revalidateSite(target: SiteRevalidation, tenantId: TenantId): Promise<void> {
  const answer = await fetch(new URL('/internal/revalidate', target.siteRendererUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${target.secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tenantId }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`site-renderer answered ${answer.status}`);
}
