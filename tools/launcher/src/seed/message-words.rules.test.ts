import { expect, test } from 'vitest';
import { businesses } from './businesses.ts';
import { cleanMachine } from './clean-machine.data.ts';
import { chooseDemoTime } from './demo-day.rules.ts';
import { fillDays, writeMessage } from './message-words.rules.ts';

const time = chooseDemoTime(cleanMachine, Temporal.Instant.from('2026-03-12T15:40:00Z'));

test('weekdays and dates are those of the day the demo is laid on', () => {
  expect(fillDays(time, '{wd:0} {date:0}, {weekday:1}, {date:+28}')).toBe('Thu Mar 12, Friday, Apr 9');
});

test('a figure is found in the words where it is said to stand', () => {
  const { body, figures } = writeMessage(time, 'It is [[$129]] on [[{wd:0} 11:00 AM]].');
  expect(body).toBe('It is $129 on Thu 11:00 AM.');
  expect(figures.map((figure) => body.slice(figure.startOffset, figure.endOffset))).toEqual([
    '$129',
    'Thu 11:00 AM',
  ]);
});

const outgoing = businesses.flatMap(({ threads }) =>
  threads.flatMap(({ messages }) => messages.filter((message) => message.author !== 'customer')),
);

test('each figure in a text has a fact, and each fact a figure', () => {
  for (const message of outgoing) {
    expect(writeMessage(time, message.body).figures.length, message.body).toBe(message.facts?.length ?? 0);
  }
});

test('outgoing texts have straight quotes, no exclamation mark, and never ask for CANCEL or END', () => {
  for (const { body } of outgoing) expect(body).not.toMatch(/[!“”‘’]|\b(?:CANCEL|END)\b/);
});

test('no text of the AI names a price that is not marked as a figure', () => {
  for (const { author, body } of outgoing) {
    if (author === 'ai') expect(body.replace(/\[\[.*?\]\]/g, '')).not.toMatch(/\$\d/);
  }
});
