import type { SectionOf } from '../section.schema.ts';
import type { SiteView } from '../site-view.ts';

export type FaqProps = { section: SectionOf<'faq'>; view: SiteView };

export function Faq({ section, view }: FaqProps) {
  if (view.facts.faqs.length === 0) return null;
  return (
    <section
      id={section.anchor || undefined}
      aria-labelledby={`${section.id}-title`}
      className="band grid grid-cols-1 gap-[30px] py-[72px] md:py-[100px] lg:grid-cols-[300px_minmax(0,1fr)] lg:gap-[60px]"
    >
      <h2 id={`${section.id}-title`} className="display text-[38px] md:text-[52px]">
        {section.heading}
      </h2>
      <dl>
        {view.facts.faqs.map((entry) => (
          <div key={entry.question}>
            <dt className="border-t border-ground-line pt-5 text-[19px] font-bold">{entry.question}</dt>
            <dd className="max-w-[640px] pt-1.5 pb-[22px] text-ground-mute">{entry.answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
