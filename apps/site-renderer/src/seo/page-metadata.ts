import type { PublicSite } from '@servicepro/contracts/rest/public';
import { brandTheme, languageOf, readSite, siteWords } from '@servicepro/site-sections';
import type { Metadata } from 'next';

export type PageMetadataOptions = { origin: string; path: '/' | '/book'; titlePrefix?: string };

/** Title, description, canonical address and preview, from the tenant's words or its live facts. */
export function pageMetadata(site: PublicSite, { origin, path, titlePrefix }: PageMetadataOptions): Metadata {
  const { facts, content } = readSite(site);
  const { name, tradeName, address, locale } = facts.tenant;
  const words = siteWords(languageOf(locale));
  const { city, region } = address;
  const siteTitle = content.seoTitle ?? words('seo.title', { name, trade: tradeName, city });
  const title = titlePrefix ? `${titlePrefix}, ${name}` : siteTitle;
  const description = content.seoDescription ?? words('seo.description', { name, city, region });
  const url = `${origin}${path}`;
  return {
    metadataBase: new URL(origin),
    title,
    description,
    alternates: { canonical: url },
    openGraph: { type: 'website', siteName: name, title, description, url, locale },
    twitter: { card: 'summary', title, description },
    icons: { icon: iconOf(name, facts.tenant.brandColor) },
    formatDetection: { telephone: false },
  };
}

/** The name's first letter on the brand's colour: one request less, and never the icon of another tenant. */
function iconOf(name: string, brandColor: string): string {
  const { tokens } = brandTheme(brandColor);
  const letter = /[\p{L}\p{N}]/u.exec(name)?.[0]?.toUpperCase() ?? '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${tokens['brand-fill']}"/><text x="16" y="23" text-anchor="middle" font-family="Arial,sans-serif" font-size="20" font-weight="700" fill="${tokens['on-fill']}">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
