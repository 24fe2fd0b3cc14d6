import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeReply } from './compose-reply.rules.ts';
import { assertEveryFigureIsBacked, UnbackedFigure } from './figure-guard.rules.ts';
import { durationText, moneyText, timeText } from './figures.rules.ts';
import { isGsm7, segmentCount, toGsm7 } from './gsm7.rules.ts';
import { type Fact, listed, t } from './phrase.rules.ts';

const price: Fact = {
  kind: 'price',
  value: '$89',
  label: 'Price list, Maintenance wash',
  detail: 'pickup',
  sourceTable: 'service_prices',
  sourceId: null,
};
const slot = (value: string): Fact => ({ ...price, kind: 'slot', value });

describe('replies', () => {
  it('every fact is found at its place in the text', () => {
    const { body, facts } = composeReply([
      { phrase: t`A maintenance wash is ${price}.` },
      {
        phrase: t`I have ${listed([t`${slot('11:30 AM')}`, t`${slot('12:30 PM')}`, t`${slot('4:30 PM')}`], 'or')}.`,
      },
    ]);
    expect(body).toBe('A maintenance wash is $89. I have 11:30 AM, 12:30 PM or 4:30 PM.');
    expect(facts.map((fact) => body.slice(fact.startOffset, fact.endOffset))).toEqual([
      '$89',
      '11:30 AM',
      '12:30 PM',
      '4:30 PM',
    ]);
  });

  it.each([
    'It is $89.',
    'We can come at 3 PM.',
    'See you Friday.',
    'Tomorrow works.',
    'It takes 2 hours.',
    'About an hour.',
    'That is 20% off.',
    'Booked for Mar 13.',
    'It is free of charge.',
    'We guarantee it.',
    'You get a full refund.',
    'We will pay for that.',
    'Call 911.',
  ])('a text without a row behind it may not leave: %s', (words) => {
    expect(() => composeReply([{ phrase: [words] }])).toThrow(UnbackedFigure);
  });

  it('a figure beside a backed one is still refused', () => {
    expect(() => composeReply([{ phrase: t`It is ${price}, or $1 for you.` }])).toThrow(UnbackedFigure);
    expect(() => assertEveryFigureIsBacked('It is $890.', [{ start: 6, end: 9 }])).toThrow(UnbackedFigure);
  });

  it('what the trade never promises may not leave', () => {
    const never = ['scratch will be gone'];
    expect(() => composeReply([{ phrase: ['The scratch will be gone.'] }], never)).toThrow(UnbackedFigure);
  });

  it('a long reply leaves off what matters least and stays within three segments of GSM-7', () => {
    const long = 'Words of a service that somebody described at length. '.repeat(6).trim();
    const { body } = composeReply([
      { phrase: [long] },
      { phrase: ['More. '.repeat(40)], isOptional: true },
      { phrase: ['Which day suits you?'] },
    ]);
    expect(segmentCount(body)).toBeLessThanOrEqual(3);
    expect(body.endsWith('Which day suits you?')).toBe(true);
  });

  it('whatever names a business chose, the text is GSM-7 and within three segments', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (name) => {
        const { body } = composeReply([
          { phrase: [{ kind: 'named', value: name }] },
          { phrase: ['Thanks.'] },
        ]);
        expect(isGsm7(body)).toBe(true);
        expect(segmentCount(body)).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('writes figures as people read them', () => {
    expect([
      moneyText(8900, 'USD'),
      moneyText(8950, 'USD'),
      moneyText(123_400, 'USD'),
      moneyText(500, 'EUR'),
    ]).toEqual(['$89', '$89.50', '$1,234', '5 EUR']);
    expect([timeText(0), timeText(480), timeText(750), timeText(1380)]).toEqual([
      '12:00 AM',
      '8:00 AM',
      '12:30 PM',
      '11:00 PM',
    ]);
    expect([60, 90, 120, 150, 200].map((m) => durationText(m, 'en'))).toEqual([
      'an hour',
      '90 minutes',
      '2 hours',
      '2.5 hours',
      '3 hours 20 minutes',
    ]);
    expect(toGsm7('“It’s” – José’s café… 🙂')).toBe('"It\'s" - José\'s café... ');
  });
});
