import { z } from 'zod';

const words = (max: number) => z.string().trim().min(1).max(max).optional().catch(undefined);

/**
 * The words a tenant or its industry pack gives the site. All optional and each read on its own: a field that is
 * missing or malformed falls back to neutral words, and never takes the page down.
 */
export const SiteContent = z.object({
  headline: words(120),
  lead: words(300),
  bookLabel: words(60),
  assetQuestion: words(80),
  pricesTitle: words(80),
  pricesLead: words(400),
  featureTitle: words(120),
  featureBody: words(400),
  visitTitle: words(120),
  visitService: words(80),
  visitSteps: z
    .array(z.object({ afterMinutes: z.int().min(0), text: z.string().trim().min(1).max(300) }))
    .min(2)
    .max(8)
    .optional()
    .catch(undefined),
  faqTitle: words(80),
  closingTitle: words(120),
  closingBody: words(300),
  seoTitle: words(120),
  seoDescription: words(300),
});
export type SiteContent = z.infer<typeof SiteContent>;
