import type { SeedMoment, SeedThread } from './demo-data.ts';

const yesterday = (at: string): SeedMoment => ({ day: { open: -1 }, at });
const today = (at: string): SeedMoment => ({ day: { open: 0 }, at });

const price = (service: string, assetClass: string, label: string, detail: string) => ({
  source: { kind: 'price', service, assetClass } as const,
  label: `Price list, ${label}`,
  detail,
});
const addOn = (key: string, label: string, detail: string) => ({
  source: { kind: 'add_on', addOn: key } as const,
  label: `Price list, ${label}`,
  detail,
});
const booked = (booking: string, label: string, detail = '') => ({
  source: { kind: 'booking', booking } as const,
  label,
  detail,
});
const slot = (resource: string, who: string, detail: string) => ({
  source: { kind: 'slot', resource } as const,
  label: `Open slot, ${who}`,
  detail,
});

const confirmed = 'confirmed {date:-10}';

const hannah: SeedThread = {
  customer: 'Hannah Okafor',
  phone: '+15125550142',
  isUnread: true,
  waiting: { since: today('10:31'), reason: 'Spot scratch repair has no confirmed price' },
  messages: [
    {
      at: yesterday('18:12'),
      author: 'customer',
      body: "I've got the Outback, could you do the inside this week? The dog's been to the lake.",
    },
    {
      at: yesterday('18:13'),
      author: 'ai',
      intents: ['book_new', 'price_question'],
      body: "Hi Hannah, it's Clean Machine's assistant. Interior express for your Outback is [[$129]], pet hair is [[$35]] more. Would [[{wd:0} 11:00 AM]] suit you?",
      facts: [
        price('interior_express', 'suv', 'Interior express', `mid-size SUV, ${confirmed}`),
        addOn('pet_hair', 'Pet hair add-on', confirmed),
        { ...slot('marcus', 'Marcus Lee', '18 min travel, 90 min work'), value: '11:00 AM' },
      ],
      actions: [
        { name: 'find_customer', risk: 'read', summary: 'found Hannah Okafor by her number', durationMs: 4 },
        {
          name: 'quote_price',
          risk: 'read',
          summary: 'Interior express and Pet hair for an SUV',
          durationMs: 6,
        },
        { name: 'find_slots', risk: 'read', summary: '1 slot that fits, with Marcus', durationMs: 11 },
      ],
    },
    { at: yesterday('18:20'), author: 'customer', body: '{weekday:0} works, and yes to the pet hair' },
    {
      at: yesterday('18:20'),
      author: 'ai',
      intents: ['choose', 'book_new'],
      body: "You're booked: {wd:0} {date:0} at [[11:00 AM]] with Marcus, [[$164]] in all. We'll text when he leaves.",
      facts: [
        booked('hannah-today', 'Booking J-2045', 'as it was booked'),
        booked('hannah-today', 'Booking J-2045', 'Interior express $129, Pet hair $35'),
      ],
      actions: [
        {
          name: 'book',
          risk: 'reversible',
          summary: 'booked J-2045',
          booking: 'hannah-today',
          durationMs: 31,
        },
      ],
    },
    {
      at: today('09:52'),
      author: 'customer',
      body: 'My meeting runs over. Could he come at half past eleven instead?',
    },
    {
      at: today('09:52'),
      author: 'ai',
      intents: ['reschedule'],
      body: "Yes, Marcus is free from 11:30. I've moved it to [[11:30 AM]], and the price stays the same.",
      facts: [booked('hannah-today', 'Booking J-2045', '11:30 AM to 1:00 PM with Marcus Lee')],
      actions: [
        {
          name: 'move_booking',
          risk: 'reversible',
          summary: 'moved J-2045 from 11:00 AM to 11:30 AM',
          booking: 'hannah-today',
          movedFrom: '11:00',
          durationMs: 27,
        },
      ],
    },
    {
      at: today('10:31'),
      author: 'customer',
      body: "One more thing, there's a scratch on the rear door. Can you buff it out, and what would that cost?",
    },
    {
      at: today('10:31'),
      author: 'ai',
      intents: ['price_question', 'service_question'],
      body: "I don't have a price for that yet, so I've asked Dana. You'll hear from her before Marcus arrives.",
      actions: [
        {
          name: 'quote_price',
          risk: 'read',
          summary: 'Spot scratch repair for an SUV has no confirmed price',
          priceOf: { service: 'scratch_spot', assetClass: 'suv' },
          durationMs: 6,
        },
        { name: 'hand_off', risk: 'reversible', summary: 'handed to the team', durationMs: 5 },
      ],
    },
  ],
};

const william: SeedThread = {
  customer: 'William Kim',
  phone: '+15125550106',
  messages: [
    {
      at: today('10:24'),
      author: 'system',
      purpose: 'notice',
      body: 'Reminder: Exterior with clay bar, today at [[2:00 PM]]. Reply YES to confirm, or tell us if another time is better.',
      facts: [booked('william-today', 'Booking of today', '2:00 PM to 4:00 PM with Marcus Lee')],
    },
  ],
};

const grace: SeedThread = {
  customer: 'Grace Holloway',
  phone: '+15125550107',
  messages: [
    {
      at: today('09:36'),
      author: 'ai',
      purpose: 'notice',
      body: 'Your XC60 is done, Grace. How does it look?',
    },
    { at: today('10:02'), author: 'customer', body: 'Looks great. Same again in four weeks please' },
    {
      at: today('10:02'),
      author: 'ai',
      intents: ['book_again_same', 'praise'],
      body: 'Glad to hear it. Booked: {wd:+28} {date:+28} at [[8:30 AM]] with Ana, maintenance wash, [[$79]].',
      facts: [
        booked('grace-next', 'Booking in four weeks', '8:30 to 9:30 AM with Ana Silva'),
        price('maintenance_wash', 'suv', 'Maintenance wash', `SUV, ${confirmed}`),
      ],
      actions: [
        { name: 'find_slots', risk: 'read', summary: 'the same time with Ana is free', durationMs: 9 },
        {
          name: 'book',
          risk: 'reversible',
          summary: 'booked the same visit in four weeks',
          booking: 'grace-next',
          durationMs: 29,
        },
      ],
    },
  ],
};

const jackson: SeedThread = {
  customer: 'Jackson Reyes',
  phone: '+15125550108',
  ownedBy: { person: 'dana', minutesLeft: 18 },
  messages: [
    { at: today('09:41'), author: 'customer', body: 'Is Ana still coming at 10? I may be in the back yard' },
    {
      at: today('09:55'),
      author: 'person',
      person: 'dana',
      body: "Yes, though she's running about 20 minutes behind. Anything she needs to get in?",
    },
    { at: today('09:58'), author: 'customer', body: 'Gate code is 4471, park on the left' },
  ],
};

const boats: SeedThread = {
  phone: '+15125550187',
  isUnread: true,
  messages: [
    {
      at: today('09:40'),
      author: 'customer',
      body: "Do you do boats? It's a 22 footer, been sitting all winter",
    },
    {
      at: today('09:40'),
      author: 'ai',
      intents: ['service_question'],
      body: "Hi, it's Clean Machine's assistant. Boats are not on our list. I can help with cars, SUVs, pickups and vans. Shall I ask Dana about the boat?",
    },
  ],
};

const ellie: SeedThread = {
  customer: 'Ellie Brandt',
  phone: '+15125550113',
  messages: [
    { at: today('09:31'), author: 'customer', body: 'Anything early afternoon today? Just a wash' },
    {
      at: today('09:31'),
      author: 'ai',
      intents: ['book_new', 'availability_question'],
      body: "Hi Ellie, it's Clean Machine's assistant. A maintenance wash for your Mazda3 is [[$69]]. Early afternoon is tight today: I have [[3:30 PM]] with Ana. Does that work, or would you like another day?",
      facts: [
        price('maintenance_wash', 'sedan', 'Maintenance wash', `sedan, ${confirmed}`),
        slot('ana', 'Ana Silva', '60 min work'),
      ],
      actions: [
        { name: 'quote_price', risk: 'read', summary: 'Maintenance wash for a sedan', durationMs: 5 },
        { name: 'find_slots', risk: 'read', summary: '1 slot this afternoon', durationMs: 10 },
      ],
    },
  ],
};

const tom: SeedThread = {
  customer: 'Tom Becker',
  phone: '+15125550114',
  isUnread: true,
  waiting: { since: today('09:14'), reason: 'Tomorrow’s reminder has not reached him' },
  messages: [
    {
      at: today('09:14'),
      author: 'system',
      purpose: 'notice',
      body: 'Reminder: Full interior detail, {weekday:1} at [[9:00 AM]] with Marcus. Reply YES to confirm.',
      facts: [booked('tom-friday', 'Booking of Tom Becker', '9:00 to 11:00 AM with Marcus Lee')],
      failure: { status: 'undelivered', reason: 'This number is a landline.', errorCode: '30006' },
    },
  ],
};

const sofia: SeedThread = {
  customer: 'Sofia Davis',
  phone: '+15125550112',
  ownedBy: { person: 'theo', minutesLeft: 12 },
  messages: [
    {
      at: today('08:40'),
      author: 'person',
      person: 'theo',
      body: "Morning Sofia, Theo from Clean Machine. I'm at the shop whenever you get here.",
    },
    { at: today('08:51'), author: 'customer', body: 'Dropped the Macan off, keys with Theo' },
  ],
};

const nadia: SeedThread = {
  customer: 'Nadia Frost',
  phone: '+17375550101',
  messages: [
    { at: today('07:58'), author: 'customer', body: 'hi, how much is a full detail on an accord?' },
    {
      at: today('07:58'),
      author: 'ai',
      intents: ['price_question'],
      body: "Hi, it's Clean Machine's assistant. A full detail for a sedan is [[$340]] and takes about 4 hours. Would you like a time?",
      facts: [price('full_detail', 'sedan', 'Full detail', `sedan, ${confirmed}`)],
      actions: [{ name: 'quote_price', risk: 'read', summary: 'Full detail for a sedan', durationMs: 5 }],
    },
    { at: today('08:03'), author: 'customer', body: '{weekday:3} morning if you have it. 1712 Pearl St' },
    {
      at: today('08:03'),
      author: 'ai',
      intents: ['availability_question', 'book_new'],
      body: '{weekday:3} {date:3} I have [[9:00 AM]] with Marcus at 1712 Pearl St. Shall I book it, and under what name?',
      facts: [slot('marcus', 'Marcus Lee', '4 h work')],
      actions: [{ name: 'find_slots', risk: 'read', summary: '1 morning slot of 4 hours', durationMs: 12 }],
    },
    { at: today('08:06'), author: 'customer', body: 'yes please, Nadia Frost' },
    {
      at: today('08:06'),
      author: 'ai',
      intents: ['confirm', 'book_new'],
      body: 'Booked, Nadia: {wd:3} {date:3} at [[9:00 AM]] with Marcus, [[$340]].',
      facts: [
        booked('nadia-monday', 'Booking of Nadia Frost', '9:00 AM to 1:00 PM with Marcus Lee'),
        price('full_detail', 'sedan', 'Full detail', `sedan, ${confirmed}`),
      ],
      actions: [
        { name: 'upsert_contact_field', risk: 'reversible', summary: 'name: Nadia Frost', durationMs: 4 },
        {
          name: 'book',
          risk: 'reversible',
          summary: 'booked a full detail',
          booking: 'nadia-monday',
          durationMs: 33,
        },
      ],
    },
  ],
};

const paul: SeedThread = {
  customer: 'Paul Grant',
  phone: '+15125550124',
  messages: [
    { at: yesterday('19:38'), author: 'customer', body: 'Can you vacuum out my CR-V sometime {weekday:1}?' },
    {
      at: yesterday('19:38'),
      author: 'ai',
      intents: ['book_new', 'availability_question'],
      body: "Hi Paul, it's Clean Machine's assistant. Interior express for your CR-V is [[$129]], about an hour. {weekday:1} I have [[11:00 AM]] or [[4:00 PM]] with Luis. Which suits you?",
      facts: [
        price('interior_express', 'suv', 'Interior express', `SUV, ${confirmed}`),
        slot('luis', 'Luis Ortega', '60 min work'),
        slot('luis', 'Luis Ortega', '60 min work'),
      ],
      actions: [
        { name: 'quote_price', risk: 'read', summary: 'Interior express for an SUV', durationMs: 5 },
        { name: 'find_slots', risk: 'read', summary: '2 slots with Luis', durationMs: 10 },
      ],
    },
    { at: yesterday('19:41'), author: 'customer', body: '11' },
    {
      at: yesterday('19:41'),
      author: 'ai',
      intents: ['choose'],
      body: 'At [[11:00 AM]], at 5308 Avenue H as before?',
      facts: [slot('luis', 'Luis Ortega', '60 min work')],
    },
    { at: yesterday('19:45'), author: 'customer', body: 'yep' },
    {
      at: yesterday('19:45'),
      author: 'ai',
      intents: ['confirm', 'book_new'],
      body: "You're booked: {wd:1} {date:1} at [[11:00 AM]] with Luis, [[$129]].",
      facts: [
        booked('paul-friday', 'Booking of Paul Grant', '11:00 AM to 12:00 PM with Luis Ortega'),
        price('interior_express', 'suv', 'Interior express', `SUV, ${confirmed}`),
      ],
      actions: [
        {
          name: 'book',
          risk: 'reversible',
          summary: 'booked an interior express',
          booking: 'paul-friday',
          durationMs: 30,
        },
      ],
    },
  ],
};

const mia: SeedThread = {
  customer: 'Mia Conte',
  phone: '+15125550145',
  messages: [
    { at: yesterday('21:14'), author: 'customer', body: 'are you open saturdays?' },
    {
      at: yesterday('21:14'),
      author: 'ai',
      intents: ['hours_location'],
      body: 'Hi Mia, yes: Saturdays from [[8:00 AM to 6:00 PM]]. Would you like a time?',
      facts: [{ source: { kind: 'hours', weekday: 6 }, label: 'Business hours', detail: 'Saturday' }],
    },
  ],
};

const northwind: SeedThread = {
  customer: 'Northwind Realty',
  phone: '+15125550111',
  messages: [
    {
      at: yesterday('15:02'),
      author: 'person',
      person: 'dana',
      body: 'Thanks for having us on Monday. Invoice 1187 is in your mail, and Theo is back {weekday:0} at 3.',
    },
    { at: yesterday('16:20'), author: 'customer', body: 'Invoice 1187 paid, thank you' },
  ],
};

const rafael: SeedThread = {
  customer: 'Rafael Mendoza',
  phone: '+15125550110',
  isOptedOut: true,
  messages: [
    { at: yesterday('13:10'), author: 'customer', body: 'STOP', control: 'stop' },
    {
      at: yesterday('13:10'),
      author: 'ai',
      purpose: 'stop-confirmation',
      intents: ['stop'],
      body: 'Clean Machine: you will get no more texts from us. Reply START to get them again.',
      actions: [{ name: 'opt_out', risk: 'system', summary: 'texts to this number stopped', durationMs: 2 }],
    },
  ],
};

export const cleanMachineThreads: readonly SeedThread[] = [
  hannah,
  william,
  grace,
  jackson,
  boats,
  ellie,
  tom,
  sofia,
  nadia,
  mia,
  paul,
  northwind,
  rafael,
];
