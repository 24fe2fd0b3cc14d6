import type { TrailStep } from '@servicepro/contracts/rest/trail';
import { h } from 'preact';
import { durationText, isoDay, moneyText, phoneText, spanText } from './format.ts';
import { type IconName, icon } from './icons.ts';
import { words } from './words.data.ts';

export interface TrailStepProps {
  step: TrailStep;
  timeZone: string;
  calendarUrl: string | null;
}

const icons: Readonly<Record<TrailStep['kind'], IconName>> = {
  webhook: 'webhook',
  matched: 'route',
  intent: 'sparkles',
  action: 'bolt',
  booking: 'calendar',
  sent: 'send',
};
const tones: Partial<Record<TrailStep['kind'], string>> = { intent: 'ai', booking: 'ok', sent: 'ok' };

/** One step of a turn, with its values and, where there is one, its booking. */
export function TrailStepRow({ step, timeZone, calendarUrl }: TrailStepProps) {
  return h(
    'li',
    { class: `step ${toneOf(step)}` },
    h('span', { class: 'step-icon' }, icon(iconOf(step), 15)),
    h(
      'div',
      { class: 'step-body' },
      h(
        'div',
        { class: 'row' },
        h('b', null, step.title),
        h('span', { class: 'space' }),
        step.durationMs !== null && h('small', { class: 'num dim' }, durationText(step.durationMs)),
      ),
      step.detail !== '' && !step.booking && h('p', null, withCode(step.detail)),
      h(Fields, { step }),
      step.booking && h(BookingCard, { booking: step.booking, timeZone, calendarUrl }),
    ),
  );
}

function toneOf(step: TrailStep): string {
  if (step.kind === 'sent' && /failed|undelivered|suppressed|unknown|No answer/i.test(step.title)) return '';
  return tones[step.kind] ?? '';
}

function iconOf(step: TrailStep): IconName {
  if (step.kind !== 'action') return icons[step.kind];
  if (/hold/i.test(step.title)) return 'lock';
  return /place|address/i.test(step.title) ? 'pin' : 'bolt';
}

// Paths and the vendor's ids are set as code; a long id is shortened, whole in its tooltip.
const codeParts = /((?:POST|GET) \/[\w/.-]+|\b(?:MG|SM|AC|CA)[0-9a-f]{32}\b)/;

function withCode(text: string) {
  return text
    .split(codeParts)
    .map((part) => (codeParts.test(part) ? h('code', { key: part, title: part }, shortId(part)) : part));
}

function shortId(text: string): string {
  return text.replace(/^([A-Z]{2}[0-9a-f]{4})[0-9a-f]{24}([0-9a-f]{4})$/, '$1…$2');
}

function Fields({ step }: { step: TrailStep }) {
  if (step.fields.length === 0) return null;
  if (step.kind === 'webhook') {
    return h(
      'dl',
      { class: 'fields num' },
      step.fields.flatMap((field) => [
        h('dt', { key: `${field.label} name` }, field.label),
        h('dd', { key: field.label, title: field.value }, shortId(phoneText(field.value))),
      ]),
    );
  }
  return h(
    'div',
    { class: 'chips' },
    step.fields.map((field) =>
      h('span', { key: field.label, class: 'badge ai num' }, `${field.label}: ${field.value}`),
    ),
  );
}

interface BookingCardProps {
  booking: NonNullable<TrailStep['booking']>;
  timeZone: string;
  calendarUrl: string | null;
}

function BookingCard({ booking, timeZone, calendarUrl }: BookingCardProps) {
  const href = calendarUrl && `${calendarUrl}?date=${isoDay(booking.startsAt, timeZone)}&job=${booking.id}`;
  return h(
    'div',
    { class: 'booking' },
    h(
      'div',
      { class: 'row num' },
      h('b', null, booking.number),
      h('span', null, spanText(booking.startsAt, booking.endsAt, timeZone)),
      h('span', { class: 'space' }),
      booking.totalCents !== null && h('b', null, moneyText(booking.totalCents)),
    ),
    h(
      'div',
      { class: 'row small-text booking-what' },
      h('span', null, booking.title),
      h('span', { class: 'space' }),
      href && h('a', { href, target: '_blank', rel: 'noreferrer' }, words.openInCalendar),
    ),
  );
}
