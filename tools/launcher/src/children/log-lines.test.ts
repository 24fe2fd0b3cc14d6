import { describe, expect, it } from 'vitest';
import { worthShowing } from './log-lines.ts';
import { limitRepeats } from './repeat-limit.ts';

describe('the terminal', () => {
  it.each([
    ['{"level":30,"msg":"request completed"}', undefined],
    ['{"level":40,"msg":"queue is slow"}', 'queue is slow'],
    ['{"level":"error","msg":"send failed","err":{"message":"timeout"}}', 'send failed: timeout'],
    ['{not json', undefined],
    ['   at Object.<anonymous> (error.js:1:1)', undefined],
    ['  - DATABASE_URL is missing.', '- DATABASE_URL is missing.'],
    [' ⨯ Failed to compile', '⨯ Failed to compile'],
    ['  ✓ Ready in 200ms', undefined],
  ])('of %s shows %s', (line, expected) => {
    expect(worthShowing(line)).toBe(expected);
  });

  it('shows a line that repeats itself, apart from its numbers, once in ten seconds', () => {
    const shown: string[] = [];
    let nowMs = 0;
    const show = limitRepeats(
      (line) => void shown.push(line),
      () => nowMs,
    );
    show('retry 1');
    show('retry 2');
    show('another');
    nowMs = 10_001;
    show('retry 3');
    expect(shown).toEqual(['retry 1', 'another', 'retry 3']);
  });
});
