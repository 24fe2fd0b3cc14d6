import { z } from 'zod';

/** What a newcomer needs to know about the seeded data. The seed makes it; `npm run where` shows it. */
export const DemoDescription = z.object({
  tenants: z
    .array(
      z.object({
        slug: z.string(),
        name: z.string(),
        trade: z.string().default(''),
        timeZone: z.string().default(''),
        /** E.164. */
        phoneNumber: z.string(),
        /** Host without a port, such as clean-machine.localhost. */
        siteHost: z.string(),
      }),
    )
    .default([]),
  logins: z
    .array(
      z.object({
        email: z.string(),
        password: z.string(),
        role: z.string().default(''),
        tenantSlug: z.string().optional(),
        /** The phone simulator signs in as this person to show what a text caused. */
        readsTrail: z.boolean().default(false),
      }),
    )
    .default([]),
  /** What the carrier's stand-in is told at every start, as bodies of its control API (POST /__control/<name>). */
  carrier: z
    .object({
      accounts: z.array(z.looseObject({ sid: z.string() })).default([]),
      numbers: z.array(z.looseObject({ number: z.string() })).default([]),
      people: z.array(z.looseObject({ number: z.string() })).default([]),
    })
    .default({ accounts: [], numbers: [], people: [] }),
});
export type DemoDescription = z.infer<typeof DemoDescription>;
export const emptyDemo: DemoDescription = {
  tenants: [],
  logins: [],
  carrier: { accounts: [], numbers: [], people: [] },
};
