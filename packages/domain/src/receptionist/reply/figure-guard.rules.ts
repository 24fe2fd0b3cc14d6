import type { Span } from '../language/plain-text.rules.ts';

export class UnbackedFigure extends Error {
  readonly figure: string;
  constructor(figure: string) {
    super(`a figure or promise without a row: ${figure}`);
    this.name = 'UnbackedFigure';
    this.figure = figure;
  }
}

const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?';
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** Money, times, days, counts and percentages: anything a customer could hold the business to. */
const figures: readonly RegExp[] = [
  /[$€£]\s?\d+(?:[.,]\d+)*/g,
  /\d+(?:[.,:/-]\d+)*\s?(?:%|am\b|pm\b|a\.m\.|p\.m\.|dollars?\b|bucks\b|usd\b)?/gi,
  new RegExp(`\\b${weekday}\\b`, 'gi'),
  new RegExp(`\\b${month}\\b`, 'gi'),
  /\b(?:today|tonight|tomorrow|noon|midnight|hoy|manana|mañana|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)\b/gi,
  /\b(?:an?|half an|one|two|three|four|five|six|seven|eight|nine|ten) (?:hours?|minutes?|dollars?)\b/gi,
];
/** Promises that no template makes: they leave only when a person wrote them. */
const promises: readonly RegExp[] = [
  /\b(?:guarantee\w*|warranty|free of charge|for free|no charge|on the house|complimentary|refund\w*|reimburse\w*|discount\w*|half price|legally|binding|we(?:'ll| will) pay|compensat\w*|garantiza\w*|gratis|reembols\w*|descuento\w*)\b/gi,
];

/**
 * Refuses a reply with a money, time or date token, or a promise, outside the spans that rows back. Throws
 * UnbackedFigure; `neverPhrases` are what the trade's pack forbids to promise.
 */
export function assertEveryFigureIsBacked(
  text: string,
  backed: readonly Span[],
  neverPhrases: readonly string[] = [],
): void {
  for (const pattern of [...figures, ...promises]) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].trimEnd().length };
      if (!backed.some((fact) => fact.start <= span.start && span.end <= fact.end))
        throw new UnbackedFigure(match[0]);
    }
  }
  const lower = text.toLowerCase();
  const phrase = neverPhrases.find((never) => lower.includes(never.toLowerCase()));
  if (phrase !== undefined) throw new UnbackedFigure(phrase);
}
