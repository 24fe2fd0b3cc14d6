import { Gloss, siteView } from '@servicepro/site-sections';
import type { Metadata } from 'next';
import { loadSite } from '../../../api/load-site.ts';
import { now, readEnv, siteOrigin } from '../../../env.ts';
import { pageMetadata } from '../../../seo/page-metadata.ts';
import { StructuredData } from '../../../seo/structured-data.tsx';

export const dynamic = 'force-static';
export const revalidate = 60;

type SitePageProps = { params: Promise<{ host: string }> };

/** No host is known when the app is built: each page is made when it is first asked for. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: SitePageProps): Promise<Metadata> {
  const { host } = await params;
  return pageMetadata(await loadSite(host), { origin: siteOrigin(readEnv(), host), path: '/' });
}

export default async function SiteFrontPage({ params }: SitePageProps) {
  const { host } = await params;
  const site = await loadSite(host);
  const view = siteView(site, { bookingPath: '/book', now: now(readEnv()) });
  return (
    <>
      <StructuredData site={site} origin={siteOrigin(readEnv(), host)} />
      <Gloss view={view} />
    </>
  );
}
