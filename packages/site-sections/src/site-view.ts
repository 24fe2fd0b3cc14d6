import type { PublicSite } from '@servicepro/contracts/rest/public';
import { readSite, type SiteFacts } from './facts/site-facts.ts';
import { type SiteFormat, siteFormat } from './format.ts';
import type { SiteContent } from './site-content.schema.ts';
import { languageOf, type SiteLanguage, type SiteWords, siteWords } from './words.ts';

/** All a template is given: live facts, the editor's words, and how to say both. */
export type SiteView = {
  facts: SiteFacts;
  content: SiteContent;
  words: SiteWords;
  format: SiteFormat;
  language: SiteLanguage;
  /** Where the booking form lives, such as `/book`. */
  bookingPath: string;
  now: Date;
};

export type SiteViewOptions = { bookingPath: string; now: Date };

/** Makes a view of the public answer. Time is passed in; nothing here reads a clock. */
export function siteView(site: PublicSite, options: SiteViewOptions): SiteView {
  const { facts, content } = readSite(site);
  const { locale, currency, timeZone } = facts.tenant;
  const language = languageOf(locale);
  return {
    facts,
    content,
    language,
    words: siteWords(language),
    format: siteFormat({ locale, currency, timeZone }),
    ...options,
  };
}
