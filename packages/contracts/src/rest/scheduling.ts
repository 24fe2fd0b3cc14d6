import { z } from 'zod';
import { Cents, Currency, DayText, Id, InstantText, NameText, PhoneText } from '../values.ts';

export const BookingStatus = z.enum([
  'held',
  'booked',
  'confirmed',
  'in_progress',
  'done',
  'cancelled',
  'no_show',
]);
export type BookingStatus = z.infer<typeof BookingStatus>;

export const BookingSource = z.enum(['sms', 'voice', 'web', 'staff', 'import']);
export type BookingSource = z.infer<typeof BookingSource>;

export const BookingLine = z.strictObject({
  kind: z.enum(['service', 'add_on']),
  name: z.string(),
  durationMinutes: z.int(),
  priceCents: Cents.nullable(),
});

export const Booking = z.strictObject({
  id: Id,
  /** As people say it: J-2045. Null while only held. */
  number: z.string().nullable(),
  status: BookingStatus,
  source: BookingSource,
  isByAi: z.boolean(),
  resource: z.strictObject({ id: Id, name: z.string() }),
  service: z.strictObject({ id: Id, name: z.string(), category: z.string() }),
  assetClass: z.strictObject({ id: Id, name: z.string() }),
  assetName: z.string(),
  customer: z.strictObject({ id: Id, name: z.string(), phone: z.string().nullable() }).nullable(),
  address: z.string(),
  /** Short: a district or "Shop bay". */
  place: z.string(),
  notes: z.string(),
  startsAt: InstantText,
  endsAt: InstantText,
  occupiedUntil: InstantText,
  lines: z.array(BookingLine),
  totalCents: Cents.nullable(),
  currency: Currency,
  conversationId: Id.nullable(),
  startedAt: InstantText.nullable(),
  finishedAt: InstantText.nullable(),
  createdAt: InstantText,
  version: z.int(),
});
export type Booking = z.infer<typeof Booking>;

export const Resource = z.strictObject({
  id: Id,
  kind: z.enum(['technician', 'crew', 'bay', 'van']),
  name: z.string(),
  shortName: z.string(),
  label: z.string(),
});
export type Resource = z.infer<typeof Resource>;

export const CalendarDay = z.strictObject({
  day: DayText,
  timeZone: z.string(),
  now: InstantText,
  /** First and last instant to draw. */
  opensAt: InstantText,
  closesAt: InstantText,
  isOpen: z.boolean(),
  closedReason: z.string().nullable(),
  resources: z.array(
    Resource.extend({
      timeOff: z.array(z.strictObject({ startsAt: InstantText, endsAt: InstantText, reason: z.string() })),
      bookedMinutes: z.int(),
      openMinutes: z.int(),
    }),
  ),
  bookings: z.array(Booking),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

export const Slot = z.strictObject({
  startsAt: InstantText,
  endsAt: InstantText,
  resourceId: Id,
  resourceName: z.string(),
});
export type Slot = z.infer<typeof Slot>;

/** Why a day offers nothing. */
export const NoSlotReason = z.enum(['closed', 'holiday', 'full', 'past', 'beyond-horizon']);
export type NoSlotReason = z.infer<typeof NoSlotReason>;

export const SlotDay = z.strictObject({
  day: DayText,
  slots: z.array(Slot),
  reason: NoSlotReason.nullable(),
  /** The holiday's name, where that is the reason. */
  note: z.string().nullable(),
});
export type SlotDay = z.infer<typeof SlotDay>;

export const SlotQuery = z.strictObject({
  serviceId: Id,
  assetClassId: Id,
  /** Comma-separated ids. */
  addOnIds: z.string().max(800).optional(),
  from: DayText.optional(),
  days: z.coerce.number().int().min(1).max(31).default(7),
});
export type SlotQuery = z.infer<typeof SlotQuery>;

export const SlotAnswer = z.strictObject({
  timeZone: z.string(),
  durationMinutes: z.int(),
  priceCents: Cents.nullable(),
  currency: Currency,
  days: z.array(SlotDay),
});
export type SlotAnswer = z.infer<typeof SlotAnswer>;

/** When work starts: an instant, or a wall time of the business without an offset (2026-03-08T09:30). */
export const StartText = z.iso.datetime({ offset: true, local: true });

const Chosen = {
  serviceId: Id,
  assetClassId: Id,
  addOnIds: z.array(Id).max(20).default([]),
  startsAt: StartText,
  /** Absent: any resource that is free. */
  resourceId: Id.optional(),
};

/** Staff book for a customer. */
export const CreateBookingBody = z.strictObject({
  ...Chosen,
  customerName: NameText,
  customerPhone: PhoneText,
  assetName: z.string().trim().max(120).default(''),
  address: z.string().trim().max(300).default(''),
  notes: z.string().trim().max(2000).default(''),
  /** Outside business hours on purpose. */
  isOutsideHours: z.boolean().default(false),
  idempotencyKey: z.string().min(8).max(100).optional(),
});
export type CreateBookingBody = z.infer<typeof CreateBookingBody>;

export const MoveBookingBody = z.strictObject({
  startsAt: StartText,
  resourceId: Id,
  /** The version the mover saw; another one is a conflict. */
  version: z.int(),
  /** Outside business hours on purpose. */
  isOutsideHours: z.boolean().optional(),
});
export type MoveBookingBody = z.infer<typeof MoveBookingBody>;

export const SetBookingStatusBody = z.strictObject({
  status: z.enum(['booked', 'confirmed', 'in_progress', 'done', 'no_show']),
  version: z.int(),
});
export type SetBookingStatusBody = z.infer<typeof SetBookingStatusBody>;

export const CancelBookingBody = z.strictObject({
  reason: z.string().trim().max(500).default(''),
  version: z.int(),
});
export type CancelBookingBody = z.infer<typeof CancelBookingBody>;

/** 409 when the slot is gone: what is free instead. */
export const SlotTakenProblem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.literal(409),
  code: z.string(),
  detail: z.string().optional(),
  requestId: z.string().optional(),
  alternatives: z.array(Slot),
});
export type SlotTakenProblem = z.infer<typeof SlotTakenProblem>;

export const CreateHoldBody = z.strictObject({ ...Chosen, idempotencyKey: z.string().min(8).max(100) });
export type CreateHoldBody = z.infer<typeof CreateHoldBody>;

export const Hold = z.strictObject({
  id: Id,
  startsAt: InstantText,
  endsAt: InstantText,
  expiresAt: InstantText,
  durationMinutes: z.int(),
  lines: z.array(BookingLine),
  totalCents: Cents.nullable(),
  currency: Currency,
});
export type Hold = z.infer<typeof Hold>;

/** A customer turns the hold into a booking. */
export const BookHoldBody = z.strictObject({
  holdId: Id,
  customerName: NameText,
  customerPhone: PhoneText,
  assetName: z.string().trim().max(120).default(''),
  address: z.string().trim().max(300).default(''),
  notes: z.string().trim().max(2000).default(''),
  /** Separate from the booking and unticked at first. */
  wantsOffers: z.boolean().default(false),
  idempotencyKey: z.string().min(8).max(100),
});
export type BookHoldBody = z.infer<typeof BookHoldBody>;

/** What the customer is shown after the row is committed. */
export const BookingConfirmation = z.strictObject({
  number: z.string(),
  startsAt: InstantText,
  endsAt: InstantText,
  serviceName: z.string(),
  resourceName: z.string(),
  address: z.string(),
  totalCents: Cents.nullable(),
  currency: Currency,
});
export type BookingConfirmation = z.infer<typeof BookingConfirmation>;
