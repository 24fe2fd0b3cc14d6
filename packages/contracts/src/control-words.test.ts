import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyControlWord } from './control-words.ts';

const stops = [
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
  'OPT OUT',
  'ALTO',
  'PARAR',
];

describe('control words', () => {
  it('a stop word is a stop in any case, punctuation and spacing', () => {
    const noise = fc.stringMatching(/^[ .,!?*"'()\-_\n\t]{0,4}$/);
    fc.assert(
      fc.property(
        fc.constantFrom(...stops),
        fc.infiniteStream(fc.boolean()),
        noise,
        noise,
        (word, isUpper, before, after) => {
          const cased = [...word]
            .map((c) => (isUpper.next().value ? c.toUpperCase() : c.toLowerCase()))
            .join('');
          expect(classifyControlWord(before + cased + after)).toBe('stop');
        },
      ),
    );
  });

  it.each([
    'stop.',
    'Stop!',
    ' stop ',
    'S T O P',
    's.t.o.p',
    'Opt-out',
    'opt out',
    'stop all',
    'STOP STOP',
    'STOP',
    'stop 🛑',
    '“Stop”',
  ])('%s is a stop', (text) => {
    expect(classifyControlWord(text)).toBe('stop');
  });

  it.each([
    'can you stop by at 3?',
    'cancel my Tuesday appointment',
    'please stop texting me',
    'the end',
    'stop 2',
    'weekend',
    'info on pricing',
    'help me book',
    'start at 3',
    '',
    '🙂',
    'yes',
  ])('%s is no control word', (text) => {
    expect(classifyControlWord(text)).toBeNull();
  });

  it('a bare yes opts in only who is opted out', () => {
    expect(classifyControlWord('YES', true)).toBe('start');
    expect(classifyControlWord('Yes.', false)).toBeNull();
    expect(classifyControlWord('yes please', true)).toBeNull();
  });

  it.each([
    ['START', 'start'],
    ['unstop', 'start'],
    ['Help?', 'help'],
    ['INFO', 'help'],
    ['ayuda', 'help'],
  ])('%s is a %s', (text, control) => {
    expect(classifyControlWord(text)).toBe(control);
  });
});
