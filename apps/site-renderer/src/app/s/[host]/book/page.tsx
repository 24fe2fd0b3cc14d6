import { siteMessages } from '@servicepro/site-sections';
import type { Metadata } from 'next';
import { loadSite } from '../../../../api/load-site.ts';
import { BookingForm } from '../../../../booking/booking-form.tsx';
import { bookingMessages } from '../../../../booking/booking-messages.ts';
import { type BookingSite, bookingSite } from '../../../../booking/booking-site.ts';
import { bookableServices } from '../../../../booking/booking-work.rules.ts';
import { now, readEnv, siteOrigin } from '../../../../env.ts';
import { pageMetadata } from '../../../../seo/page-metadata.ts';

export const dynamic = 'force-static';
export const revalidate = 60;

type BookPageProps = { params: Promise<{ host: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: BookPageProps): Promise<Metadata> {
  const { host } = await params;
  const site = await loadSite(host);
  const form = bookingSite(site, now(readEnv()));
  const titlePrefix = form.bookLabel ?? bookingMessages(form.language).title;
  return pageMetadata(site, { origin: siteOrigin(readEnv(), host), path: '/book', titlePrefix });
}

export default async function BookPage({ params }: BookPageProps) {
  const site = bookingSite(await loadSite((await params).host), now(readEnv()));
  const messages = { ...bookingMessages(site.language), duration: siteMessages(site.language).duration };
  const fill = (text: string) => text.replace('{phone}', site.phoneWords);
  return (
    <div className="min-h-screen bg-surface text-ink">
      <BookingHead site={site} leave={messages.leave} />
      <main>
        {bookableServices(site).length > 0 ? (
          <>
            <noscript>
              <p className="notice m-4">{fill(messages.noScript)}</p>
            </noscript>
            <BookingForm site={site} messages={messages} />
          </>
        ) : (
          <p className="notice m-4">{fill(messages.noServices)}</p>
        )}
      </main>
    </div>
  );
}

function BookingHead({ site, leave }: { site: BookingSite; leave: string }) {
  return (
    <header className="flex items-center gap-[26px] bg-ground px-[18px] py-2 text-[15px] text-paper md:px-10">
      <a href="/" className="wordmark mr-auto min-w-0 truncate py-2.5 text-[17px] md:text-[19px]">
        {site.name}
      </a>
      <a href={`tel:${site.phone}`} className="hidden py-2.5 whitespace-nowrap md:inline">
        {site.phoneWords}
      </a>
      <a href="/" className="shrink-0 py-2.5">
        {leave}
      </a>
    </header>
  );
}
