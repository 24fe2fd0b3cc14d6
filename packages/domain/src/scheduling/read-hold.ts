import type { Hold } from '@servicepro/contracts/rest/scheduling';
import type { TenantDb } from '@servicepro/db';
import { findBooking } from './booking-reads.repository.ts';
import { findBookingRow } from './bookings.repository.ts';
import { schedulingErrors } from './scheduling.errors.ts';

/** A hold as the wire has it, and who will do the work. */
export interface HeldSlot {
  readonly hold: Hold;
  readonly resource: { readonly id: string; readonly name: string };
}

/** Throws `scheduling.unknown-hold` (404) when it is gone or has become a booking. */
export async function readHold(db: TenantDb, holdId: string): Promise<HeldSlot> {
  const row = await findBookingRow(db, holdId);
  const booking = await findBooking(db, holdId);
  if (!row?.expiresAt || !booking) throw schedulingErrors.unknownHold();
  return {
    hold: {
      id: booking.id,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      expiresAt: row.expiresAt.toString(),
      durationMinutes: booking.lines.reduce((sum, line) => sum + line.durationMinutes, 0),
      lines: booking.lines,
      totalCents: booking.totalCents,
      currency: booking.currency,
    },
    resource: booking.resource,
  };
}
