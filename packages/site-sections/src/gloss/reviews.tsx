import type { SectionOf } from '../section.schema.ts';
import type { SiteView } from '../site-view.ts';

export type ReviewsProps = { section: SectionOf<'reviews'>; view: SiteView };

/** The newest review in full, with count and average of all. Nothing where there are none. */
export function Reviews({ section, view: { facts, words, format } }: ReviewsProps) {
  const first = facts.reviews?.items[0];
  if (!facts.reviews || !first) return null;
  const { average, count, source } = facts.reviews;
  return (
    <section aria-labelledby={`${section.id}-title`} className="bg-paper py-16 text-ink md:py-[100px]">
      <h2 id={`${section.id}-title`} className="sr-only">
        {section.heading}
      </h2>
      <div className="band grid gap-9 md:grid-cols-[1.7fr_1fr] md:gap-20">
        <figure>
          <blockquote className="quote text-[28px] md:text-[40px]">{first.text}</blockquote>
          <figcaption className="mt-6 text-mute">
            {[first.name, first.place].filter(Boolean).join(', ')}. {first.service}
          </figcaption>
        </figure>
        <div className="border-t border-line pt-6 md:border-t-0 md:border-l md:pt-0 md:pl-10">
          <p className="display text-[76px] text-brand-text">{format.number(average)}</p>
          <p>{words('reviews.from', { count, source })}</p>
        </div>
      </div>
    </section>
  );
}
