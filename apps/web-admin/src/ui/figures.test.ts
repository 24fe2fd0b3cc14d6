import { expect, it } from 'vitest';
import { centsOf, formatMoney, formatPhone, hoursOf } from './figures.ts';

it('shows cents only where there are some, or where it is a bill', () => {
  expect(formatMoney(16400, 'USD', 'en-US')).toBe('$164');
  expect(formatMoney(16450, 'USD', 'en-US')).toBe('$164.50');
  expect(formatMoney(16400, 'USD', 'en-US', 'bill')).toBe('$164.00');
  expect(formatMoney(129000, 'USD', 'en-US')).toBe('$1,290');
});

it('reads a typed price into cents without a float', () => {
  expect(centsOf('95')).toBe(9500);
  expect(centsOf('$1,290.5')).toBe(129050);
  expect(centsOf('0.29')).toBe(29);
  expect(centsOf('about 95')).toBeNull();
  expect(centsOf('')).toBeNull();
  expect(centsOf('99999999999')).toBeNull();
});

it('writes phone numbers and hours as the business says them', () => {
  expect(formatPhone('+15125550142')).toBe('(512) 555-0142');
  expect(formatPhone('+4930123456')).toBe('+4930123456');
  expect(hoursOf(330, 'en-US')).toBe('5.5');
  expect(hoursOf(540, 'en-US')).toBe('9');
});
