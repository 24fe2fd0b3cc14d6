import { phoneWords } from '../phone-words.ts';
import type { SectionOf } from '../section.schema.ts';
import type { SiteView } from '../site-view.ts';

export type SiteNavProps = { section: SectionOf<'nav'>; view: SiteView };

export function SiteNav({ section, view }: SiteNavProps) {
  const { tenant } = view.facts;
  return (
    <nav
      aria-label={view.words('nav.label')}
      className="absolute inset-x-0 top-0 z-3 flex items-center gap-8 px-5 py-[18px] text-[15px] font-semibold md:px-10 md:py-[26px]"
    >
      <a href="/" className="wordmark mr-auto min-w-0 truncate py-2 text-[17px] md:text-[21px]">
        {tenant.name}
      </a>
      {section.links.map((link) => (
        <a key={link.anchor} href={`#${link.anchor}`} className="nav-link hidden lg:inline">
          {link.label}
        </a>
      ))}
      <a
        href={`tel:${tenant.phone}`}
        className="nav-link hidden whitespace-nowrap md:inline"
        aria-label={view.words('nav.call', { phone: phoneWords(tenant.phone) })}
      >
        {phoneWords(tenant.phone)}
      </a>
      <a
        href={view.bookingPath}
        data-book-button=""
        className="cta max-w-[48vw] shrink-0 truncate px-3.5 py-3 text-sm md:px-[22px] md:py-[13px] md:text-[15px]"
      >
        {section.callToAction}
      </a>
    </nav>
  );
}
