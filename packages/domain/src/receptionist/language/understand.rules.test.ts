import { getPack } from '@servicepro/industry-packs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notOptOutSentences, optOutSentences, unclearOptOutSentences } from './opt-out-phrasings.data.ts';
import { wordsOf } from './plain-text.rules.ts';
import { readOptOut } from './read-opt-out.rules.ts';
import { understand } from './understand.rules.ts';
import type { Understanding } from './understanding.rules.ts';

const pack = getPack('detailing');
if (!pack) throw new Error('the detailing pack is missing');
const named = (row: { key: string; name: { en: string }; words: readonly string[] }) => ({
  id: row.key,
  key: row.key,
  name: row.name.en,
  words: row.words,
});
const catalog = {
  services: pack.services.map(named),
  addOns: pack.addOns.map(named),
  assetClasses: pack.assetClasses.map(named),
  urgentWords: pack.urgent
    .filter((row) => row.response === 'person')
    .map((row) => ({ id: row.key, phrases: row.words })),
  faqs: pack.faqs.map((row) => ({ id: row.key, question: row.question.en })),
};
const now = Temporal.PlainDateTime.from('2026-03-10T14:00').toZonedDateTime('America/Chicago').toInstant();
const calendar = {
  timeZone: 'America/Chicago',
  horizonDays: 60,
  openings: [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensMinute: 480, closesMinute: 1080 })),
  holidays: [],
};

function read(texts: string | string[], asked: string | null = null): Understanding {
  return understand([texts].flat(), { ...catalog, calendar, now, asked, previousWhen: null });
}

describe('understanding', () => {
  it.each([
    ["Can you wash my truck Friday? It's a Ford pickup", 'maintenance_wash'],
    ['I need a full detial', 'full_detail'],
    ['full interior detail please', 'full_interior'],
    ['interior for my car', 'interior_express'],
    ['Exterior and interior', 'exterior_interior'],
    ['wax', 'exterior_wax'],
    ['quiero un lavado', 'maintenance_wash'],
    ['my headlights are yellow, headlight restoration?', 'headlights'],
    ['can you buff out a scratch', 'scratch_spot'],
    ['ceramic coting', 'ceramic'],
  ])('"%s" names %s', (said, service) => {
    expect(read(said).serviceIds).toEqual([service]);
  });

  it.each([
    'washington street',
    'the washer is broken',
    'a waxy feeling',
    'I was inside-out of town',
    'hello',
  ])('"%s" names no service: words are compared whole', (said) => {
    expect(read(said).serviceIds.filter((id) => id !== 'interior_express')).toEqual([]);
  });

  it.each([
    ["It's a Ford pickup", 'truck', 'Ford pickup'],
    ['2019 Subaru Outback', 'suv', '2019 Subaru Outback'],
    ['my F-150', 'truck', 'F-150'],
    ['a honda odyssey', 'van', 'Honda Odyssey'],
    ['bmw x5', 'suv', 'BMW X5'],
    ['for my 2020 civic', 'sedan', '2020 Civic'],
    ['Porsche 911', 'sedan', 'Porsche 911'],
    ['Lexus IS', 'sedan', 'Lexus IS'],
    ['my truck', 'truck', ''],
  ])('"%s" is a %s called "%s"', (said, classId, name) => {
    expect(read(said).asset).toMatchObject({ classId, name });
  });

  it('a make alone leaves the model to be asked; "a car" counts only as an answer', () => {
    expect(read('my Tesla').asset).toMatchObject({ classId: null, name: 'Tesla' });
    expect(read('wash my car').asset).toBeNull();
    expect(read("it's a car", 'asset').asset?.classId).toBe('sedan');
  });

  it.each([
    ['12:30. 4410 Avenue G', '4410 Avenue G'],
    ['yes, 123 Main St Apt 4, Austin TX 78704', '123 Main St Apt 4, Austin TX 78704'],
    ['6501 S Congress Ave, Austin', '6501 S Congress Ave, Austin'],
    ['come to 12 Oak Lane please', '12 Oak Lane'],
    ['address is 1200 W 45th Street', '1200 W 45th Street'],
    ['the second one, 4410 Avenue G, name is Luis', '4410 Avenue G'],
  ])('"%s" holds the address %s', (said, address) => {
    expect(read(said).address).toBe(address);
  });

  it('"4410 Riverside" is an address only where one was asked for, and no phone number is one', () => {
    expect(read('4410 Riverside').address).toBeNull();
    expect(read('4410 Riverside', 'address').address).toBe('4410 Riverside');
    expect(read('call 512-555-0123', 'address').address).toBeNull();
    expect(read('2 cars').address).toBeNull();
  });

  it.each([
    ['Luis Ferrer', 'name', 'Luis Ferrer'],
    ["it's Luis", 'name', 'Luis'],
    ['luis', 'name', 'Luis'],
    ['put it under Mike Jones', 'name', 'Mike Jones'],
    ['Jen not Jan', 'name', 'Jen'],
    ['Hi, this is Ana Silva. Can I book?', null, 'Ana Silva'],
    ['my name is María-José', null, 'María-José'],
    ['me llamo Luis', null, 'Luis'],
  ])('"%s" (asked: %s) is the name %s', (said, asked, name) => {
    expect(read(said, asked).name).toBe(name);
  });

  it.each([
    "I'm looking for a wash",
    "it's a ford f150",
    'this is ridiculous',
    'for Friday',
    "I'm flexible",
    "it's dirty",
  ])('"%s" is no name', (said) => {
    expect(read(said).name).toBeNull();
  });

  it.each([
    ['agent', 'human_request'],
    ['representante', 'human_request'],
    ['can someone call me', 'human_request'],
    ['let me talk to a person', 'human_request'],
    ['Are you a real person?', 'bot_question'],
    ['you scratched my car', 'damage_claim'],
    ['This is ridiculous, third time', 'complaint'],
    ['I smell gas', 'safety_emergency'],
    ['wrong number', 'wrong_number'],
    ['what are your hours', 'hours_question'],
    ['where are you located?', 'location_question'],
    ['do you come to Round Rock?', 'area_check'],
    ['how much for a wash', 'price_question'],
    ['how long does it take', 'duration_question'],
    ['what services do you offer?', 'service_question'],
    ['any openings tomorrow', 'availability_question'],
    ['I want a refund', 'refund_request'],
    ['need to reschedule', 'reschedule'],
    ['cancel my Tuesday appointment', 'cancel'],
    ['hola, cuanto cuesta', 'price_question'],
  ] as const)('"%s" is a %s', (said, intent) => {
    expect(read(said).intents).toContain(intent);
  });

  it.each([
    ['Are you a real person?', 'human_request'],
    ['Call me when you arrive', 'human_request'],
    ['get me a quote', 'human_request'],
    ['my name is Sue', 'complaint'],
    ['a wash for my Porsche 911', 'safety_emergency'],
    ['Chevy Spark', 'safety_emergency'],
    ['the kids stained the seats', 'damage_claim'],
    ['deal, book it', 'discount_request'],
  ] as const)('"%s" is no %s', (said, intent) => {
    expect(read(said).intents).not.toContain(intent);
  });

  it('several questions in one text, or in several texts, are all found', () => {
    const both = read('How much, how long, and do you do leather?');
    expect(both.intents).toEqual(
      expect.arrayContaining(['price_question', 'duration_question', 'service_question']),
    );
    expect(both.addOnIds).toEqual(['leather']);
    const joined = read(['Hi', 'need a detail', 'Thursday?']);
    expect(joined).toMatchObject({
      serviceIds: ['full_detail'],
      when: { ranges: [{ from: '2026-03-12', to: '2026-03-12' }] },
    });
    expect(joined.intents).toEqual(expect.arrayContaining(['greeting', 'book_new']));
  });

  it('a reaction of a phone is an acknowledgement, whatever it quotes', () => {
    expect(read('Liked “Shall I book it? Fri Mar 13, 12:30 PM”').intents).toEqual(['acknowledgement']);
  });

  it.each([
    ['2', { number: 2 }],
    ['2 please', { number: 2 }],
    ['the first one', { ordinal: 1 }],
    ['option 3', { ordinal: 3 }],
    ['the last one works', { ordinal: -1 }],
    ['yes', { yesNo: 'yes', isVague: true }],
    ['👍🏽', { yesNo: 'yes' }],
    ['no problem', { yesNo: null }],
    ['nope', { yesNo: 'no' }],
    ['either works', { isAny: true }],
  ])('"%s" answers %o', (said, answer) => {
    expect(read(said).answer).toMatchObject(answer);
  });

  it('no text of any kind breaks the reader, and the same text always reads the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom(null, 'name', 'address', 'asset', 'offer'),
        (said, asked) => {
          expect(read(said, asked)).toEqual(read(said, asked));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('asking to be left alone', () => {
  it.each(optOutSentences)('"%s" opts out', (said) => {
    expect(readOptOut(wordsOf(said).plain)).toBe('opt-out');
  });
  it.each(notOptOutSentences)('"%s" opts nobody out', (said) => {
    expect(readOptOut(wordsOf(said).plain)).toBeNull();
  });
  it.each(unclearOptOutSentences)('"%s" is for a person to read', (said) => {
    expect(readOptOut(wordsOf(said).plain)).toBe('unclear');
  });
});
