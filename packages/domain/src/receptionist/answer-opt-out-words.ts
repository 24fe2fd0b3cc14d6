import type { TenantDb } from '@servicepro/db';
import { optOut } from '../customers/index.ts';
import { answerControl } from './answer-control.ts';
import { wordsOf } from './language/plain-text.rules.ts';
import { readOptOut } from './language/read-opt-out.rules.ts';
import type { TurnAnswer, TurnTaken } from './turn-answer.rules.ts';

const mostCharacters = 1600;

/**
 * "Please stop texting me" is a STOP also where the AI is silent: a person owns the thread or is waited for, the AI is
 * off, the business is suspended. Null when no text of the turn asks for it.
 */
export async function answerOptOutWords(
  db: TenantDb,
  start: TurnTaken,
  now: Temporal.Instant,
): Promise<TurnAnswer | null> {
  const text = start.texts.find(
    ({ body }) => readOptOut(wordsOf(body.slice(0, mostCharacters)).plain) === 'opt-out',
  );
  if (!text) return null;
  const { contactPointId } = start.thread;
  await optOut(db, { contactPointId, source: 'words', words: text.body, now });
  return answerControl(db, start, { control: 'stop' }, now);
}
