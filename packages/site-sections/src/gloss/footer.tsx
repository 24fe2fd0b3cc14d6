import { hoursLines } from '../facts/hours.rules.ts';
import { phoneWords } from '../phone-words.ts';
import type { SectionOf } from '../section.schema.ts';
import type { SiteView } from '../site-view.ts';
import { holidayWords, hoursWords } from './hours-words.ts';

export type FooterProps = { section: SectionOf<'footer'>; view: SiteView };

/** How to reach the business, its hours and area, and the plain statement of who answers. */
export function Footer({ section, view }: FooterProps) {
  const { facts, words } = view;
  const { tenant } = facts;
  const hours = hoursLines(facts.hours);
  const holidays = holidayWords(facts.holidays, view);
  return (
    <footer id={section.anchor || undefined} className="border-t border-ground-line pt-14 pb-28 md:pb-16">
      <div className="band grid grid-cols-2 gap-10 text-[15px] text-ground-mute lg:grid-cols-[2fr_1fr_1fr_1fr]">
        <div className="col-span-full lg:col-span-1">
          <h2 className="display text-[34px] text-paper">
            {section.heading}
            <br />
            <a href={`sms:${tenant.phone}`}>{phoneWords(tenant.phone)}</a>
          </h2>
          <p className="mt-4 max-w-[360px]">
            {[section.body, saysWhoAnswers(section.body) ? '' : words('footer.assistant')]
              .filter(Boolean)
              .join(' ')}
          </p>
        </div>
        {hours.length > 0 && (
          <div>
            <h3 className="footer-title">{words('footer.hours')}</h3>
            {hours.map((line) => (
              <p key={line.from}>{hoursWords(line, view)}</p>
            ))}
            {holidays && <p>{holidays}</p>}
          </div>
        )}
        {tenant.serviceArea && (
          <div>
            <h3 className="footer-title">{words('footer.area')}</h3>
            <p>{tenant.serviceArea}</p>
          </div>
        )}
        <div className="min-w-0">
          <h3 className="footer-title wrap-anywhere">{tenant.name}</h3>
          <p>{[tenant.address.street, tenant.address.city].filter(Boolean).join(', ')}</p>
          <p>
            <a href={view.bookingPath} className="underline underline-offset-3">
              {words('book.action')}
            </a>
          </p>
          {facts.isPoweredByShown && <p>{words('footer.poweredBy')}</p>}
        </div>
      </div>
    </footer>
  );
}

/** The tenant's own words may already say it; if they do not, ours do: every site says who answers. */
function saysWhoAnswers(body: string): boolean {
  return /\b(AI|IA)\b/.test(body) && /person/i.test(body);
}
