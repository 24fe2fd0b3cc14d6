import type { DemoTime } from './demo-day.rules.ts';
import { dateOf } from './demo-day.rules.ts';

export interface WrittenMessage {
  body: string;
  /** The figures in the body, in order, with where they stand in UTF-16 units. */
  figures: { text: string; startOffset: number; endOffset: number }[];
}

/** Puts weekdays and dates in, takes the marks of figures out and says where they stood. */
export function writeMessage(time: DemoTime, template: string): WrittenMessage {
  const figures: WrittenMessage['figures'] = [];
  let body = '';
  for (const [at, part] of fillDays(time, template)
    .split(/\[\[|\]\]/)
    .entries()) {
    const startOffset = body.length;
    body += part;
    if (at % 2 === 1) figures.push({ text: part, startOffset, endOffset: body.length });
  }
  return { body, figures };
}

/** `{wd:1}` Fri, `{weekday:1}` Friday, `{date:1}` Mar 13; with a sign the number counts calendar days. */
export function fillDays(time: DemoTime, template: string): string {
  return template.replace(
    /\{(wd|weekday|date):([+-]?)(\d+)\}/g,
    (_whole, form: string, sign: string, digits: string) => {
      const count = Number(`${sign}${digits}`);
      const date = dateOf(time, sign === '' ? { open: count } : { date: count });
      if (form === 'date') return date.toLocaleString('en-US', { month: 'short', day: 'numeric' });
      return date.toLocaleString('en-US', { weekday: form === 'wd' ? 'short' : 'long' });
    },
  );
}
