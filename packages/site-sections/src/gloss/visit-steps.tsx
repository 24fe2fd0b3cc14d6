import { durationWords } from '../duration-words.ts';
import { durationMinutes } from '../facts/price.rules.ts';
import type { SectionOf } from '../section.schema.ts';
import type { SiteView } from '../site-view.ts';

export type VisitStepsProps = { section: SectionOf<'steps'>; view: SiteView };

/** Widths on a grid of 24, so that each step is as wide as it is long; written out, because styles are built ahead. */
const widths = [
  'md:col-span-4',
  'md:col-span-5',
  'md:col-span-6',
  'md:col-span-7',
  'md:col-span-8',
  'md:col-span-9',
  'md:col-span-10',
  'md:col-span-11',
  'md:col-span-12',
] as const;
const columns = 24;
const narrowest = 4;

/** One visit on a line to scale. Clock times are the next open slot's own; without one they count from the start. */
export function VisitSteps({ section, view }: VisitStepsProps) {
  const service = view.facts.services.find((entry) => entry.key === section.serviceKey);
  if (section.items.length < 2 || !service || section.heading === '') return null;
  const slot = view.facts.nextSlot?.serviceId === service.id ? view.facts.nextSlot : null;
  const total = slot ? durationMinutes(service, slot.assetClassId) : null;
  const spans = stepSpans(
    section.items.map((item) => item.afterMinutes),
    total ?? Math.max(...service.prices.map((price) => price.durationMinutes), 0),
  );
  const longest = spans.indexOf(Math.max(...spans));
  return (
    <section aria-labelledby={`${section.id}-title`} className="band pt-[72px] pb-16 md:py-[110px]">
      <h2 id={`${section.id}-title`} className="display text-[38px] md:text-[52px]">
        {section.heading}
      </h2>
      {slot && <p className="mt-5 text-[17px] text-ground-mute">{note(slot, view)}</p>}
      <ol className="mt-9 grid grid-cols-1 md:mt-[60px] md:grid-cols-24">
        {section.items.map((item, index) => (
          <li
            key={item.afterMinutes}
            data-longest={index === longest || undefined}
            className={`visit-step ${widths[(spans[index] ?? narrowest) - narrowest] ?? 'md:col-span-12'}`}
          >
            <b className="visit-time">{stepTime(item.afterMinutes, slot?.startsAt ?? null, view)}</b>
            <p className="text-[15.5px] text-ground-mute">{item.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Slot = NonNullable<SiteView['facts']['nextSlot']>;

function note(slot: Slot, { facts, words, format }: SiteView): string {
  const assetClass = facts.assetClasses.find((entry) => entry.id === slot.assetClassId)?.name ?? '';
  return words('visit.note', {
    assetClass,
    day: format.day(slot.startsAt),
    time: format.time(slot.startsAt),
  });
}

function stepTime(afterMinutes: number, startsAt: string | null, { words, format }: SiteView): string {
  if (startsAt !== null) return format.time(new Date(Date.parse(startsAt) + afterMinutes * 60_000));
  if (afterMinutes === 0) return words('visit.start');
  return words('visit.later', { duration: durationWords(afterMinutes, words, format) });
}

/** Shares 24 columns by length; none gets fewer than 4, so that its words fit. */
export function stepSpans(starts: readonly number[], totalMinutes: number): number[] {
  const lengths = starts.map((start, index) =>
    Math.max(1, (starts[index + 1] ?? Math.max(totalMinutes, start)) - start),
  );
  const spare = columns - narrowest * starts.length;
  if (spare <= 0) return starts.map(() => Math.max(narrowest, Math.floor(columns / starts.length)));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const spans = lengths.map((length) => narrowest + Math.min(8, Math.floor((length / whole) * spare)));
  const longest = lengths.indexOf(Math.max(...lengths));
  const left = columns - spans.reduce((sum, span) => sum + span, 0);
  return spans.map((span, index) => (index === longest ? Math.min(12, span + left) : span));
}
