import type { SeedAction, SeedFact, SeedMessage } from './demo-data.ts';
import { fillDays, writeMessage } from './message-words.rules.ts';
import type { SeededBooking } from './write-bookings.ts';
import type { SeededCatalog } from './write-catalog.ts';
import type { SeededCustomer } from './write-customers.ts';
import { must, type WriteScope } from './write-scope.ts';

/** What a thread's figures and actions point to. */
export interface ThreadParts {
  catalog: SeededCatalog;
  customers: ReadonlyMap<string, SeededCustomer>;
  resources: ReadonlyMap<string, string>;
  bookings: ReadonlyMap<string, SeededBooking>;
  /** By weekday. */
  hours: ReadonlyMap<number, string>;
}

/** One row for each figure in a message: where it stands and the row that backs it. */
export function factRows(scope: WriteScope, parts: ThreadParts, messageId: string, message: SeedMessage) {
  const { figures } = writeMessage(scope.time, message.body);
  return (message.facts ?? []).map((fact, at) => {
    const figure = must(figures[at], `figure ${at + 1} in "${message.body}"`);
    const source = sourceOf(parts, fact);
    return {
      message_id: messageId,
      position: at + 1,
      kind: fact.source.kind,
      value: fact.value ?? figure.text,
      label: fillDays(scope.time, fact.label),
      detail: fillDays(scope.time, fact.detail),
      source_table: source.table,
      source_id: source.id,
      start_offset: figure.startOffset,
      end_offset: figure.endOffset,
    };
  });
}

function sourceOf(parts: ThreadParts, { source }: SeedFact): { table: string; id: string } {
  switch (source.kind) {
    case 'price': {
      const price = parts.catalog.services.get(source.service)?.prices.get(source.assetClass);
      return { table: 'service_prices', id: must(price, `price of ${source.service}`).id };
    }
    case 'add_on':
      return { table: 'add_ons', id: must(parts.catalog.addOns.get(source.addOn), source.addOn).id };
    case 'booking':
      return { table: 'bookings', id: must(parts.bookings.get(source.booking), source.booking).id };
    case 'hours':
      return {
        table: 'business_hours',
        id: must(parts.hours.get(source.weekday), `hours of weekday ${source.weekday}`),
      };
    case 'slot':
      return { table: 'resources', id: must(parts.resources.get(source.resource), source.resource) };
  }
}

interface ActionPlace {
  conversationId: string;
  messageId: string;
  turnId: string | null;
  at: Temporal.Instant;
}

/** The logged action, with how to take it back where it booked or moved something. */
export function actionRow(parts: ThreadParts, action: SeedAction, place: ActionPlace) {
  const booking = action.booking ? must(parts.bookings.get(action.booking), action.booking) : null;
  const inverse = booking && {
    name: action.movedFrom ? 'undo_move' : 'cancel_booking',
    bookingId: booking.id,
  };
  return {
    conversation_id: place.conversationId,
    turn_id: place.turnId,
    message_id: place.messageId,
    name: action.name,
    risk: action.risk,
    result: JSON.stringify(resultOf(parts, action, booking)),
    verdict: 'allowed' as const,
    summary: action.summary,
    booking_id: booking?.id ?? null,
    inverse: inverse && JSON.stringify(inverse),
    duration_ms: action.durationMs,
    at: place.at,
  };
}

function resultOf(parts: ThreadParts, { priceOf }: SeedAction, booking: SeededBooking | null): object {
  if (booking) return { bookingId: booking.id, number: `J-${booking.number}` };
  if (!priceOf) return {};
  const price = parts.catalog.services.get(priceOf.service)?.prices.get(priceOf.assetClass);
  return {
    quote: { priceId: must(price, `price of ${priceOf.service}`).id, totalCents: price?.cents ?? null },
  };
}
