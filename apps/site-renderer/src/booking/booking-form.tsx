'use client';

import { type FormEvent, useEffect, useRef } from 'react';
import { Announcer } from './announcer.tsx';
import { AssetStep } from './asset-step.tsx';
import { BookedPanel } from './booked-panel.tsx';
import type { BookingSite } from './booking-site.ts';
import type { Field, FieldErrors } from './booking-state.ts';
import { type BookingMessages, BookingWordsProvider, useWords } from './booking-words.tsx';
import { missingFields } from './booking-work.rules.ts';
import { BottomBar } from './bottom-bar.tsx';
import { DetailsStep } from './details-step.tsx';
import { ServiceStep } from './service-step.tsx';
import { SummaryCard } from './summary-card.tsx';
import { TimeStep } from './time-step.tsx';
import { type Booking, useBooking } from './use-booking.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

export type BookingFormProps = { site: BookingSite; messages: BookingMessages };

/** Four steps on one page, all open. */
export function BookingForm({ site, messages }: BookingFormProps) {
  return (
    <BookingWordsProvider site={site} messages={messages}>
      <Steps site={site} />
    </BookingWordsProvider>
  );
}

function Steps({ site }: { site: BookingSite }) {
  const words = useWords();
  const booking = useBooking(site);
  const { state } = booking;
  const secondsLeft = useSecondsLeft(state.hold, booking.expire);
  useLostTimeFocus(booking);
  useErrorFocus(state.errors);
  if (state.confirmation) return <BookedPanel site={site} confirmation={state.confirmation} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = missingFields(site, state.choice, state.details, state.hold);
    booking.showErrors(Object.fromEntries(missing.map((field) => [field, field])));
    if (missing.length === 0) booking.send();
  };
  return (
    <div className="booking-grid">
      <form id="booking" onSubmit={submit} noValidate className="min-w-0">
        <h1 className="booking-title">{site.bookLabel ?? words('title')}</h1>
        <p className="mt-2 mb-[26px] text-mute">{words('lead')}</p>
        <ServiceStep site={site} booking={booking} />
        <AssetStep site={site} booking={booking} />
        <TimeStep site={site} booking={booking} />
        <DetailsStep booking={booking} />
      </form>
      <SummaryCard site={site} booking={booking} secondsLeft={secondsLeft} />
      <BottomBar site={site} booking={booking} secondsLeft={secondsLeft} />
      <Announcer booking={booking} secondsLeft={secondsLeft} />
    </div>
  );
}

/** When the time is lost, the person is brought back to where another one is chosen. */
function useLostTimeFocus({ state }: Booking): void {
  const isLost = state.hold.kind === 'expired' || state.hold.kind === 'taken';
  useEffect(() => {
    if (isLost) document.getElementById('step-3')?.focus();
  }, [isLost]);
}

/** Where the first thing is wrong: fields by their id, groups by their step. */
const focusTargets: Readonly<Record<Field, string>> = {
  service: '[name="service"]',
  assetClass: '[name="assetClass"]',
  address: '#address',
  time: '#step-3',
  customerName: '#customerName',
  customerPhone: '#customerPhone',
};

function useErrorFocus(errors: FieldErrors): void {
  const known = useRef(errors);
  useEffect(() => {
    const isGrowing = Object.keys(errors).length > 0 && known.current !== errors;
    const isCheck = Object.keys(errors).length >= Object.keys(known.current).length;
    known.current = errors;
    if (!isGrowing || !isCheck) return;
    const first = (Object.keys(focusTargets) as Field[]).find((field) => errors[field] !== undefined);
    if (first) document.querySelector<HTMLElement>(focusTargets[first])?.focus();
  }, [errors]);
}
