import type { PackOverrides, Setting } from '@servicepro/industry-packs';

/**
 * A day of the demo. `open`: so many open days from the demo's day, 0 is the day itself. `date`: so many calendar days
 * from it, moved back to an open day where the business is closed then.
 */
export type SeedDay = { open: number } | { date: number };

/** A wall time in the business's zone, HH:MM, on a day of the demo. */
export interface SeedMoment {
  day: SeedDay;
  at: string;
}

export interface SeedPerson {
  /** Local part of the e-mail and key for threads. */
  key: string;
  email: string;
  name: string;
  role: 'owner' | 'dispatcher' | 'technician' | 'viewer';
}

export interface SeedResource {
  key: string;
  kind: 'technician' | 'crew' | 'bay' | 'van';
  name: string;
  shortName: string;
  label: string;
  takesMobile: boolean;
  takesShop: boolean;
  /** Key of the person whose work this is. */
  person?: string;
}

/** By asset class in the pack's order; null: not on the price list. */
export interface SeedPrices {
  dollars: readonly (number | null)[];
  minutes: readonly number[];
  /** Listed with the pack's suggestion, not confirmed by the owner. */
  isUnconfirmed?: boolean;
}

export interface SeedAsset {
  name: string;
  assetClass: string;
  notes?: string;
}

export interface SeedCustomer {
  /** Also the key by which bookings and threads name the customer. */
  name: string;
  /** E.164. */
  phone: string;
  email?: string;
  /** The district or town, as the calendar shows it. */
  place: string;
  address: string;
  assets: readonly SeedAsset[];
  notes?: string;
  consents?: readonly {
    purpose: 'service' | 'marketing';
    isGiven: boolean;
    source: string;
    words: string;
    date: number;
  }[];
  /** Days before the demo's day on which the customer became one. */
  sinceDays?: number;
}

export type MadeBy = 'ai' | 'web' | 'staff';

export interface SeedBooking {
  /** By which a thread names it. */
  ref?: string;
  customer: string;
  /** Which of the customer's assets; default the first. */
  asset?: number;
  resource: string;
  service: string;
  addOns?: readonly string[];
  day: SeedDay;
  from: string;
  to: string;
  /** The customer has not confirmed the visit. */
  isUnconfirmed?: boolean;
  startsLateMinutes?: number;
  /** Where the line reads otherwise than the service's name. */
  lineName?: string;
  /** Where it was sold at another price than today's list; null: nothing is charged for this visit. */
  dollars?: number | null;
  place?: string;
  made: SeedMoment & { by: MadeBy };
}

export type SeedFactSource =
  | { kind: 'price'; service: string; assetClass: string }
  | { kind: 'add_on'; addOn: string }
  | { kind: 'booking'; booking: string }
  | { kind: 'slot'; resource: string }
  | { kind: 'hours'; weekday: number };

export interface SeedFact {
  source: SeedFactSource;
  label: string;
  detail: string;
  /** Where it differs from the words in the body. */
  value?: string;
}

export interface SeedAction {
  name: string;
  risk: 'read' | 'reversible' | 'confirm' | 'staff' | 'system';
  summary: string;
  booking?: string;
  /** The price that was asked for. */
  priceOf?: { service: string; assetClass: string };
  /** It moved the booking, from this wall time of the same day. */
  movedFrom?: string;
  durationMs: number;
}

/**
 * A message of a thread. Words in `[[…]]` are figures, one for each of `facts`, in order. `{wd:0}`, `{weekday:0}`,
 * `{date:0}` become the short and long weekday and the date of the open day with that distance; `{date:+28}` counts
 * calendar days.
 */
export interface SeedMessage {
  at: SeedMoment;
  author: 'customer' | 'ai' | 'person' | 'system';
  /** Key of the person who wrote it. */
  person?: string;
  body: string;
  purpose?: 'reply' | 'stop-confirmation' | 'help' | 'notice';
  control?: 'stop' | 'start' | 'help';
  facts?: readonly SeedFact[];
  actions?: readonly SeedAction[];
  /** What the receptionist made of the texts before it; on the AI's messages. */
  intents?: readonly string[];
  failure?: { status: 'undelivered' | 'failed'; reason: string; errorCode: string };
}

export interface SeedThread {
  /** Name of the customer; absent for a number that nobody knows yet. */
  customer?: string;
  phone: string;
  messages: readonly SeedMessage[];
  /** A person has it, for so many minutes after the moment of the scene. */
  ownedBy?: { person: string; minutesLeft: number };
  waiting?: { since: SeedMoment; reason: string };
  isOptedOut?: boolean;
  isUnread?: boolean;
}

export interface SeedBusiness {
  slug: string;
  name: string;
  packId: string;
  trade: string;
  isRoot: boolean;
  status: 'active' | 'suspended';
  /** E.164. */
  number: string;
  hasMessagingService: boolean;
  timeZone: string;
  brandColor: string;
  email: string;
  street: string;
  city: string;
  region: string;
  postalCode: string;
  serviceArea: string;
  template: string;
  slotStepMinutes: number;
  noticeMinutes: number;
  hours: readonly { weekday: number; opens: string; closes: string }[];
  /** The moment that the screens show, wall time on the demo's day. */
  sceneAt: string;
  people: readonly SeedPerson[];
  resources: readonly SeedResource[];
  timeOff: readonly { resource: string; days: readonly SeedDay[]; reason: string }[];
  overrides: PackOverrides;
  settings: Readonly<Partial<Record<Setting, string>>>;
  prices: Readonly<Record<string, SeedPrices>>;
  addOnDollars: Readonly<Record<string, number>>;
  customers: readonly SeedCustomer[];
  bookings: readonly SeedBooking[];
  threads: readonly SeedThread[];
  /** Earlier jobs are made by rule from this pattern; absent: none. */
  history?: { weeks: number; lanes: readonly HistoryLane[] };
  /** The number of the newest booking: the next one gets the one after. */
  lastBookingNumber: number;
}

/** One job that comes back on some weekdays: the customers take turns. */
export interface HistoryLane {
  resource: string;
  from: string;
  to: string;
  service: string;
  /** One of so many open days has it. */
  everyOpenDays: number;
  offset: number;
}
