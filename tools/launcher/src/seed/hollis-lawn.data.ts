import type { MadeBy, SeedBooking, SeedBusiness, SeedCustomer, SeedMoment, SeedThread } from './demo-data.ts';

const columbus = (lastFour: string) => `+1614555${lastFour}`;

type CustomerRow = readonly [
  name: string,
  phone: string,
  place: string,
  address: string,
  lot: string,
  size: string,
];

const customerRows: readonly CustomerRow[] = [
  [
    'Marta Nowak',
    columbus('0121'),
    'Bexley',
    '1148 Bryden Rd, Bexley 43209',
    'Front and back lawn',
    'quarter',
  ],
  ['Curtis Bell', columbus('0122'), 'Whitehall', '4210 Etna Rd, Whitehall 43213', 'Back lawn', 'small'],
  ['Priscilla Yang', columbus('0123'), 'Berwick', '2580 Scottwood Rd, Columbus 43209', 'Corner lot', 'half'],
  [
    'Owen Fletcher',
    columbus('0124'),
    'Eastmoor',
    '3320 Astor Ave, Columbus 43227',
    'Front and back lawn',
    'quarter',
  ],
  [
    'St. Alban’s Church',
    columbus('0125'),
    'Bexley',
    '333 S Drexel Ave, Bexley 43209',
    'Church grounds',
    'acre',
  ],
  [
    'Denise Farrow',
    columbus('0126'),
    'Bexley',
    '784 Montrose Ave, Bexley 43209',
    'Front and back lawn',
    'quarter',
  ],
  [
    'Rashid Karim',
    columbus('0127'),
    'Eastmoor',
    '285 S Roosevelt Ave, Columbus 43209',
    'Sloped back yard',
    'quarter',
  ],
  ['Lorna Pike', columbus('0128'), 'Berwick', '1011 Bulen Ave, Columbus 43206', 'Side yard', 'small'],
];

const customers: readonly SeedCustomer[] = customerRows.map(
  ([name, phone, place, address, asset, assetClass]) => ({
    name,
    phone,
    place,
    address,
    assets: [{ name: asset, assetClass }],
  }),
);

type Row = readonly [resource: string, from: string, to: string, customer: string, service: string];

const booking = (
  open: number,
  [resource, from, to, customer, service]: Row,
  daysBefore: number,
  at: string,
  by: MadeBy,
): SeedBooking => ({
  customer,
  resource,
  service,
  day: { open },
  from,
  to,
  made: { day: { date: -daysBefore }, at, by },
});

const bookings: readonly SeedBooking[] = [
  booking(-1, ['crew-a', '08:00', '08:30', 'Denise Farrow', 'mow_weekly'], 8, '17:40', 'ai'),
  booking(-1, ['crew-a', '09:00', '09:20', 'Lorna Pike', 'mow_weekly'], 9, '08:10', 'web'),
  booking(-1, ['crew-b', '10:00', '11:00', 'Rashid Karim', 'aeration'], 6, '20:01', 'ai'),
  booking(0, ['crew-a', '08:00', '08:30', 'Marta Nowak', 'mow_weekly'], 8, '18:22', 'ai'),
  booking(0, ['crew-a', '09:00', '09:20', 'Curtis Bell', 'mow_weekly'], 7, '12:30', 'web'),
  booking(0, ['crew-a', '10:00', '10:45', 'St. Alban’s Church', 'mow_weekly'], 20, '09:00', 'staff'),
  {
    ...booking(0, ['crew-b', '09:30', '10:45', 'Priscilla Yang', 'aeration'], 4, '21:05', 'ai'),
    ref: 'priscilla-today',
  },
  {
    ...booking(0, ['crew-b', '13:00', '13:30', 'Owen Fletcher', 'mow_weekly'], 2, '07:50', 'ai'),
    isUnconfirmed: true,
  },
  {
    ...booking(1, ['crew-a', '08:30', '09:30', 'Rashid Karim', 'shrub_trim'], 0, '08:15', 'ai'),
    ref: 'rashid-next',
  },
  booking(1, ['crew-a', '10:30', '11:00', 'Denise Farrow', 'fertilizer'], 3, '16:45', 'web'),
  booking(2, ['crew-b', '09:00', '09:40', 'Priscilla Yang', 'mow_weekly'], 5, '11:20', 'staff'),
];

const today = (at: string): SeedMoment => ({ day: { open: 0 }, at });
const yesterday = (at: string): SeedMoment => ({ day: { open: -1 }, at });
const listed = (service: string, assetClass: string, label: string, detail: string) => ({
  source: { kind: 'price', service, assetClass } as const,
  label: `Price list, ${label}`,
  detail,
});

const threads: readonly SeedThread[] = [
  {
    customer: 'Rashid Karim',
    phone: columbus('0127'),
    messages: [
      {
        at: today('08:11'),
        author: 'customer',
        body: 'hedges by the drive need a trim before the weekend, can you do {weekday:1}?',
      },
      {
        at: today('08:11'),
        author: 'ai',
        intents: ['book_new', 'availability_question'],
        body: "Hi Rashid, it's Hollis Lawn's assistant. Shrub and hedge trim is [[$65]] an hour. {weekday:1} I have [[8:30 AM]] with Crew A. Shall I book it?",
        facts: [
          listed('shrub_trim', 'quarter', 'Shrub and hedge trim', 'confirmed {date:-20}'),
          { source: { kind: 'slot', resource: 'crew-a' }, label: 'Open slot, Crew A', detail: '60 min work' },
        ],
        actions: [{ name: 'find_slots', risk: 'read', summary: '1 slot with Crew A', durationMs: 8 }],
      },
      { at: today('08:15'), author: 'customer', body: 'yes' },
      {
        at: today('08:15'),
        author: 'ai',
        intents: ['confirm', 'book_new'],
        body: "You're booked: {wd:1} {date:1} at [[8:30 AM]] with Crew A.",
        facts: [
          {
            source: { kind: 'booking', booking: 'rashid-next' },
            label: 'Booking of Rashid Karim',
            detail: '8:30 to 9:30 AM with Crew A',
          },
        ],
        actions: [
          {
            name: 'book',
            risk: 'reversible',
            summary: 'booked a hedge trim',
            booking: 'rashid-next',
            durationMs: 26,
          },
        ],
      },
    ],
  },
  {
    customer: 'Owen Fletcher',
    phone: columbus('0124'),
    isUnread: true,
    waiting: { since: today('09:05'), reason: 'Asks for a person' },
    messages: [
      {
        at: today('09:04'),
        author: 'customer',
        body: 'The back gate was left open last time and the dog got out. I want to talk to Hollis',
      },
      {
        at: today('09:05'),
        author: 'ai',
        intents: ['human_request', 'complaint'],
        body: "I'm sorry that happened. I've passed this to Hollis, who will answer you here.",
        actions: [{ name: 'hand_off', risk: 'reversible', summary: 'handed to the team', durationMs: 4 }],
      },
    ],
  },
  {
    customer: 'Marta Nowak',
    phone: columbus('0121'),
    messages: [
      {
        at: yesterday('17:30'),
        author: 'system',
        purpose: 'notice',
        body: 'Reminder: Weekly mow, tomorrow at 8:00 AM with Crew A.',
      },
      { at: yesterday('17:42'), author: 'customer', body: 'Thanks, gate is open' },
    ],
  },
];

/** A lawn business in another city and another zone, so that two tenants can be told apart. */
export const hollisLawn: SeedBusiness = {
  slug: 'hollis-lawn',
  name: 'Hollis Lawn',
  packId: 'lawn-care',
  trade: 'Lawn care',
  isRoot: false,
  status: 'active',
  number: columbus('0117'),
  hasMessagingService: false,
  timeZone: 'America/New_York',
  brandColor: '#15803D',
  email: 'hollis@hollislawn.example',
  street: '96 N Nelson Rd',
  city: 'Columbus',
  region: 'OH',
  postalCode: '43219',
  serviceArea: 'Bexley, Whitehall, Berwick and Eastmoor',
  template: 'gloss',
  slotStepMinutes: 30,
  noticeMinutes: 120,
  hours: [
    ...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '07:00', closes: '18:00' })),
    { weekday: 6, opens: '08:00', closes: '14:00' },
  ],
  sceneAt: '10:20',
  people: [
    { key: 'hollis', email: 'hollis@hollislawn.example', name: 'Hollis Carver', role: 'owner' },
    { key: 'jo', email: 'jo@hollislawn.example', name: 'Jo Lindgren', role: 'technician' },
    { key: 'robin', email: 'robin@backoffice.example', name: 'Robin Castillo', role: 'dispatcher' },
  ],
  resources: [
    {
      key: 'crew-a',
      kind: 'crew',
      name: 'Crew A',
      shortName: 'Crew A',
      label: 'Jo and two',
      takesMobile: true,
      takesShop: false,
      person: 'jo',
    },
    {
      key: 'crew-b',
      kind: 'crew',
      name: 'Crew B',
      shortName: 'Crew B',
      label: 'Trailer 2',
      takesMobile: true,
      takesShop: false,
    },
  ],
  timeOff: [],
  overrides: { services: { mulch: { isHidden: true } } },
  settings: {
    businessName: 'Hollis Lawn',
    phone: '(614) 555-0117',
    serviceArea: 'Bexley, Whitehall, Berwick and Eastmoor.',
    weatherPolicy: 'The route slides to the next dry day, and you get a text with the new day.',
    contractPolicy: 'No. Visit by visit, stop when you like.',
    paymentMethods: 'By card, after the visit.',
    cancelPolicy: 'Skip or pause by text, up to the evening before.',
    clippingsPolicy: 'We mulch them by default; bagging is an add-on.',
  },
  // Up to 1/8, 1/4, 1/2 and 1 acre: what Hollis confirmed.
  prices: {
    mow_weekly: { dollars: [42, 48, 66, 85], minutes: [20, 30, 40, 45] },
    mow_biweekly: { dollars: [60, 66, 84, 105], minutes: [30, 40, 50, 60] },
    aeration: { dollars: [85, 110, 150, 195], minutes: [45, 60, 75, 90] },
    fertilizer: { dollars: [55, 65, 82, 98], minutes: [20, 30, 35, 45] },
    shrub_trim: { dollars: [65, 65, 65, 65], minutes: [60, 60, 60, 60] },
    weed_control: { dollars: [null, 75, null, null], minutes: [20, 25, 35, 45], isUnconfirmed: true },
  },
  addOnDollars: { bagging: 12, edge_reset: 35, pet_waste: 15, before_event: 25 },
  customers,
  bookings,
  threads,
  history: {
    weeks: 4,
    lanes: [
      { resource: 'crew-a', from: '08:00', to: '08:30', service: 'mow_weekly', everyOpenDays: 1, offset: 0 },
      { resource: 'crew-a', from: '09:30', to: '10:00', service: 'mow_weekly', everyOpenDays: 2, offset: 1 },
      { resource: 'crew-b', from: '10:00', to: '11:00', service: 'aeration', everyOpenDays: 3, offset: 0 },
    ],
  },
  lastBookingNumber: 1312,
};
