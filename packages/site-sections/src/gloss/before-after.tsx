import { quoteServices } from '../facts/price.rules.ts';
import type { SectionOf } from '../section.schema.ts';
import type { SiteView } from '../site-view.ts';
import { Scene } from './scenes/scene.tsx';
import { SplitSlider } from './split-slider.tsx';

export type BeforeAfterProps = { section: SectionOf<'beforeAfter'>; view: SiteView };

/** What a person has to see first: services without a price list, beside the lamp that shows why. */
export function BeforeAfter({ section, view }: BeforeAfterProps) {
  const { words, facts } = view;
  const services = quoteServices(facts);
  if (services.length === 0) return null;
  return (
    <section
      id={section.anchor || undefined}
      aria-labelledby={`${section.id}-title`}
      className="grid bg-brand-fill text-on-fill md:grid-cols-2"
    >
      <FeatureScene view={view} />
      <div className="self-center px-5 pt-12 pb-14 md:px-[clamp(40px,5.5vw,70px)] md:py-20">
        <h2 id={`${section.id}-title`} className="display text-[38px] md:text-[52px]">
          {section.heading}
        </h2>
        {section.body && <p className="mt-5 max-w-[430px] text-lg">{section.body}</p>}
        <ul className="mt-6">
          {services.map((service) => (
            <li
              key={service.id}
              className="flex justify-between gap-6 border-t border-current/40 py-3.5 font-semibold"
            >
              {service.name}
              <span className="shrink-0 font-medium">
                {words(service.booking === 'after_diagnostic' ? 'prices.afterDiagnostic' : 'prices.quote')}
              </span>
            </li>
          ))}
        </ul>
        <a href={`sms:${facts.tenant.phone}`} className="cta mt-6 inline-block px-[22px] py-[13px]">
          {section.callToAction}
        </a>
      </div>
    </section>
  );
}

/** Trades whose before and after the lamp can show. For others it only gives light: nothing is claimed. */
const tradesWithSwirls: ReadonlySet<string> = new Set(['detailing']);

function FeatureScene({ view: { facts, words } }: { view: SiteView }) {
  const hasSplit = tradesWithSwirls.has(facts.tenant.packId);
  return (
    <div
      data-split=""
      className="split relative min-h-[330px] overflow-hidden bg-paint-night md:min-h-[560px]"
    >
      <Scene name="lamp" className="absolute inset-0 size-full" />
      {hasSplit && (
        <>
          <Scene name="swirls" className="split-before absolute inset-0 size-full" />
          <span className="split-line" aria-hidden="true" />
          <span className="split-tag left-6">{words('split.before')}</span>
          <span className="split-tag right-6">{words('split.after')}</span>
          <SplitSlider label={words('split.move')} />
        </>
      )}
    </div>
  );
}
