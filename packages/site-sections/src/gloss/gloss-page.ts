import { instantServices, quoteServices } from '../facts/price.rules.ts';
import { type Section, SitePage } from '../section.schema.ts';
import type { SiteView } from '../site-view.ts';

/** The sections of a Gloss site in the template's own order, filled with the tenant's words or neutral ones. */
export function glossPage(view: SiteView): SitePage {
  return SitePage.parse({
    template: 'gloss',
    sections: [...opening(view), ...middle(view), ...closing(view)],
  });
}

type SectionInput = { kind: Section['kind']; id: string } & Record<string, unknown>;

function opening({ content, facts, words }: SiteView): SectionInput[] {
  const { tradeName, address } = facts.tenant;
  return [
    {
      kind: 'nav',
      id: 'nav',
      links: navLinks({ content, facts, words }),
      callToAction: content.bookLabel ?? words('book.action'),
    },
    {
      kind: 'hero',
      id: 'hero',
      tone: 'deep',
      heading: content.headline ?? words('hero.fallback', { trade: tradeName, city: address.city }),
      lead: content.lead ?? '',
    },
    {
      kind: 'quickBook',
      id: 'quick-book',
      question: content.assetQuestion ?? words('quickBook.question'),
      ...(content.visitService ? { serviceKey: content.visitService } : {}),
    },
  ];
}

function navLinks({ content, facts, words }: Pick<SiteView, 'content' | 'facts' | 'words'>) {
  const links = [];
  if (instantServices(facts).length > 0) links.push({ label: words('nav.prices'), anchor: 'prices' });
  if (content.featureTitle && quoteServices(facts).length > 0) {
    links.push({ label: words('nav.byQuote'), anchor: 'feature' });
  }
  if (facts.faqs.length > 0) links.push({ label: words('nav.questions'), anchor: 'questions' });
  if (facts.tenant.serviceArea) links.push({ label: words('nav.area'), anchor: 'area' });
  return links;
}

function middle({ content, facts, words }: SiteView): SectionInput[] {
  const visited = facts.services.find((service) => service.key === content.visitService);
  const priceTitle = facts.assetClasses.length > 1 ? 'prices.titleBySize' : 'prices.title';
  return [
    {
      kind: 'priceMatrix',
      id: 'prices',
      anchor: 'prices',
      tone: 'deep',
      heading: content.pricesTitle ?? words(priceTitle),
      note: content.pricesLead ?? '',
      ...(visited ? { markedServiceKey: visited.key } : {}),
    },
    {
      kind: 'beforeAfter',
      id: 'feature',
      anchor: 'feature',
      tone: 'brand',
      heading: content.featureTitle ?? '',
      body: content.featureBody ?? '',
      callToAction: words('split.ask'),
      hidden: content.featureTitle === undefined,
    },
    {
      kind: 'steps',
      id: 'visit',
      tone: 'deep',
      heading: content.visitTitle ?? (visited ? words('visit.titleFor', { service: visited.name }) : ''),
      items: content.visitSteps ?? [],
      ...(visited ? { serviceKey: visited.key } : {}),
    },
  ];
}

function closing({ content, words }: SiteView): SectionInput[] {
  return [
    { kind: 'reviews', id: 'reviews', heading: words('reviews.title') },
    {
      kind: 'faq',
      id: 'questions',
      anchor: 'questions',
      tone: 'deep',
      heading: content.faqTitle ?? words('faq.title'),
    },
    {
      kind: 'footer',
      id: 'footer',
      anchor: 'area',
      tone: 'deep',
      heading: content.closingTitle ?? words('footer.textUs'),
      body: content.closingBody ?? '',
    },
    { kind: 'bookingBar', id: 'booking-bar' },
  ];
}
