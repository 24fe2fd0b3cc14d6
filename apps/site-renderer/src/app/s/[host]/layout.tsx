import '../../site.css';
import { brandTheme, languageOf, themeCss } from '@servicepro/site-sections';
import type { ReactNode } from 'react';
import { loadSite } from '../../../api/load-site.ts';
import { archivo, publicSans } from '../../fonts.ts';

export type SiteLayoutProps = { children: ReactNode; params: Promise<{ host: string }> };

export default async function SiteLayout({ children, params }: SiteLayoutProps) {
  const site = await loadSite((await params).host);
  return (
    <html lang={languageOf(site.tenant.locale)} className={`${archivo.variable} ${publicSans.variable}`}>
      <head>
        <style dangerouslySetInnerHTML={{ __html: themeCss(brandTheme(site.tenant.brandColor)) }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
