import { durationWords } from '../duration-words.ts';
import { durationMinutes, instantServices, priceWord } from '../facts/price.rules.ts';
import type { SiteAssetClass, SiteService } from '../facts/site-facts.ts';
import type { SectionOf } from '../section.schema.ts';
import type { SiteView } from '../site-view.ts';
import { chosenClassIndex, offeredClasses } from './asset-columns.rules.ts';

export type QuickBookProps = { section: SectionOf<'quickBook'>; view: SiteView };

/** One service, what it is for, its price and the next open slot. A plain form: it works without JavaScript. */
export function QuickBook({ section, view }: QuickBookProps) {
  const { facts, words } = view;
  const service = sold(section, view);
  if (!service) return null;
  const classes = offeredClasses(facts);
  const slot = facts.nextSlot?.serviceId === service.id ? facts.nextSlot : null;
  return (
    <form
      action={view.bookingPath}
      method="get"
      aria-label={words('quickBook.label')}
      className="relative z-4 mx-5 -mt-16 grid rounded-xs bg-paper text-ink md:mx-10 md:-mt-[118px] md:grid-cols-2 xl:grid-cols-[1.5fr_1.6fr_1.2fr_auto]"
    >
      <input type="hidden" name="service" value={service.key} />
      {slot && <input type="hidden" name="at" value={slot.startsAt} />}
      {classes.length > 1 && <ClassChoice question={section.question} classes={classes} view={view} />}
      <div className="quick-cell">
        <p className="quick-label">{service.name}</p>
        {classes.map((assetClass, index) => (
          <p key={assetClass.id} data-for-size={index} className="text-[19px] font-bold leading-snug">
            {priceLine(service, assetClass, view)}
          </p>
        ))}
      </div>
      <div className="quick-cell">
        <NextOpen slot={slot} classes={classes} view={view} />
      </div>
      <button type="submit" data-book-button="" className="quick-go">
        {classes.map((assetClass, index) => (
          <span key={assetClass.id} data-for-size={index}>
            {words(slot?.assetClassId === assetClass.id ? 'book.hold' : 'book.seeTimes')}
          </span>
        ))}
      </button>
    </form>
  );
}

function sold(section: SectionOf<'quickBook'>, { facts }: SiteView): SiteService | undefined {
  const services = instantServices(facts);
  return (
    services.find((service) => service.id === facts.nextSlot?.serviceId) ??
    services.find((service) => service.key === section.serviceKey) ??
    services[0]
  );
}

function priceLine(service: SiteService, assetClass: SiteAssetClass, { words, format }: SiteView): string {
  const price = priceWord(service, assetClass.id);
  const minutes = durationMinutes(service, assetClass.id);
  if (price.kind === 'none' || minutes === null) return words('quickBook.notOffered');
  const duration = durationWords(minutes, words, format);
  if (price.kind === 'price') {
    const key = service.isMobile ? 'quickBook.priceAndTimeMobile' : 'quickBook.priceAndTime';
    return words(key, { price: format.money(price.cents), duration });
  }
  return words(service.isMobile ? 'quickBook.quoteAndTimeMobile' : 'quickBook.quoteAndTime', { duration });
}

type ClassChoiceProps = { question: string; classes: readonly SiteAssetClass[]; view: SiteView };

function ClassChoice({ question, classes, view }: ClassChoiceProps) {
  const chosen = chosenClassIndex(view.facts, classes);
  return (
    <fieldset className="quick-cell min-w-0 md:col-span-2 xl:col-span-1">
      <legend className="quick-label float-left w-full">{question}</legend>
      <div className="clear-both flex flex-wrap gap-1.5">
        {classes.map((assetClass, index) => (
          <label key={assetClass.id} className="size-choice">
            <input
              type="radio"
              name="size"
              id={`size-${index}`}
              value={assetClass.key}
              defaultChecked={index === chosen}
              className="sr-only"
            />
            {assetClass.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type NextOpenProps = {
  slot: SiteView['facts']['nextSlot'];
  classes: readonly SiteAssetClass[];
  view: SiteView;
};

/** The slot is true for one asset class only: for the others the bar sends to the open times instead of guessing. */
function NextOpen({ slot, classes, view: { words, format, facts } }: NextOpenProps) {
  return classes.map((assetClass, index) => {
    const isTrueHere = slot?.assetClassId === assetClass.id;
    return (
      <div key={assetClass.id} data-for-size={index}>
        <p className="quick-label">
          {isTrueHere
            ? words('quickBook.next', { city: facts.tenant.address.city })
            : words('quickBook.noNext')}
        </p>
        <p className="text-[19px] font-bold leading-snug">
          {isTrueHere
            ? `${format.day(slot.startsAt)}, ${format.time(slot.startsAt)}`
            : words('quickBook.seeDays')}
        </p>
      </div>
    );
  });
}
