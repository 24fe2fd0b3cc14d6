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
  const origin = siteOrigin(readEnv(), host);
  const urls = ['/', '/book'].map((path) => `<url><loc>${origin}${path}</loc></url>`).join('');
  const xml = `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`;
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}
