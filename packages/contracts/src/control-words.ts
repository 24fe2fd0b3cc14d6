/** What a message that consists of a control word alone asks for. */
export type ControlWord = 'stop' | 'start' | 'help';

// 47 CFR 64.1200(a)(10) names stop, quit, end, revoke, opt out, cancel and unsubscribe; the carriers add STOPALL;
// ALTO and PARAR are what Spanish speakers send.
const stopWords: ReadonlySet<string> = new Set([
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
  'ALTO',
  'PARAR',
]);
const startWords: ReadonlySet<string> = new Set(['START', 'UNSTOP']);
const helpWords: ReadonlySet<string> = new Set(['HELP', 'INFO', 'AYUDA']);
const startWordsOfOptedOut: ReadonlySet<string> = new Set(['YES', 'SI']);

/**
 * Says whether a text is a control word and nothing else, in any case, punctuation and spacing ("Stop!", "s t o p",
 * "opt-out", "STOP STOP"). A sentence that asks for the same ("please stop texting me") is an intent, not a control word.
 *
 * @param body       the text as it came
 * @param isOptedOut whether the sender is opted out now: only then does a bare YES mean START
 */
export function classifyControlWord(body: string, isOptedOut = false): ControlWord | null {
  const words = wordsOf(body);
  if (words.length === 0) return null;
  const consistsOf = (set: ReadonlySet<string>) =>
    words.every((word) => set.has(word)) || set.has(words.join(''));
  if (consistsOf(stopWords)) return 'stop';
  if (consistsOf(startWords)) return 'start';
  if (consistsOf(helpWords)) return 'help';
  if (isOptedOut && consistsOf(startWordsOfOptedOut)) return 'start';
  return null;
}

// NFKD turns full-width and accented letters into plain ones; digits stay, so that "stop 2" is not STOP.
function wordsOf(body: string): string[] {
  if (body.length > 200) return [];
  return (
    body
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}'’]/gu, '')
      .toUpperCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
