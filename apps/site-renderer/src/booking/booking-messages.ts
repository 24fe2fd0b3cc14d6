import type { SiteLanguage } from '@servicepro/site-sections';
import en from './messages/en.json';
import es from './messages/es.json';

const messages: Readonly<Record<SiteLanguage, typeof en>> = { en, es };

export function bookingMessages(language: SiteLanguage): typeof en {
  return messages[language];
}
