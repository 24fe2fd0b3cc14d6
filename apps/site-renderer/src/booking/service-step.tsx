import { durationWords } from '@servicepro/site-sections/duration-words.ts';
import { amountText } from './amount-text.ts';
import type { BookingSite } from './booking-site.ts';
import { useFormat, useWords } from './booking-words.tsx';
import { bookableServices, priceOf, type SiteService, servicesToAskFor } from './booking-work.rules.ts';
import { FieldError } from './field-error.tsx';
import { Step } from './step.tsx';
import type { Booking } from './use-booking.ts';

export type ServiceStepProps = { site: BookingSite; booking: Booking };

export function ServiceStep({ site, booking }: ServiceStepProps) {
  const words = useWords();
  const { choice, errors } = booking.state;
  const hasAddOns = site.addOns.length > 0;
  const title = words(hasAddOns ? 'service.titleWithAddOns' : 'service.title');
  return (
    <Step number={1} title={title} state={choice.serviceId === null ? 'current' : 'done'}>
      <fieldset aria-describedby={errors.service ? 'service-error' : undefined}>
        <legend className="sr-only">{words('service.title')}</legend>
        <div className="option-list">
          {bookableServices(site).map((service) => (
            <ServiceOption key={service.id} service={service} booking={booking} />
          ))}
        </div>
      </fieldset>
      <FieldError field="service" errors={errors} />
      {hasAddOns && <AddOns site={site} booking={booking} />}
      <ServicesToAskFor site={site} />
    </Step>
  );
}

function ServiceOption({ service, booking }: { service: SiteService; booking: Booking }) {
  const words = useWords();
  const format = useFormat();
  const { choice } = booking.state;
  const price = priceOf(service, choice);
  const minutes = service.prices.find((entry) => entry.assetClassId === choice.assetClassId)?.durationMinutes;
  return (
    <label className="option">
      <input
        type="radio"
        name="service"
        value={service.id}
        checked={choice.serviceId === service.id}
        onChange={() => booking.choose({ serviceId: service.id })}
        className="option-dot"
      />
      <span className="min-w-0">
        <b className="font-[650] wrap-anywhere">{service.name}</b>
        {minutes !== undefined && (
          <small className="option-note">{durationWords(minutes, words, format)}</small>
        )}
      </span>
      <span className="font-[650]">
        {price.cents === null ? words('service.quote') : amountText(price, words, format)}
      </span>
    </label>
  );
}

/** No button that leads nowhere: these are asked for by text. */
function ServicesToAskFor({ site }: { site: BookingSite }) {
  const words = useWords();
  const services = servicesToAskFor(site);
  if (services.length === 0) return null;
  return (
    <>
      <h3 className="field-label">{words('service.askFirst')}</h3>
      <ul className="option-list">
        {services.map((service) => (
          <li key={service.id} className="flex items-center justify-between gap-4 px-[18px] py-3">
            <span className="min-w-0 wrap-anywhere">{service.name}</span>
            <a
              href={`sms:${site.phone}`}
              aria-label={words('service.askFor', { service: service.name })}
              className="text-link shrink-0"
            >
              {words('service.askByText')}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function AddOns({ site, booking }: ServiceStepProps) {
  const words = useWords();
  const format = useFormat();
  const { addOnIds } = booking.state.choice;
  const toggle = (id: string) =>
    booking.choose({
      addOnIds: addOnIds.includes(id) ? addOnIds.filter((known) => known !== id) : [...addOnIds, id],
    });
  return (
    <fieldset className="mt-[22px]">
      <legend className="field-label mt-0">{words('service.addOns')}</legend>
      <div className="flex flex-wrap gap-2">
        {site.addOns.map((addOn) => {
          const duration = durationWords(addOn.durationMinutes, words, format);
          const facts = { name: addOn.name, duration };
          return (
            <label key={addOn.id} className="pill">
              <input
                type="checkbox"
                checked={addOnIds.includes(addOn.id)}
                onChange={() => toggle(addOn.id)}
                className="sr-only"
              />
              {addOn.priceCents === null
                ? words('service.addOnNoPrice', facts)
                : words('service.addOn', { ...facts, price: format.money(addOn.priceCents) })}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
