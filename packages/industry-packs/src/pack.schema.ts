import { BookingMode } from '@servicepro/contracts/rest/catalog';
import { z } from 'zod';

export const Language = z.enum(['en', 'es']);
export type Language = z.infer<typeof Language>;

/** Words in English, and in Spanish where they are written. */
export const Text = z.strictObject({ en: z.string().min(1), es: z.string().min(1).optional() });
export type Text = z.infer<typeof Text>;

const Key = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);
/** Lower case, as people type them, both languages together: compared word by word, never as substrings. */
const Words = z.array(z.string().regex(/^[^A-Z]{2,60}$/));
/** Keys of the pack's own `sources`, or 'estimate' where nobody's figure was found. */
const Sources = z.array(z.string().min(1)).min(1);
const Minutes = z.int().min(5).max(1440);
const Cents = z.int().min(0).max(10_000_000);

export const Source = z.strictObject({ url: z.url(), says: z.string().min(1) });

export const PackAssetClass = z.strictObject({ key: Key, name: Text, words: Words });
export type PackAssetClass = z.infer<typeof PackAssetClass>;

export const PackCategory = z.strictObject({ key: Key, name: Text });

const PriceRange = z.strictObject({ minCents: Cents, maxCents: Cents, unit: Key, sources: Sources });
const DurationRange = z.strictObject({ minMinutes: Minutes, maxMinutes: Minutes, sources: Sources });

/** What one class of asset takes and what we suggest for it. A suggestion is never quotable before the owner confirms. */
export const PackPrice = z.strictObject({ durationMinutes: Minutes, suggestedCents: Cents });
export type PackPrice = z.infer<typeof PackPrice>;

export const PackService = z.strictObject({
  key: Key,
  name: Text,
  description: Text,
  words: Words,
  category: Key,
  booking: BookingMode,
  /** False: the asset comes to the shop. */
  isMobile: z.boolean(),
  bufferMinutes: z.int().min(0).max(480),
  priceRange: PriceRange,
  durationRange: DurationRange,
  /** By key of asset class. */
  prices: z.record(Key, PackPrice),
});
export type PackService = z.infer<typeof PackService>;

export const PackAddOn = z.strictObject({
  key: Key,
  name: Text,
  words: Words,
  durationMinutes: z.int().min(0).max(1440),
  suggestedCents: Cents,
  priceRange: PriceRange,
  /** Services it goes with; absent: all. */
  services: z.array(Key).optional(),
});
export type PackAddOn = z.infer<typeof PackAddOn>;

export const PackIntake = z.strictObject({
  key: Key,
  question: Text,
  kind: z.enum(['text', 'choice', 'yes_no', 'address', 'photo', 'date']),
  choices: z.array(z.strictObject({ key: Key, name: Text })).optional(),
  /** Asked before the booking stands, or may wait until the visit. */
  isNeededToBook: z.boolean(),
  /** Services it is asked for; absent: all. */
  services: z.array(Key).optional(),
});

/**
 * What a tenant's own settings can fill into an answer. An answer whose setting is empty is not given:
 * a pack knows the trade, never a business's policy.
 */
export const Setting = z.enum([
  'businessName',
  'phone',
  'serviceArea',
  'hours',
  'waterAndPower',
  'weatherPolicy',
  'keyHandling',
  'paymentMethods',
  'cancelPolicy',
  'contractPolicy',
  'applicatorLicense',
  'clippingsPolicy',
]);
export type Setting = z.infer<typeof Setting>;

export const PackFaq = z.strictObject({
  key: Key,
  question: Text,
  /** May hold `{setting}` placeholders. */
  answer: Text,
  sources: Sources.optional(),
});
export type PackFaq = z.infer<typeof PackFaq>;

export const PackUrgent = z.strictObject({
  key: Key,
  name: Text,
  words: Words,
  /** Offer the first slot there is, or hand to a person at once. */
  response: z.enum(['first_slot', 'person']),
});

export const PackNeverPromise = z.strictObject({
  key: Key,
  rule: Text,
  /** Phrases that may not leave in an outgoing text. */
  phrases: Words,
});

export const PackTone = z.strictObject({
  summary: Text,
  greeting: Text,
  does: z.array(Text).min(1),
  avoids: z.array(Text).min(1),
});

export const PackUpsell = z.strictObject({
  key: Key,
  /** Offered with this service… */
  service: Key,
  /** …when the customer's words hold one of these; empty: always. */
  whenWords: Words,
  offer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('add_on'), key: Key }),
    z.strictObject({ kind: z.literal('service'), key: Key }),
  ]),
  words: Text,
});

export const PackSeason = z.strictObject({
  key: Key,
  months: z.array(z.int().min(1).max(12)).min(1),
  demand: z.enum(['low', 'normal', 'high']),
  note: Text,
  sources: Sources,
});

export const PackRhythm = z.strictObject({ key: Key, name: Text, everyDays: z.int().min(1).max(400) });

export const PackSite = z.strictObject({
  template: z.string().min(1),
  headline: Text,
  lead: Text,
  bookLabel: Text,
  assetQuestion: Text,
  pricesTitle: Text,
  pricesLead: Text,
  featureTitle: Text,
  featureBody: Text,
  visitTitle: Text,
  visitService: Key,
  visitSteps: z.array(z.strictObject({ afterMinutes: z.int().min(0), text: Text })).min(2),
  faqTitle: Text,
  closingTitle: Text,
  closingBody: Text,
  seoTitle: Text,
  seoDescription: Text,
});
export type PackSite = z.infer<typeof PackSite>;

export const Pack = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{1,39}$/),
  /** Raised whenever a tenant that upgrades would see a difference. */
  version: z.int().min(1),
  tradeName: Text,
  currency: z.literal('USD'),
  /** What the work is done on, in the singular: "vehicle", "lawn". */
  assetKind: Text,
  assetClasses: z.array(PackAssetClass).min(1),
  categories: z.array(PackCategory).min(1),
  services: z.array(PackService).min(1),
  addOns: z.array(PackAddOn),
  intake: z.array(PackIntake),
  faqs: z.array(PackFaq),
  urgent: z.array(PackUrgent),
  neverPromise: z.array(PackNeverPromise),
  tone: PackTone,
  upsells: z.array(PackUpsell),
  seasons: z.array(PackSeason),
  rhythms: z.array(PackRhythm),
  site: PackSite,
  sources: z.record(z.string(), Source),
});
export type Pack = z.infer<typeof Pack>;
