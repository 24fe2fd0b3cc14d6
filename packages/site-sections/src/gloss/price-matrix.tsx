import { durationRangeWords } from '../duration-words.ts';
import { durationRange, instantServices, priceWord } from '../facts/price.rules.ts';
import type { SiteAssetClass, SiteService } from '../facts/site-facts.ts';
import type { SectionOf } from '../section.schema.ts';
import type { SiteView } from '../site-view.ts';
import { offeredClasses } from './asset-columns.rules.ts';
import { AssetIcon } from './scenes/asset-icon.tsx';

export type PriceMatrixProps = { section: SectionOf<'priceMatrix'>; view: SiteView };

/** Every service that can be booked at once, its price by asset class. */
export function PriceMatrix({ section, view }: PriceMatrixProps) {
  const services = instantServices(view.facts);
  const classes = offeredClasses(view.facts);
  if (services.length === 0 || classes.length === 0) return null;
  // Four columns fit a phone when set closely; more of them scroll inside their own box.
  const isWide = classes.length > 4;
  return (
    <section
      id={section.anchor || undefined}
      aria-labelledby={`${section.id}-title`}
      className="band grid grid-cols-1 gap-[30px] py-[72px] md:py-[110px] lg:grid-cols-[300px_minmax(0,1fr)] lg:gap-[60px]"
    >
      <div>
        <h2 id={`${section.id}-title`} className="display text-[38px] md:text-[52px]">
          {section.heading}
        </h2>
        {section.note && <p className="mt-5 text-[17px] text-ground-mute">{section.note}</p>}
      </div>
      <div
        {...(isWide ? { role: 'region', tabIndex: 0, 'aria-label': view.words('prices.scroll') } : {})}
        className={isWide ? '-mx-5 overflow-x-auto px-5' : undefined}
      >
        <table
          className={`price-table ${isWide ? 'min-w-[640px]' : ''}`}
          data-dense={classes.length === 4 || undefined}
        >
          <thead>
            <tr>
              <th scope="col">{view.words('prices.service')}</th>
              {classes.map((assetClass, index) => (
                <th key={assetClass.id} scope="col" data-column={index}>
                  <AssetIcon assetKey={assetClass.key} className="mb-2 ml-auto w-[42px] md:w-[58px]" />
                  {classes.length === 1 ? view.words('prices.price') : assetClass.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {services.map((service) => (
              <PriceRow
                key={service.id}
                service={service}
                classes={classes}
                isMarked={service.key === section.markedServiceKey}
                view={view}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type PriceRowProps = {
  service: SiteService;
  classes: readonly SiteAssetClass[];
  isMarked: boolean;
  view: SiteView;
};

function PriceRow({ service, classes, isMarked, view }: PriceRowProps) {
  const range = durationRange(service);
  return (
    <tr data-marked={isMarked || undefined}>
      <th scope="row">
        <a href={`${view.bookingPath}?service=${encodeURIComponent(service.key)}`}>{service.name}</a>
        {range && <small>{durationRangeWords(range, view.words, view.format)}</small>}
      </th>
      {classes.map((assetClass, index) => (
        <td key={assetClass.id} data-column={index}>
          <PriceCell service={service} assetClassId={assetClass.id} view={view} />
        </td>
      ))}
    </tr>
  );
}

type PriceCellProps = { service: SiteService; assetClassId: string; view: SiteView };

function PriceCell({ service, assetClassId, view: { words, format } }: PriceCellProps) {
  const price = priceWord(service, assetClassId);
  switch (price.kind) {
    case 'price':
      return <span className="price">{format.money(price.cents)}</span>;
    case 'quote':
      return <span className="no-price">{words('prices.quote')}</span>;
    case 'after-diagnostic':
      return <span className="no-price">{words('prices.afterDiagnostic')}</span>;
    case 'none':
      return (
        <>
          <span aria-hidden="true">{words('prices.none')}</span>
          <span className="sr-only">{words('prices.noneSpoken')}</span>
        </>
      );
    default: {
      const unknown: never = price;
      return unknown;
    }
  }
}
