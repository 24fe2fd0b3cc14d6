import { describe, expect, it } from 'vitest';
import { collectReplies } from './text.ts';

describe('npm run text', () => {
  it('waits until no further reply follows the last', async () => {
    const sinceMs = performance.now();
    const read = async () =>
      ['Hello.', 'Still there?'].slice(
        0,
        performance.now() - sinceMs < 200 ? 0 : performance.now() - sinceMs < 1000 ? 1 : 2,
      );
    expect(await collectReplies(read, new AbortController().signal)).toEqual(['Hello.', 'Still there?']);
    expect(performance.now() - sinceMs).toBeGreaterThan(2400);
  });

  it('ends at once when it is interrupted', async () => {
    expect(await collectReplies(async () => [], AbortSignal.timeout(50))).toEqual([]);
  });
});
