'use client';

import { type SiteFormat, siteFormat } from '@servicepro/site-sections/format.ts';
import { NextIntlClientProvider, useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { BookingSite } from './booking-site.ts';
import type en from './messages/en.json';

export type BookingMessages = typeof en;

const FormatContext = createContext<SiteFormat | null>(null);

export type BookingWordsProviderProps = { site: BookingSite; messages: BookingMessages; children: ReactNode };

/** Gives the steps their language, and figures and times in the business's currency and zone. */
export function BookingWordsProvider({ site, messages, children }: BookingWordsProviderProps) {
  const { locale, currency, timeZone, language } = site;
  const format = useMemo(() => siteFormat({ locale, currency, timeZone }), [locale, currency, timeZone]);
  return (
    <NextIntlClientProvider locale={language} messages={messages} timeZone={timeZone}>
      <FormatContext value={format}>{children}</FormatContext>
    </NextIntlClientProvider>
  );
}

export function useWords() {
  return useTranslations();
}

export function useFormat(): SiteFormat {
  const format = useContext(FormatContext);
  if (format === null) throw new Error('useFormat is used outside of BookingWordsProvider');
  return format;
}
