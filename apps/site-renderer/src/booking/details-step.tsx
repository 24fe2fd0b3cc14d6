import type { Details, FieldErrors } from './booking-state.ts';
import { useWords } from './booking-words.tsx';
import { errorProps, FieldError } from './field-error.tsx';
import { SendButton } from './send-button.tsx';
import { Step } from './step.tsx';
import type { Booking } from './use-booking.ts';

export type DetailsStepProps = { booking: Booking };

export function DetailsStep({ booking }: DetailsStepProps) {
  const words = useWords();
  const { details, hold, fault } = booking.state;
  const isDone = details.customerName.trim() !== '' && details.customerPhone.replace(/\D/g, '').length >= 10;
  const state = isDone ? 'done' : hold.kind === 'held' ? 'current' : 'open';
  return (
    <Step number={4} title={words('details.title')} state={state}>
      <div className="grid gap-4 md:grid-cols-2">
        <TextField field="customerName" label={words('details.name')} autoComplete="name" booking={booking} />
        <TextField
          field="customerPhone"
          label={words('details.phone')}
          autoComplete="tel"
          inputMode="tel"
          hintId="phone-hint"
          booking={booking}
        />
      </div>
      <p id="phone-hint" className="hint mt-3">
        {words('details.phoneHint')}
      </p>
      <label className="tick">
        <input
          type="checkbox"
          checked={details.wantsOffers}
          onChange={(event) => booking.type({ wantsOffers: event.target.checked })}
        />
        {words('details.offers')}
      </label>
      {fault && <p className="notice mt-5">{words(`errors.${fault}`)}</p>}
      <div className="mt-5 hidden md:block">
        <SendButton booking={booking} isShort={false} />
      </div>
    </Step>
  );
}

type TextFieldProps = {
  field: 'customerName' | 'customerPhone';
  label: string;
  autoComplete: string;
  inputMode?: 'tel';
  hintId?: string;
  booking: Booking;
};

function TextField({ field, label, hintId, booking, ...input }: TextFieldProps) {
  const { details, errors }: { details: Details; errors: FieldErrors } = booking.state;
  return (
    <div>
      <label htmlFor={field} className="field-label mt-0">
        {label}
      </label>
      <input
        id={field}
        type={field === 'customerPhone' ? 'tel' : 'text'}
        maxLength={field === 'customerPhone' ? 32 : 120}
        value={details[field]}
        onChange={(event) => booking.type({ [field]: event.target.value })}
        {...errorProps(field, errors, hintId)}
        {...input}
        className="field"
      />
      <FieldError field={field} errors={errors} />
    </div>
  );
}
