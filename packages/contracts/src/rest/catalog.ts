import { z } from 'zod';
import { Cents, Currency, Id, InstantText } from '../values.ts';

export const ServicePrice = z.strictObject({
  id: Id,
  assetClassId: Id,
  durationMinutes: z.int(),
  /** Confirmed by a person; null may not be told to a customer. */
  priceCents: Cents.nullable(),
  suggestedCents: Cents.nullable(),
  currency: Currency,
  confirmedAt: InstantText.nullable(),
});
export type ServicePrice = z.infer<typeof ServicePrice>;

export const BookingMode = z.enum(['instant', 'quote_first', 'after_diagnostic']);
export type BookingMode = z.infer<typeof BookingMode>;

export const Service = z.strictObject({
  id: Id,
  key: z.string(),
  name: z.string(),
  description: z.string(),
  category: z.string(),
  words: z.array(z.string()),
  booking: BookingMode,
  isMobile: z.boolean(),
  bufferMinutes: z.int(),
  prices: z.array(ServicePrice),
});
export type Service = z.infer<typeof Service>;

export const AssetClass = z.strictObject({
  id: Id,
  key: z.string(),
  name: z.string(),
  words: z.array(z.string()),
});
export type AssetClass = z.infer<typeof AssetClass>;

export const AddOn = z.strictObject({
  id: Id,
  key: z.string(),
  name: z.string(),
  words: z.array(z.string()),
  durationMinutes: z.int(),
  priceCents: Cents.nullable(),
  suggestedCents: Cents.nullable(),
});
export type AddOn = z.infer<typeof AddOn>;

export const Catalog = z.strictObject({
  assetClasses: z.array(AssetClass),
  services: z.array(Service),
  addOns: z.array(AddOn),
});
export type Catalog = z.infer<typeof Catalog>;

/** Confirms the suggested price, or sets another. */
export const ConfirmPriceBody = z.strictObject({ priceCents: Cents });
export type ConfirmPriceBody = z.infer<typeof ConfirmPriceBody>;
