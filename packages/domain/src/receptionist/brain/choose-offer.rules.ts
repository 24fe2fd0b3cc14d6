import type { Offer } from '../actions/action-schemas.rules.ts';
import type { Understanding } from '../language/understanding.rules.ts';
import type { WhenRequest } from '../language/when-request.rules.ts';

export type Choice =
  | { readonly kind: 'chosen'; readonly offer: Offer }
  /** Agreement or words that fit several of the open offers. */
  | { readonly kind: 'ask-which'; readonly among: readonly Offer[] }
  | { readonly kind: 'declined' }
  /** Says nothing about the offers. */
  | { readonly kind: 'none' };

interface Local {
  readonly offer: Offer;
  readonly day: string;
  readonly minute: number;
}

/** Ties an answer to the offers it can be about; a "2" after three offers is the second, not two o'clock. */
export function chooseOffer(
  understanding: Understanding,
  offers: readonly Offer[],
  previous: WhenRequest | null,
  timeZone: string,
): Choice {
  if (offers.length === 0) return { kind: 'none' };
  const { answer, when } = understanding;
  const locals = offers.map((offer) => localOf(offer, timeZone));
  const byNumber = answer.number !== null ? ofNumber(answer.number, locals) : null;
  if (byNumber) return byNumber;
  const newTime = when && saysTime(when, previous) ? when : null;
  const newDay =
    when && when.ranges.length > 0 && JSON.stringify(when.ranges) !== JSON.stringify(previous?.ranges ?? [])
      ? when
      : null;
  if (newTime || newDay) return ofWhen(locals, newTime, newDay, answer);
  if (answer.ordinal !== null) return ofOrdinal(answer.ordinal, offers);
  if (answer.isAny) return chosenOf(offers[0]);
  if (answer.yesNo === 'no') return { kind: 'declined' };
  if (answer.yesNo === 'yes')
    return offers.length === 1 ? chosenOf(offers[0]) : { kind: 'ask-which', among: offers };
  return { kind: 'none' };
}

function ofOrdinal(ordinal: number, offers: readonly Offer[]): Choice {
  const offer = ordinal === -1 ? offers.at(-1) : offers[ordinal - 1];
  return offer ? chosenOf(offer) : { kind: 'ask-which', among: offers };
}

// "2": the second offer; but where another offer is at two o'clock, it could be that one.
function ofNumber(number: number, locals: readonly Local[]): Choice | null {
  const onTheHour = locals.filter((local) => local.minute % 60 === 0 && hourOf(local) === number % 12);
  const inTheHour = locals.filter((local) => hourOf(local) === number % 12);
  const nth = locals[number - 1];
  if (nth) {
    const other = onTheHour.find((local) => local.offer !== nth.offer);
    return other ? { kind: 'ask-which', among: [nth.offer, other.offer] } : chosenOf(nth.offer);
  }
  const matches = onTheHour.length > 0 ? onTheHour : inTheHour;
  const [only] = matches;
  if (matches.length === 1 && only) return chosenOf(only.offer);
  return matches.length > 1 ? { kind: 'ask-which', among: matches.map((local) => local.offer) } : null;
}

function ofWhen(
  locals: readonly Local[],
  time: WhenRequest | null,
  day: WhenRequest | null,
  answer: Understanding['answer'],
): Choice {
  const fits = locals.filter((local) => (!time || fitsTime(local, time)) && (!day || fitsDay(local, day)));
  const [only] = fits;
  if (fits.length === 1 && only) return chosenOf(only.offer);
  if (fits.length > 1 && fits.length < locals.length)
    return { kind: 'ask-which', among: fits.map((local) => local.offer) };
  if (fits.length > 1 && answer.yesNo === 'yes')
    return { kind: 'ask-which', among: fits.map((local) => local.offer) };
  return { kind: 'none' };
}

function fitsTime(local: Local, { time, question }: WhenRequest): boolean {
  if (question?.kind === 'which-half') return question.minutes.includes(local.minute);
  if (time === null) return false;
  if (time.kind === 'exact') return local.minute === time.minute;
  return time.fromMinute <= local.minute && local.minute < time.toMinute;
}

function fitsDay(local: Local, { ranges }: WhenRequest): boolean {
  return ranges.some((range) => range.from <= local.day && local.day <= range.to);
}

function saysTime(when: WhenRequest, previous: WhenRequest | null): boolean {
  if (when.question?.kind === 'which-half') return true;
  return when.time !== null && JSON.stringify(when.time) !== JSON.stringify(previous?.time ?? null);
}

function localOf(offer: Offer, timeZone: string): Local {
  const local = Temporal.Instant.from(offer.startsAt).toZonedDateTimeISO(timeZone);
  return { offer, day: local.toPlainDate().toString(), minute: local.hour * 60 + local.minute };
}

const hourOf = (local: Local) => Math.floor(local.minute / 60) % 12;
const chosenOf = (offer: Offer | undefined): Choice => (offer ? { kind: 'chosen', offer } : { kind: 'none' });
