import type { BookHoldBody, Booking, CreateBookingBody } from '@servicepro/contracts/rest/scheduling';
import type { TenantDb } from '@servicepro/db';
import { findOrCreateCustomerByPhone, recordConsent } from '../customers/index.ts';
import { findBusinessTime } from '../tenants/index.ts';
import { bookHeldSlotOnce } from './book-held-slot.ts';
import { book } from './book-slot.ts';
import { readStart } from './check-start.ts';

/** The words beside the tick box of the booking page: what is agreed to is kept with the agreement. */
export const offersWords =
  'Yes, text me offers and reminders to come back. Message frequency varies. Reply STOP to stop.';

/** Staff book for a person by phone number. Errors as of book and findOrCreateCustomerByPhone. */
export async function bookByStaff(
  db: TenantDb,
  input: CreateBookingBody & { now: Temporal.Instant },
): Promise<Booking> {
  const business = await findBusinessTime(db);
  const startsAt = readStart(input.startsAt, business);
  const { customerId } = await findOrCreateCustomerByPhone(db, {
    phone: input.customerPhone,
    country: business.country,
    name: input.customerName,
    now: input.now,
  });
  return book(db, { ...input, startsAt, customerId, source: 'staff' });
}

/** A visitor of the site turns a hold into a booking. Errors as of bookHeldSlot and findOrCreateCustomerByPhone. */
export async function bookByVisitor(
  db: TenantDb,
  input: BookHoldBody & { now: Temporal.Instant },
): Promise<Booking> {
  const business = await findBusinessTime(db);
  const { customerId, contactPointId } = await findOrCreateCustomerByPhone(db, {
    phone: input.customerPhone,
    country: business.country,
    name: input.customerName,
    now: input.now,
  });
  const { booking, isNew } = await bookHeldSlotOnce(db, { ...input, customerId });
  if (isNew && input.wantsOffers) {
    await recordConsent(db, {
      contactPointId,
      purpose: 'marketing',
      isGiven: true,
      source: 'web-booking',
      words: offersWords,
      now: input.now,
    });
  }
  return booking;
}
