import { z } from 'zod';

/** The ground a section stands on. */
export const SectionTone = z.enum(['surface', 'tint', 'brand', 'deep']);
export type SectionTone = z.infer<typeof SectionTone>;

const Words = z.string().trim().min(1).max(600);

/** What every section has, whatever its kind. Live figures are never in here: they come from SiteFacts. */
const common = {
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  heading: z.string().trim().max(200).default(''),
  /** The fragment it is linked by; empty where nothing links to it. */
  anchor: z
    .string()
    .regex(/^([a-z][a-z0-9-]{0,39})?$/)
    .default(''),
  tone: SectionTone.default('surface'),
  hidden: z.boolean().default(false),
};

const ServiceKey = z.string().min(1).max(80);

export const NavSection = z.strictObject({
  ...common,
  kind: z.literal('nav'),
  variant: z.enum(['over']).default('over'),
  links: z.array(z.strictObject({ label: Words, anchor: z.string() })).max(6),
  callToAction: Words,
});
export const HeroSection = z.strictObject({
  ...common,
  kind: z.literal('hero'),
  variant: z.enum(['paint']).default('paint'),
  lead: z.string().trim().max(600).default(''),
});
export const QuickBookSection = z.strictObject({
  ...common,
  kind: z.literal('quickBook'),
  variant: z.enum(['bar']).default('bar'),
  /** The service the bar sells; absent: the service of the next open slot. */
  serviceKey: ServiceKey.optional(),
  question: Words,
});
export const PriceMatrixSection = z.strictObject({
  ...common,
  kind: z.literal('priceMatrix'),
  variant: z.enum(['bySize']).default('bySize'),
  note: z.string().trim().max(600).default(''),
  markedServiceKey: ServiceKey.optional(),
});
export const BeforeAfterSection = z.strictObject({
  ...common,
  kind: z.literal('beforeAfter'),
  variant: z.enum(['split']).default('split'),
  body: z.string().trim().max(600).default(''),
  callToAction: Words,
});
export const StepsSection = z.strictObject({
  ...common,
  kind: z.literal('steps'),
  variant: z.enum(['toScale']).default('toScale'),
  serviceKey: ServiceKey.optional(),
  items: z.array(z.strictObject({ afterMinutes: z.int().min(0), text: Words })).max(8),
});
export const ReviewsSection = z.strictObject({
  ...common,
  kind: z.literal('reviews'),
  variant: z.enum(['quote']).default('quote'),
});
export const FaqSection = z.strictObject({
  ...common,
  kind: z.literal('faq'),
  variant: z.enum(['beside']).default('beside'),
});
export const FooterSection = z.strictObject({
  ...common,
  kind: z.literal('footer'),
  variant: z.enum(['columns']).default('columns'),
  body: z.string().trim().max(600).default(''),
});
export const BookingBarSection = z.strictObject({
  ...common,
  kind: z.literal('bookingBar'),
  variant: z.enum(['three']).default('three'),
});

/** One section of a page. Further kinds and variants are added as templates need them; the discriminator is `kind`. */
export const Section = z.discriminatedUnion('kind', [
  NavSection,
  HeroSection,
  QuickBookSection,
  PriceMatrixSection,
  BeforeAfterSection,
  StepsSection,
  ReviewsSection,
  FaqSection,
  FooterSection,
  BookingBarSection,
]);
export type Section = z.infer<typeof Section>;
export type SectionKind = Section['kind'];
export type SectionOf<K extends SectionKind> = Extract<Section, { kind: K }>;

/** A page as the editor keeps it: a template and its sections in order. */
export const SitePage = z.strictObject({
  template: z.enum(['gloss']),
  sections: z.array(Section).max(40),
});
export type SitePage = z.infer<typeof SitePage>;
