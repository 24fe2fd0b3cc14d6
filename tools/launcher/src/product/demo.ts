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
      }),
    )
    .default([]),
});
export type DemoDescription = z.infer<typeof DemoDescription>;
