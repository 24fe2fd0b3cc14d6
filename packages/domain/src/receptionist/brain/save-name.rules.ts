import type { Sentence } from '../reply/compose-reply.rules.ts';
import { english as texts } from '../reply/english.template.ts';
import { visitFact } from '../reply/fact.rules.ts';
import { firstName } from '../reply/wording.rules.ts';
import type { DialogueState } from './dialogue-state.rules.ts';
import { type Deciding, propose, type TurnInput } from './turn.rules.ts';

/** Keeps the name a customer gave: the answer to our question, or said by itself by somebody we do not know yet. */
export function* saveName(input: TurnInput): Deciding<{ state: DialogueState; sentences: Sentence[] }> {
  const { understanding, state, customer, facts } = input;
  const { name } = understanding;
  const wasAsked = state.asked === 'name';
  if (name === null) return { state, sentences: [] };
  // "It's Jen not Jan" corrects; a name that only stands in a sentence replaces nothing.
  const mayReplace = wasAsked || customer.name === '' || understanding.intents.includes('correct');
  if (!mayReplace || name === customer.name) return { state, sentences: [] };
  const result = yield* propose('upsert_contact_field', { field: 'name', value: name });
  if (!result?.isSet) return { state, sentences: [] };
  if (!wasAsked) return { state, sentences: [] };
  const visit = customer.upcoming.find((booking) => booking.id === state.bookingId);
  return {
    state: { ...state, asked: null, misses: 0 },
    sentences: [{ phrase: texts.thanksName(firstName(name), visit ? visitFact(visit, facts) : null) }],
  };
}
