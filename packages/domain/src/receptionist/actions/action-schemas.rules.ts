import type { SlotDay } from '@servicepro/contracts/rest/scheduling';
import { Currency, DayText, Id, InstantText } from '@servicepro/contracts/values';
import { z } from 'zod';

/** How much harm an action could do, and so who must agree before it runs. */
export type Risk = 'read' | 'reversible' | 'confirm' | 'staff' | 'system';

const Work = { serviceId: Id, assetClassId: Id, addOnIds: z.array(Id).max(10) };

/** What was offered: a start, by whom. A booking is only ever made of one that was offered before. */
export const Offer = z.strictObject({
  startsAt: InstantText,
  resourceId: Id,
  resourceName: z.string().max(120),
});
export type Offer = z.infer<typeof Offer>;

/**
 * Every action the receptionist can propose, with the shape of its input. Unknown fields are refused, not guessed. Whose
 * conversation and which customer it is for is never an argument: the executor knows.
 */
export const actionInputs = {
  find_slots: z.strictObject({ ...Work, from: DayText, days: z.int().min(1).max(31) }),
  quote_price: z.strictObject(Work),
  hold_slot: z.strictObject({ ...Work, offer: Offer }),
  release_hold: z.strictObject({ holdId: Id }),
  book: z.strictObject({
    ...Work,
    offer: Offer,
    holdId: Id.nullable(),
    address: z.string().max(200),
    assetName: z.string().max(80),
  }),
  upsert_contact_field: z.strictObject({ field: z.literal('name'), value: z.string().trim().min(1).max(60) }),
  hand_off: z.strictObject({ reason: z.string().min(1).max(200) }),
  opt_out: z.strictObject({ source: z.enum(['words', 'wrong-number']) }),
} as const;
export type ActionName = keyof typeof actionInputs;
export type ActionInput<N extends ActionName> = z.infer<(typeof actionInputs)[N]>;

/** One action as a brain proposes it. */
export type Proposal = {
  [N in ActionName]: { readonly name: N; readonly input: ActionInput<N> };
}[ActionName];

/** The price of work as the owner confirmed it, with its row. */
export const Quote = z.strictObject({
  priceId: Id,
  /** Null: not confirmed, and so not to be told. */
  totalCents: z.int().nullable(),
  currency: Currency,
  durationMinutes: z.int(),
  confirmedAt: InstantText.nullable(),
  addOns: z.array(z.strictObject({ id: Id, name: z.string(), priceCents: z.int().nullable() })),
});
export type Quote = z.infer<typeof Quote>;

export interface BookedVisit {
  readonly bookingId: string;
  /** "J-2045" */
  readonly number: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly resourceName: string;
  readonly address: string;
  readonly totalCents: number | null;
  readonly currency: string;
  readonly hasCustomerName: boolean;
}

/** What an action came to; the brain decides on it what to say. */
export interface ActionResults {
  find_slots: { readonly days: readonly z.infer<typeof SlotDay>[] };
  quote_price: { readonly quote: Quote | null };
  hold_slot: { readonly outcome: 'held'; readonly holdId: string } | TakenSlot;
  release_hold: { readonly wasReleased: boolean };
  book: { readonly outcome: 'booked'; readonly booking: BookedVisit } | TakenSlot;
  upsert_contact_field: { readonly isSet: boolean };
  hand_off: { readonly isHandedOff: boolean };
  opt_out: { readonly isOptedOut: boolean };
}
export interface TakenSlot {
  readonly outcome: 'taken';
  readonly alternatives: readonly Offer[];
}

/** An action that the policy refused, or whose input was not valid, came to nothing. */
export type ActionOutcome<N extends ActionName = ActionName> =
  | { readonly [K in N]: { readonly name: K; readonly result: ActionResults[K] } }[N]
  | { readonly name: N; readonly refused: string };
