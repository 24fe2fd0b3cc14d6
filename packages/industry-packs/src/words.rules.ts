import type { Language, PackFaq, PackSite, Setting, Text } from './pack.schema.ts';

/** The text in the language asked for, else in English. */
export function textIn(text: Text, language: Language): string {
  return language === 'es' ? (text.es ?? text.en) : text.en;
}

const placeholder = /\{([A-Za-z]+)\}/g;

/** Names of the settings that a text needs. */
export function settingsIn(text: string): string[] {
  return [...text.matchAll(placeholder)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]));
}

/** Fills `{setting}` placeholders; null when one of them is empty, since a policy is never made up. */
export function fillText(text: string, settings: Readonly<Partial<Record<Setting, string>>>): string | null {
  const known = new Map<string, string | undefined>(Object.entries(settings));
  if (settingsIn(text).some((name) => (known.get(name) ?? '').trim() === '')) return null;
  return text.replace(placeholder, (whole, name: string) => known.get(name) ?? whole);
}

/** A question and answer ready to be shown, or null while the tenant's settings do not answer it. */
export function fillFaq(
  faq: PackFaq,
  settings: Readonly<Partial<Record<Setting, string>>>,
  language: Language,
): { question: string; answer: string } | null {
  const question = fillText(textIn(faq.question, language), settings);
  const answer = fillText(textIn(faq.answer, language), settings);
  return question === null || answer === null ? null : { question, answer };
}

/** The site's starting words in one language, as plain strings under the keys of `PackSite`. */
export function siteContentIn(site: PackSite, language: Language) {
  return {
    headline: textIn(site.headline, language),
    lead: textIn(site.lead, language),
    bookLabel: textIn(site.bookLabel, language),
    assetQuestion: textIn(site.assetQuestion, language),
    pricesTitle: textIn(site.pricesTitle, language),
    pricesLead: textIn(site.pricesLead, language),
    featureTitle: textIn(site.featureTitle, language),
    featureBody: textIn(site.featureBody, language),
    visitTitle: textIn(site.visitTitle, language),
    visitService: site.visitService,
    visitSteps: site.visitSteps.map((step) => ({
      afterMinutes: step.afterMinutes,
      text: textIn(step.text, language),
    })),
    faqTitle: textIn(site.faqTitle, language),
    closingTitle: textIn(site.closingTitle, language),
    closingBody: textIn(site.closingBody, language),
    seoTitle: textIn(site.seoTitle, language),
    seoDescription: textIn(site.seoDescription, language),
  };
}
export type SiteContent = ReturnType<typeof siteContentIn>;
