import { createTranslator } from 'use-intl/core';
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };

/** Languages that have a message file. English is complete and the fallback. */
export const siteLanguages = ['en', 'es'] as const;
export type SiteLanguage = (typeof siteLanguages)[number];
export type SiteMessages = typeof en;

const messages: Readonly<Record<SiteLanguage, SiteMessages>> = { en, es };

/** `en` of `en-US`; English where there is no message file for it. */
export function languageOf(locale: string): SiteLanguage {
  const language = locale.split('-')[0]?.toLowerCase();
  return siteLanguages.find((known) => known === language) ?? 'en';
}

/** The words of the sections in the site's language. */
export function siteWords(language: SiteLanguage) {
  return createTranslator({ locale: language, messages: messages[language] });
}
export type SiteWords = ReturnType<typeof siteWords>;

/** The raw messages, for a part that brings its own translator to the browser. */
export function siteMessages(language: SiteLanguage): SiteMessages {
  return messages[language];
}
