import { type Fact, listed, named, type Phrase, t } from './phrase.rules.ts';
import { aOrAn, asNoun, forClass } from './wording.rules.ts';

const question = (words: string): Phrase => [named(words)];

/** Every sentence of the receptionist, in English. Figures come in as facts; nothing here holds one of its own. */
export const english = {
  intro: (business: string, customer: string): Phrase =>
    customer === ''
      ? t`Hi, it's ${named(business)}'s assistant.`
      : t`Hi ${named(customer)}, it's ${named(business)}'s assistant.`,
  howCanIHelp: (): Phrase => t`How can I help: a price, an open time or a booking?`,
  welcome: (): Phrase => t`You're welcome.`,
  bye: (): Phrase => t`Thanks, talk soon.`,
  allSet: (visit: Fact): Phrase => t`You're all set for ${visit}.`,
  robot: (business: string, owner: string): Phrase =>
    t`I'm ${named(business)}'s AI assistant, not a person. Shall I get ${named(owner)} for you?`,

  askService: (names: readonly string[]): Phrase =>
    t`Which service would you like: ${listed(
      names.map((name) => [named(name)]),
      'or',
    )}?`,
  askWhichService: (names: readonly string[]): Phrase =>
    t`Do you mean ${listed(
      names.map((name) => [named(name)]),
      'or',
    )}?`,
  servicesAre: (names: readonly string[]): Phrase =>
    t`We do ${listed(
      names.map((name) => [named(name)]),
      'and',
    )}.`,
  about: (description: string): Phrase => t`${named(description)}`,
  yesWeDo: (name: string): Phrase => t`Yes, we do ${named(asNoun(name))}.`,
  askAsset: (words: string): Phrase => question(words),
  askAssetClass: (names: readonly string[]): Phrase =>
    t`Which is it: ${listed(
      names.map((name) => [named(name)]),
      'or',
    )}?`,
  askModel: (make: string): Phrase => t`Which ${named(make)} is it?`,

  price: (service: string, assetClass: string, price: Fact, duration: Fact): Phrase =>
    t`${named(aOrAn(service))}${named(forClass(assetClass))} is ${price}, about ${duration}.`,
  priceFor: (price: Fact, assetClass: string): Phrase => t`${price}${named(forClass(assetClass))}`,
  pricesByClass: (service: string, items: readonly Phrase[]): Phrase =>
    t`${named(aOrAn(service))} is ${listed(items, 'and')}.`,
  addOnPrice: (name: string, price: Fact): Phrase => t`${named(name)} is ${price} more.`,
  priceFrom: (name: string, price: Fact): Phrase => t`${named(name)} from ${price}`,
  askWhichOne: (): Phrase => t`Which one would you like?`,
  pricesAre: (items: readonly Phrase[]): Phrase => t`We have ${listed(items, 'and')}.`,

  askDay: (): Phrase => t`Which day suits you?`,
  askOtherTime: (): Phrase => t`Which other day or time would suit you?`,
  askWhichDay: (days: readonly Phrase[]): Phrase => t`Do you mean ${listed(days, 'or')}?`,
  askWhichHalf: (times: readonly Phrase[]): Phrase => t`Do you mean ${listed(times, 'or')}?`,
  askZone: (): Phrase => t`Which time zone are you in?`,
  hasPassed: (when: Fact): Phrase => t`${when} has passed.`,
  askDayOrOther: (day: Fact): Phrase => t`Do you mean ${day}, or another day?`,
  noSuchDay: (): Phrase => t`I can't find that day in the calendar.`,
  closedOn: (day: Fact): Phrase => t`We're closed on ${day}.`,
  openBetween: (hours: Phrase): Phrase => t`We're open ${hours}.`,
  bookableUntil: (day: Fact): Phrase => t`I can book up to ${day}.`,
  clocksSkip: (time: Fact, day: Fact): Phrase =>
    t`There is no ${time} on ${day}: the clocks go forward then.`,
  inYourZone: (yours: Fact, ours: Fact): Phrase => t`${yours} your time is ${ours} here.`,

  offerOne: (slot: Fact, isMine: boolean): Phrase =>
    isMine ? t`I can do ${slot}. Shall I book it?` : t`The nearest I have is ${slot}. Shall I book it?`,
  offerOnDay: (day: Phrase, times: readonly Fact[]): Phrase =>
    t`${day} I have ${listed(
      times.map((time) => [time]),
      'or',
    )}. Which suits you?`,
  offerOverDays: (slots: readonly Fact[]): Phrase =>
    t`I have ${listed(
      slots.map((slot) => [slot]),
      'or',
    )}. Which suits you?`,
  notOpenThen: (when: Fact): Phrase => t`${when} isn't open.`,
  dayIsFull: (day: Fact): Phrase => t`${day} is full.`,
  nothingThen: (): Phrase => t`I have nothing open then.`,
  justTaken: (): Phrase => t`That time is no longer open.`,
  whichOffer: (slots: readonly Fact[]): Phrase =>
    t`Which one shall I book: ${listed(
      slots.map((slot) => [slot]),
      'or',
    )}?`,

  holding: (slot: Fact): Phrase => t`I'm holding ${slot} for you.`,
  askAddress: (): Phrase => t`What address should we come to?`,
  askAddressAgain: (address: Fact): Phrase => t`Should we come to ${address} again?`,
  booked: (slot: Fact, address: Fact | null, who: string): Phrase =>
    t`Booked: ${slot}${address ? t` at ${address}` : null}${who === '' ? null : t`, with ${named(who)}`}.`,
  total: (price: Fact): Phrase => t`${price}.`,
  askName: (): Phrase => t`What name should I put it under?`,
  thanksName: (name: string, slot: Fact | null): Phrase =>
    slot ? t`Thanks, ${named(name)}. See you ${slot}.` : t`Thanks, ${named(name)}.`,
  nextVisit: (slot: Fact, who: string): Phrase =>
    t`Your next visit is ${slot}${who === '' ? null : t`, with ${named(who)}`}.`,
  nothingBooked: (): Phrase => t`No problem, nothing is booked.`,
  noBookingHere: (owner: string): Phrase =>
    t`I see no booking under this number. Shall I ask ${named(owner)}?`,

  hoursAre: (hours: Phrase): Phrase => t`We're open ${hours}.`,
  openOn: (day: Fact, hours: Phrase): Phrase => t`On ${day} we're open ${hours}.`,
  weComeToYou: (): Phrase => t`We come to you.`,
  addressIs: (address: Fact): Phrase => t`We're at ${address}.`,
  weGoTo: (area: Fact): Phrase => t`We go to ${area}`,
  areaIs: (area: Fact): Phrase => t`${area}`,

  handOff: (owner: string): Phrase => t`I've asked ${named(owner)} to answer you here.`,
  handOffNoPrice: (owner: string): Phrase =>
    t`I don't have a price for that yet, so I've asked ${named(owner)}.`,
  handOffNoTime: (owner: string): Phrase => t`I've asked ${named(owner)} to find you a time.`,
  handOffChange: (owner: string): Phrase =>
    t`I've asked ${named(owner)} to see to your booking and answer you here.`,
  handOffDecision: (owner: string): Phrase => t`I can't decide that myself, so I've asked ${named(owner)}.`,
  handOffPlan: (owner: string): Phrase =>
    t`I've asked ${named(owner)} to set up the repeating visits with you.`,
  handOffBusiness: (owner: string): Phrase => t`Thanks. I've passed this on to ${named(owner)}.`,
  handOffArea: (owner: string): Phrase => t`I'm not sure we go there, so I've asked ${named(owner)}.`,
  sorry: (): Phrase => t`I'm sorry about this.`,
  photoHelps: (): Phrase => t`A photo would help.`,
  danger: (number: Fact): Phrase => t`If anyone may be in danger, leave the area and call ${number} now.`,
  openAgain: (when: Phrase): Phrase => t`We're open again ${when}.`,

  didNotGet: (): Phrase => t`Sorry, I didn't get that.`,
  cannotAnswer: (): Phrase => t`I can't answer that one myself.`,
  notOnList: (): Phrase => t`That isn't on my list.`,
  onlyOwnBookings: (): Phrase => t`I can only speak about bookings made from this number.`,
  onlyWords: (): Phrase => t`I can only read words so far.`,

  stopped: (business: string): Phrase =>
    t`You're unsubscribed from ${named(business)} and will get no more texts. Reply START to get them again, HELP for help.`,
  wrongNumber: (business: string): Phrase =>
    t`Sorry about that. ${named(business)} won't text this number again.`,
  started: (business: string): Phrase =>
    t`You'll get texts from ${named(business)} again. Reply STOP to stop, HELP for help.`,
  help: (business: string, phone: Fact): Phrase =>
    t`${named(business)}: answers and appointment texts. Text us here or call ${phone}. Message frequency varies; message and data rates may apply. Reply STOP to stop.`,
  notAnswering: (business: string): Phrase =>
    t`${named(business)} can't answer texts at the moment. Please try again later.`,
} as const;

/** The same sentences in another language have this shape. */
export type ReplyTexts = typeof english;
