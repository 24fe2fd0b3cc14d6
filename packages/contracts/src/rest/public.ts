import { z } from 'zod';
import { Cents, Currency, DayText, Id, InstantText, TimeText } from '../values.ts';
import { BookingMode } from './catalog.ts';

/** What a tenant's public site is made of: the tenant's live facts and its editor's words. Unconfirmed prices are null. */
export const PublicSite = z.strictObject({
  tenant: z.strictObject({
    id: Id,
    slug: z.string(),
    name: z.string(),
    status: z.enum(['active', 'suspended']),
    timeZone: z.string(),
    locale: z.string(),
    currency: Currency,
    phone: z.string(),
    brandColor: z.string(),
    address: z.strictObject({
      street: z.string(),
      city: z.string(),
      region: z.string(),
      postalCode: z.string(),
    }),
    serviceArea: z.string(),
    tradeName: z.string(),
    packId: z.string(),
  }),
  template: z.string(),
  /** "Powered by ServicePro" in the footer: a plan may leave it out. */
  isPoweredByShown: z.boolean(),
  hours: z.array(z.strictObject({ weekday: z.int().min(1).max(7), opens: TimeText, closes: TimeText })),
  holidays: z.array(z.strictObject({ day: DayText, name: z.string() })),
  assetClasses: z.array(z.strictObject({ id: Id, key: z.string(), name: z.string() })),
  services: z.array(
    z.strictObject({
      id: Id,
      key: z.string(),
      name: z.string(),
      description: z.string(),
      category: z.string(),
      booking: BookingMode,
      isMobile: z.boolean(),
      prices: z.array(
        z.strictObject({ assetClassId: Id, durationMinutes: z.int(), priceCents: Cents.nullable() }),
      ),
    }),
  ),
  addOns: z.array(
    z.strictObject({ id: Id, name: z.string(), priceCents: Cents.nullable(), durationMinutes: z.int() }),
  ),
  faqs: z.array(z.strictObject({ question: z.string(), answer: z.string() })),
  content: z.record(z.string(), z.unknown()),
  nextSlot: z.strictObject({ serviceId: Id, assetClassId: Id, startsAt: InstantText }).nullable(),
});
export type PublicSite = z.infer<typeof PublicSite>;
