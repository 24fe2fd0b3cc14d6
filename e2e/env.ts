import { z } from 'zod';

/** What the journeys know of the running product: the part of `npm run where -- --json` that they use. */
const Where = z.object({
  port: z.int(),
  urls: z.object({ dashboard: z.url(), phone: z.url() }),
  sites: z.array(z.object({ slug: z.string(), name: z.string(), url: z.url() })),
  numbers: z.array(z.object({ slug: z.string(), phoneNumber: z.string() })),
  logins: z.array(
    z.object({
      email: z.string(),
      password: z.string(),
      role: z.string(),
      tenantSlug: z.string().optional(),
    }),
  ),
  databaseUrl: z.string(),
  standInsUrl: z.string().optional(),
});
export type Where = z.infer<typeof Where>;

/** The running product's addresses, logins and numbers; throws in words where none is given. */
export function readWhere(): Where {
  const text = process.env.SERVICEPRO_WHERE;
  if (!text) throw new Error('SERVICEPRO_WHERE is empty: it takes what `npm run where -- --json` prints.');
  return Where.parse(JSON.parse(text));
}

export function chromiumPath(): string {
  return process.env.CHROMIUM_PATH || '/usr/bin/chromium';
}

/** What a child process needs of ours. */
export function inheritedPath(): string {
  return process.env.PATH ?? '';
}

/** Rounds of the isolation test, 120 hostile requests each: 17 are the 2,000 that are promised. */
export function isolationRounds(): number {
  return z.coerce.number().int().min(1).max(1_000).default(17).parse(process.env.ISOLATION_ROUNDS);
}
