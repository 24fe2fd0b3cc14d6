import { createHash, timingSafeEqual } from 'node:crypto';
import { revalidateTag } from 'next/cache';
import { z } from 'zod';
import { siteTag } from '../../../api/load-site.ts';
import { readEnv } from '../../../env.ts';

const Body = z.strictObject({ tenantId: z.uuid() });

/**
 * Drops the kept pages of one tenant at once. `POST /internal/revalidate` with `Authorization: Bearer <secret>` and
 * `{tenantId}`; 204, safe to repeat. Without the secret it is a 404 like any path that is not there.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isAllowed(request.headers.get('authorization'), readEnv().REVALIDATE_SECRET)) {
    return new Response(null, { status: 404 });
  }
  const body = Body.safeParse(await request.json().catch(() => null));
  if (!body.success) return Response.json({ code: 'sites.malformed-revalidation' }, { status: 400 });
  revalidateTag(siteTag(body.data.tenantId), { expire: 0 });
  return new Response(null, { status: 204 });
}

function isAllowed(header: string | null, secret: string | undefined): boolean {
  if (header === null || secret === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header), digest(`Bearer ${secret}`));
}
