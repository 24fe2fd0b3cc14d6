import type { IntentName } from '@servicepro/domain/receptionist';

export interface IntentEntry {
  readonly group: 'Discover' | 'Book' | 'Change' | 'Money' | 'Care' | 'Control' | 'In between';
  /** What a customer means by it, in an example. */
  readonly example: string;
  /** What the deterministic brain does. */
  readonly comesOfIt: string;
}

/** What each intent means and comes to. An intent without words does not type-check. */
export const intentWords: Readonly<Record<IntentName, IntentEntry>> = {
  service_question: {
    group: 'Discover',
    example: 'What do you do?',
    comesOfIt:
      'lists services, or describes the one that was named; says an add-on’s price where it is confirmed',
  },
  price_question: {
    group: 'Discover',
    example: 'How much is a full detail?',
    comesOfIt:
      'asks for service and asset where they are missing, then says the confirmed price; an unconfirmed one goes to a person',
  },
  duration_question: {
    group: 'Discover',
    example: 'How long does it take?',
    comesOfIt: 'says price and duration of the work that was named',
  },
  availability_question: {
    group: 'Discover',
    example: 'Anything open on Friday?',
    comesOfIt: 'offers up to three open slots once work and asset are known',
  },
  hours_question: {
    group: 'Discover',
    example: 'When are you open?',
    comesOfIt: 'says the week’s hours and the closed days',
  },
  location_question: {
    group: 'Discover',
    example: 'Where are you?',
    comesOfIt: 'says the address, and that we come to them where services are mobile',
  },
  area_check: {
    group: 'Discover',
    example: 'Do you come to Round Rock?',
    comesOfIt: 'says the service area as the owner wrote it; a person where there is none',
  },
  book_new: {
    group: 'Book',
    example: 'Can you wash my truck on Friday?',
    comesOfIt: 'asks what is missing, one question a turn: service, asset, time, address; then books',
  },
  choose: {
    group: 'Book',
    example: '2',
    comesOfIt: 'takes that one of the slots, services or classes that the last reply named',
  },
  recurring: {
    group: 'Book',
    example: 'every other Tuesday',
    comesOfIt: 'reserved: repeats are read together with the time, and go to a person',
  },
  reschedule: { group: 'Change', example: 'I need to move my Thursday', comesOfIt: 'a person' },
  cancel: {
    group: 'Change',
    example: 'I need to cancel Tuesday',
    comesOfIt: 'a person where something is booked; otherwise says that nothing is',
  },
  eta_question: {
    group: 'Change',
    example: 'What time are you coming?',
    comesOfIt: 'says the next visit; a person where none is booked',
  },
  refund_request: { group: 'Money', example: 'I want my money back', comesOfIt: 'a person' },
  discount_request: { group: 'Money', example: 'Any deals?', comesOfIt: 'a person' },
  complaint: { group: 'Care', example: 'This is the third time', comesOfIt: 'says sorry once; a person' },
  damage_claim: {
    group: 'Care',
    example: 'You scratched my door',
    comesOfIt: 'says sorry, admits and denies nothing, asks for a photo; a person',
  },
  others_booking: {
    group: 'Control',
    example: "What time is Luis Ferrer's appointment?",
    comesOfIt: 'says that it speaks only about bookings of this number',
  },
  payment_question: {
    group: 'Money',
    example: 'Do you take credit cards?',
    comesOfIt:
      "the owner's own answer; without one a person, or in the middle of a booking that it can't say",
  },
  safety_emergency: {
    group: 'Care',
    example: 'I smell gas',
    comesOfIt: 'says to leave and to call 911, before anything else; a person',
  },
  human_request: {
    group: 'Control',
    example: 'Can I talk to a person?',
    comesOfIt: 'a person, from any state',
  },
  bot_question: {
    group: 'Control',
    example: 'Are you a real person?',
    comesOfIt: 'says that it is an AI assistant and offers a person',
  },
  opt_out: {
    group: 'Control',
    example: 'please stop texting me',
    comesOfIt: 'opts the number out, confirms once; a person where a booking stands',
  },
  opt_out_unclear: {
    group: 'Control',
    example: 'only text me in the evening',
    comesOfIt: 'a person: it is about being texted, and it is not clear what is wanted',
  },
  wrong_number: {
    group: 'Control',
    example: 'Wrong number',
    comesOfIt: 'opts the number out, says so once; a person checks who it is',
  },
  outside_request: {
    group: 'Control',
    example: 'Are you hiring?',
    comesOfIt: 'a person; no booking is offered',
  },
  auto_reply: {
    group: 'Control',
    example: 'I’m driving with Do Not Disturb on',
    comesOfIt: 'silence, so that two machines do not talk',
  },
  media_only: { group: 'Control', example: 'a photo, or only emoji', comesOfIt: 'one prompt, then silence' },
  acknowledgement: {
    group: 'Control',
    example: 'Liked “See you Friday”',
    comesOfIt: 'silence: a reaction agrees to nothing',
  },
  greeting: { group: 'In between', example: 'Hi', comesOfIt: 'asks how it can help' },
  thanks: { group: 'In between', example: 'Thanks', comesOfIt: 'one short line' },
  goodbye: { group: 'In between', example: 'See you', comesOfIt: 'silence' },
  confirm: { group: 'In between', example: 'yes', comesOfIt: 'a yes to the one thing the last reply asked' },
  deny: { group: 'In between', example: 'no', comesOfIt: 'a no to it: another time is asked for' },
  correct: {
    group: 'In between',
    example: 'make it the truck instead',
    comesOfIt: 'replaces what was said, and prices and times with it',
  },
  other: {
    group: 'In between',
    example: 'asdf',
    comesOfIt: 'reserved: a text with no intent is asked about once, and goes to a person the second time',
  },
};
