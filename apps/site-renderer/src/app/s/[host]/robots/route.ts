import { loadSite } from '../../../../api/load-site.ts';
import { readEnv, siteOrigin } from '../../../../env.ts';

export const dynamic = 'force-static';
export const revalidate = 60;

export function generateStaticParams() {
  return [];
}

type Context = { params: Promise<{ host: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { host } = await params;
  await loadSite(host);
  const lines = [
    'User-agent: *',
    'Allow: /',
    'Disallow: /api/',
    `Sitemap: ${siteOrigin(readEnv(), host)}/sitemap.xml`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
