/** Every word of the page. */
export const words = {
  title: 'Phone simulator',
  standIn: 'Stand-in carrier, nothing leaves this computer',
  textAs: 'Text as',
  newCustomer: 'A new customer',
  otherNumber: 'Another number',
  otherNumberHint: '(512) 555-0123',
  useNumber: 'Use it',
  whichBusiness: 'Which business',
  trySaying: 'Try saying',
  noBusinesses: 'No numbers yet. They appear when ServicePro has put its demo in place.',
  startOver: 'Start over',
  startOverHint: 'Become a new customer with another number',
  faults: 'Carrier faults',
  faultsNone: 'none',
  today: 'Today',
  delivered: 'Delivered',
  sending: 'Sending',
  notDelivered: 'Not delivered: ServicePro did not take the text',
  typing: (name: string) => `${name} is typing`,
  thread: (name: string) => `Texts with ${name}`,
  message: 'Text message',
  send: 'Send',
  emptyThread: 'No texts yet. Write one below, or try one of the sentences beside.',
  notSent: 'The stand-in carrier did not take the text. Is it running?',
  trailTitle: 'What just happened',
  live: 'Live',
  offline: 'Reconnecting',
  turns: (count: number) => (count === 1 ? '1 turn' : `${count} turns`),
  booked: (number: string) => `${number} booked`,
  turn: (number: number) => `Turn ${number}`,
  facts: (count: number) => (count === 1 ? '1 fact' : `${count} facts`),
  changes: (count: number) => (count === 1 ? '1 change' : `${count} changes`),
  working: 'Working',
  openInCalendar: 'Open in calendar',
  whereTimeWent: 'Where the time went',
  phases: { webhook: 'Webhook and wait', brain: 'Brain', actions: 'Actions', send: 'Send' },
  trailEmpty:
    'Send a text. What it sets off shows here, step by step: webhook, match, intent, actions, booking, answer.',
  trailNobody:
    'No business owns this number. ServicePro keeps the text in the platform’s unrouted inbox; no AI reads it.',
  trailAbsent: 'The trail comes from ServicePro’s API and is not connected here. Texts work without it.',
  trailFailed: 'The trail could not be read. It is asked for again in a few seconds.',
  noName: 'Unnamed number',
} as const;

export const sentences: readonly string[] = [
  'Can you wash my truck Friday?',
  'How much is ceramic coating?',
  'STOP',
  'I want to talk to a person',
];

/** What the faults menu offers, for the number that is being texted. */
export const faultChoices: readonly { label: string; title: string; fault: Record<string, unknown> }[] = [
  {
    label: 'late webhooks',
    title: 'Each webhook comes 5 s late',
    fault: { kind: 'delay-webhook', delayMs: 5_000 },
  },
  {
    label: 'double webhooks',
    title: 'Each webhook comes twice',
    fault: { kind: 'duplicate-webhook', copies: 1 },
  },
  {
    label: 'reordered webhooks',
    title: 'Webhooks of one second come in reverse',
    fault: { kind: 'reorder-webhook', windowMs: 1_000 },
  },
  {
    label: 'lost receipts',
    title: 'Delivery receipts never come',
    fault: { kind: 'drop-webhook', of: 'status' },
  },
  {
    label: 'lost answer',
    title: 'The next text is taken, but the line is cut',
    fault: { kind: 'accept-then-cut', count: 1 },
  },
  {
    label: 'refused',
    title: 'The next text is refused with HTTP 500',
    fault: { kind: 'fail-request', httpStatus: 500, count: 1 },
  },
  {
    label: 'unreachable phone',
    title: 'Texts do not arrive: error 30003',
    fault: { kind: 'fail-message', errorCode: 30003 },
  },
];
