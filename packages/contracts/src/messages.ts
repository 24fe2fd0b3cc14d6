import { z } from 'zod';

/** A message between slices: its address never changes meaning; a new shape is a new version. Payloads hold ids, no personal data. */
export interface Message<P extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly version: number;
  readonly payload: P;
}

export type MessagePayload<M extends Message> = z.input<M['payload']>;

function defineMessage<P extends z.ZodType>(name: string, version: number, payload: P): Message<P> {
  return { name, version, payload };
}

/** `slice.event-happened.v1`, as it stands in the outbox. */
export function messageAddress(message: Message): string {
  return `${message.name}.v${message.version}`;
}

const Id = z.uuid();

/** Take the turn that answers a conversation's unanswered messages, if `messageId` is still the newest of them. */
export const TakeTurn = defineMessage(
  'receptionist.take-turn',
  1,
  z.strictObject({ conversationId: Id, messageId: Id }),
);

/** Hand one queued outbound message to its carrier. */
export const SendMessage = defineMessage('conversations.send-message', 1, z.strictObject({ messageId: Id }));

/** Ask the provider what became of a message whose final status has not come. */
export const CheckDelivery = defineMessage(
  'conversations.check-delivery',
  1,
  z.strictObject({ messageId: Id }),
);

export const BookingMade = defineMessage('scheduling.booking-made', 1, z.strictObject({ bookingId: Id }));
export const BookingMoved = defineMessage('scheduling.booking-moved', 1, z.strictObject({ bookingId: Id }));
export const BookingCancelled = defineMessage(
  'scheduling.booking-cancelled',
  1,
  z.strictObject({ bookingId: Id }),
);

export const PriceConfirmed = defineMessage('catalog.price-confirmed', 1, z.strictObject({ serviceId: Id }));

/** Every message there is: the worker refuses an outbox row whose address is not here. */
export const messages = [
  TakeTurn,
  SendMessage,
  CheckDelivery,
  BookingMade,
  BookingMoved,
  BookingCancelled,
  PriceConfirmed,
] as const;
