import { z } from 'zod';

export const Env = z.object({
  CORE_API_URL: z.url().default('http://127.0.0.1:3001').describe('Where core-api listens'),
  REVALIDATE_SECRET: z
    .string()
    .min(16)
    .max(200)
    .optional()
    .describe('Shared with ai-worker, which tells of changes; absent = pages are only renewed by age'),
  SITE_ORIGIN_TEMPLATE: z
    .string()
    .regex(/^https?:\/\/[^/]*\{host\}[^/]*$/)
    .default('http://{host}:3000')
    .describe("How a site's public address is written: links are made of this, never of a request's Host"),
  CLOCK_AT: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('Freezes "now" at an instant, for screenshots of the demo'),
});
export type Env = z.infer<typeof Env>;

/** Reads and bounds the environment; throws in words when half of it is wrong. */
export function readEnv(): Env {
  return Env.parse({
    CORE_API_URL: process.env.CORE_API_URL,
    REVALIDATE_SECRET: process.env.REVALIDATE_SECRET,
    SITE_ORIGIN_TEMPLATE: process.env.SITE_ORIGIN_TEMPLATE,
    CLOCK_AT: process.env.CLOCK_AT,
  });
}

/** The time that pages are made at. */
export function now(env: Env): Date {
  return env.CLOCK_AT === undefined ? new Date() : new Date(env.CLOCK_AT);
}

/** `http://{host}:3000` and a host make the site's origin. */
export function siteOrigin(env: Env, host: string): string {
  return env.SITE_ORIGIN_TEMPLATE.replace('{host}', host);
}
