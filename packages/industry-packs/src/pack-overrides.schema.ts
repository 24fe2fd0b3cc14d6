import { BookingMode } from '@servicepro/contracts/rest/catalog';
import { z } from 'zod';
import { PackAddOn, PackFaq, PackService, PackSite, Text } from './pack.schema.ts';

const Hidden = { isHidden: z.boolean().optional() };

/**
 * What one tenant changed, by key, so that it survives a newer version of the pack. Prices are not here:
 * a confirmed price is the tenant's own row and no pack touches it.
 */
export const PackOverrides = z.strictObject({
  assetClasses: z
    .record(
      z.string(),
      z.strictObject({ ...Hidden, name: Text.optional(), addWords: z.array(z.string()).optional() }),
    )
    .optional(),
  services: z
    .record(
      z.string(),
      z.strictObject({
        ...Hidden,
        name: Text.optional(),
        description: Text.optional(),
        addWords: z.array(z.string()).optional(),
        booking: BookingMode.optional(),
        isMobile: z.boolean().optional(),
        bufferMinutes: z.int().min(0).max(480).optional(),
        /** By key of asset class. */
        durationMinutes: z.record(z.string(), z.int().min(5).max(1440)).optional(),
      }),
    )
    .optional(),
  addOns: z
    .record(
      z.string(),
      z.strictObject({
        ...Hidden,
        name: Text.optional(),
        addWords: z.array(z.string()).optional(),
        durationMinutes: z.int().min(0).max(1440).optional(),
      }),
    )
    .optional(),
  faqs: z
    .record(z.string(), z.strictObject({ ...Hidden, question: Text.optional(), answer: Text.optional() }))
    .optional(),
  site: PackSite.partial().optional(),
  addedServices: z.array(PackService).optional(),
  addedAddOns: z.array(PackAddOn).optional(),
  addedFaqs: z.array(PackFaq).optional(),
});
export type PackOverrides = z.infer<typeof PackOverrides>;
