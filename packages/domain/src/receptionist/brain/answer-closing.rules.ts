import { english as texts } from '../reply/english.template.ts';
import { visitFact } from '../reply/fact.rules.ts';
import type { DialogueState } from './dialogue-state.rules.ts';
import { silent, spoken } from './hand-offs.rules.ts';
import type { TurnInput, TurnOutcome } from './turn.rules.ts';

/** After so many in a row nothing is said: two machines that thank each other would never end. */
const mostClosings = 3;

/**
 * Answers a yes, a no, thanks or a goodbye when nothing is left to decide: with the visit that stands, so that nobody
 * wonders whether the last text arrived. `closings` were answered in a row before. Null for anything else.
 */
export function answerClosing(
  { understanding, state, facts, customer }: TurnInput,
  closings: number,
): TurnOutcome | null {
  const { intents, answer } = understanding;
  const isThanks = intents.includes('thanks');
  const isGoodbye = intents.includes('goodbye');
  const idle = isIdle(state);
  const visit = customer.upcoming.find((booking) => booking.id === state.bookingId);
  const isYes = idle && answer.yesNo === 'yes' && visit !== undefined;
  const isNo = idle && answer.yesNo === 'no';
  if (!isThanks && !isGoodbye && !isYes && !isNo) return null;
  if (closings >= mostClosings) return silent({ ...state, closings });
  const asksName = state.asked === 'name' && !isNo && !isGoodbye && closings === 0;
  const next: DialogueState = {
    ...state,
    asked: asksName ? 'name' : stillAsked(state),
    misses: 0,
    closings: closings + 1,
  };
  const words = isThanks
    ? texts.welcome()
    : visit && !isNo
      ? texts.allSet(visitFact(visit, facts))
      : texts.bye();
  return spoken('answered', next, asksName ? [words, texts.askName()] : [words]);
}

/** Nothing about work is being asked. */
export const isIdle = ({ asked }: DialogueState) =>
  asked === null || asked === 'name' || asked === 'need' || asked === 'person';

/** What goes on being asked after an answer to something else. */
export const stillAsked = (state: DialogueState) => (isIdle(state) ? null : state.asked);
