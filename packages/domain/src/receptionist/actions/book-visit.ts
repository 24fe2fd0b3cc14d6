import type { Booking } from '@servicepro/contracts/rest/scheduling';
import type { TenantDb } from '@servicepro/db';
import { AppError } from '@servicepro/service-kit/app-error';
import { addAsset, findOrCreateCustomerByPhone } from '../../customers/index.ts';
import { book, bookHeldSlot, schedulingErrors } from '../../scheduling/index.ts';
import { type ActionRun, type ActionScope, takenOr } from './action-run.rules.ts';
import type { ActionInput } from './action-schemas.rules.ts';

/** Books the offered slot for whoever texts from this number, from the hold where there is one. */
export async function bookVisit(
  db: TenantDb,
  scope: ActionScope,
  input: ActionInput<'book'>,
): Promise<ActionRun> {
  const { customerId, name } = await findOrCreateCustomerByPhone(db, {
    phone: scope.phone,
    country: scope.country,
    now: scope.now,
  });
  const asset =
    input.assetName === ''
      ? null
      : await addAsset(db, { customerId, assetClassId: input.assetClassId, name: input.assetName });
  try {
    const booking = await claim(db, scope, input, { customerId, assetId: asset?.assetId });
    return {
      result: { outcome: 'booked', booking: asVisit(booking, name !== '') },
      summary: `Booked ${booking.number ?? ''}`.trim(),
      bookingId: booking.id,
      inverse: { name: 'cancel_booking', bookingId: booking.id },
    };
  } catch (cause) {
    return { result: takenOr(cause), summary: 'That time was taken meanwhile' };
  }
}

async function claim(
  db: TenantDb,
  scope: ActionScope,
  input: ActionInput<'book'>,
  who: { customerId: string; assetId: string | undefined },
): Promise<Booking> {
  const details = {
    ...who,
    assetName: input.assetName,
    address: input.address,
    place: placeOf(input.address),
    now: scope.now,
  };
  if (input.holdId !== null) {
    try {
      return await bookHeldSlot(db, { ...details, holdId: input.holdId });
    } catch (cause) {
      // The hold ran out and is gone: the slot itself may still be free.
      if (!(cause instanceof AppError) || cause.code !== schedulingErrors.unknownHold.code) throw cause;
    }
  }
  return book(db, {
    ...details,
    serviceId: input.serviceId,
    assetClassId: input.assetClassId,
    addOnIds: input.addOnIds,
    startsAt: Temporal.Instant.from(input.offer.startsAt),
    resourceId: input.offer.resourceId,
    source: 'sms',
    isByAi: true,
    conversationId: scope.conversationId,
  });
}

function asVisit(booking: Booking, hasCustomerName: boolean) {
  return {
    bookingId: booking.id,
    number: booking.number ?? '',
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    resourceName: booking.resource.name,
    address: booking.address,
    totalCents: booking.totalCents,
    currency: booking.currency,
    hasCustomerName,
  };
}

// Short, for a card: the street without city and zip.
function placeOf(address: string): string {
  return address.split(',')[0]?.trim().slice(0, 60) ?? '';
}
