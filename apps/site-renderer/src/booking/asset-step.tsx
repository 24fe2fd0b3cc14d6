import { AssetIcon } from '@servicepro/site-sections/gloss/scenes/asset-icon.tsx';
import type { BookingSite } from './booking-site.ts';
import { useFormat, useWords } from './booking-words.tsx';
import { chosenService, classesFor, priceOf } from './booking-work.rules.ts';
import { errorProps, FieldError } from './field-error.tsx';
import { Step } from './step.tsx';
import type { Booking } from './use-booking.ts';

export type AssetStepProps = { site: BookingSite; booking: Booking };

export function AssetStep({ site, booking }: AssetStepProps) {
  const words = useWords();
  const { choice, details, errors } = booking.state;
  const service = chosenService(site, choice);
  const isMobile = service?.isMobile ?? true;
  const isDetailing = site.packId === 'detailing';
  const isDone = choice.assetClassId !== null && (!isMobile || details.address.trim() !== '');
  const place = isMobile ? (isDetailing ? 'asset.titleDetailing' : 'asset.title') : 'asset.titleShop';
  return (
    <Step number={2} title={words(place)} state={isDone ? 'done' : stateOf(choice.serviceId)}>
      <ClassChoice site={site} booking={booking} />
      <FieldError field="assetClass" errors={errors} />
      <div className="grid gap-x-4 md:grid-cols-2">
        <div>
          <label htmlFor="assetName" className="field-label">
            {words(isDetailing ? 'asset.detailsDetailing' : 'asset.details')}{' '}
            <span className="font-normal text-mute">({words('asset.optional')})</span>
          </label>
          <input
            id="assetName"
            maxLength={120}
            autoComplete="off"
            value={details.assetName}
            onChange={(event) => booking.type({ assetName: event.target.value })}
            className="field"
          />
        </div>
        {isMobile ? (
          <div>
            <label htmlFor="address" className="field-label">
              {words('asset.address')}
            </label>
            <input
              id="address"
              maxLength={300}
              autoComplete="street-address"
              value={details.address}
              onChange={(event) => booking.type({ address: event.target.value })}
              {...errorProps('address', errors, 'address-hint')}
              className="field"
            />
            <p id="address-hint" className="hint">
              {words('asset.addressHint')}{' '}
              {site.serviceArea && words('asset.area', { area: site.serviceArea })}
            </p>
            <FieldError field="address" errors={errors} />
          </div>
        ) : (
          <p className="hint self-end">{words('asset.shop', { address: site.address })}</p>
        )}
      </div>
    </Step>
  );
}

function stateOf(serviceId: string | null): 'open' | 'current' {
  return serviceId === null ? 'open' : 'current';
}

function ClassChoice({ site, booking }: AssetStepProps) {
  const words = useWords();
  const format = useFormat();
  const { choice, errors } = booking.state;
  const service = chosenService(site, choice);
  const classes = classesFor(site, choice);
  // One card where the trade knows several: that a service is done for SUVs only must be seen.
  if (site.assetClasses.length < 2) return null;
  return (
    <fieldset aria-describedby={errors.assetClass ? 'assetClass-error' : undefined}>
      <legend className="sr-only">{site.assetQuestion ?? words('asset.kind')}</legend>
      <div className="card-grid">
        {classes.map((assetClass) => {
          const price = service ? priceOf(service, { ...choice, assetClassId: assetClass.id }) : null;
          return (
            <label key={assetClass.id} className="card">
              <input
                type="radio"
                name="assetClass"
                value={assetClass.id}
                checked={choice.assetClassId === assetClass.id}
                onChange={() => booking.choose({ assetClassId: assetClass.id })}
                className="sr-only"
              />
              <AssetIcon assetKey={assetClass.key} className="mb-2 h-[22px] w-[52px] md:w-16" />
              {assetClass.name}
              {price && (
                <small className="option-note">
                  {price.cents === null ? words('service.quote') : format.money(price.cents)}
                </small>
              )}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
