import type { Section } from '../section.schema.ts';
import type { SiteView } from '../site-view.ts';
import { BarVisibility } from './bar-visibility.tsx';
import { BeforeAfter } from './before-after.tsx';
import { BookingBar } from './booking-bar.tsx';
import { Faq } from './faq.tsx';
import { Footer } from './footer.tsx';
import { glossPage } from './gloss-page.ts';
import { Hero } from './hero.tsx';
import { PriceMatrix } from './price-matrix.tsx';
import { QuickBook } from './quick-book.tsx';
import { Reviews } from './reviews.tsx';
import { SiteNav } from './site-nav.tsx';
import { VisitSteps } from './visit-steps.tsx';

export type GlossProps = { view: SiteView };

/** Template 01: the paint is the picture. Server components; two small islands move the split and the phone's bar. */
export function Gloss({ view }: GlossProps) {
  const sections = glossPage(view).sections.filter((section) => !section.hidden);
  const isHead = (section: Section) => section.kind === 'nav' || section.kind === 'hero';
  const isFoot = (section: Section) => section.kind === 'footer' || section.kind === 'bookingBar';
  return (
    <div className="gloss bg-ground font-body text-paper">
      <a href="#content" className="skip-link">
        {view.words('nav.skip')}
      </a>
      <header className="relative">
        {sections.filter(isHead).map((section) => (
          <GlossSection key={section.id} section={section} view={view} />
        ))}
      </header>
      <main id="content" tabIndex={-1}>
        {sections
          .filter((section) => !isHead(section) && !isFoot(section))
          .map((section) => (
            <GlossSection key={section.id} section={section} view={view} />
          ))}
      </main>
      {sections.filter(isFoot).map((section) => (
        <GlossSection key={section.id} section={section} view={view} />
      ))}
      <BarVisibility />
    </div>
  );
}

function GlossSection({ section, view }: { section: Section; view: SiteView }) {
  switch (section.kind) {
    case 'nav':
      return <SiteNav section={section} view={view} />;
    case 'hero':
      return <Hero section={section} />;
    case 'quickBook':
      return <QuickBook section={section} view={view} />;
    case 'priceMatrix':
      return <PriceMatrix section={section} view={view} />;
    case 'beforeAfter':
      return <BeforeAfter section={section} view={view} />;
    case 'steps':
      return <VisitSteps section={section} view={view} />;
    case 'reviews':
      return <Reviews section={section} view={view} />;
    case 'faq':
      return <Faq section={section} view={view} />;
    case 'footer':
      return <Footer section={section} view={view} />;
    case 'bookingBar':
      return <BookingBar view={view} />;
    default: {
      const unknown: never = section;
      return unknown;
    }
  }
}
