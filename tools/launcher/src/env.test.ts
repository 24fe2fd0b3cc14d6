import { describe, expect, it } from 'vitest';
import { inheritedEnvironment, readEnvironment } from './env.ts';

describe("the launcher's environment", () => {
  it('has a default for everything', () => {
    expect(readEnvironment({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', LOG_LEVEL: 'info' });
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT'],
    [{ PORT: '80' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ TWILIO_AUTH_TOKEN: 'only-the-token' }, 'set both or neither'],
  ])('names the variable that is wrong in %o', (source, words) => {
    expect(() => readEnvironment(source)).toThrow(words);
  });

  it('hands no secret of ours on to a child', () => {
    const given = {
      PATH: '/bin',
      DATABASE_URL: 'postgres://x',
      TWILIO_AUTH_TOKEN: 'secret',
      NODE_OPTIONS: '--inspect',
    };
    expect(inheritedEnvironment(given)).toEqual({
      PATH: '/bin',
      NEXT_TELEMETRY_DISABLED: '1',
      TURBO_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
    });
  });
});
