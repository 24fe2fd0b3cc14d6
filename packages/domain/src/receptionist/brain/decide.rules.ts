import type { Sentence } from '../reply/compose-reply.rules.ts';
import { english as texts } from '../reply/english.template.ts';
import { advance } from './advance.rules.ts';
import { answerClosing, isIdle, stillAsked } from './answer-closing.rules.ts';
import { answerQuestions } from './answer-questions.rules.ts';
import { askAgain } from './ask-again.rules.ts';
import type { DialogueState } from './dialogue-state.rules.ts';
import { handOff, optOut, routeToPerson, silent, spoken } from './hand-offs.rules.ts';
import { saveName } from './save-name.rules.ts';
import type { Deciding, TurnInput, TurnOutcome } from './turn.rules.ts';

/** Second turn in a row that was not understood: a person takes it. */
const missesUntilHandOff = 2;

/**
 * The deterministic brain: a state machine over a small typed state. It answers what was asked, adds what was said to what
 * it knows, and asks one question a turn until the work, the asset, the time and the place are known; then it books.
 */
export function* decide(given: TurnInput): Deciding {
  const input: TurnInput = { ...given, state: { ...given.state, closings: 0 } };
  const { understanding, state, facts } = input;
  const { intents } = understanding;
  const asks = (intent: (typeof intents)[number]) => intents.includes(intent);

  const optedOut = yield* optOut(input);
  if (optedOut) return optedOut;
  if (asks('acknowledgement') || isAutoReply(input)) return silent(state);
  if (asks('media_only')) return promptOnce(state);
  const routed = yield* routeToPerson(input);
  if (routed) return routed;
  if (asks('others_booking')) return spoken('answered', { ...state, misses: 0 }, [texts.onlyOwnBookings()]);
  if (asks('bot_question'))
    return spoken('answered', { ...state, asked: 'person' }, [texts.robot(facts.name, facts.ownerName)]);
  if (state.asked === 'person' && understanding.answer.yesNo === 'yes') {
    return yield* handOff(input, 'Asked for a person', [texts.handOff(facts.ownerName)]);
  }

  const answers = answerQuestions(input);
  if (answers.unanswered) {
    return yield* handOff(input, answers.unanswered.reason, [
      ...answers.sentences.map((s) => s.phrase),
      answers.unanswered.says,
    ]);
  }
  const named = yield* saveName(input);
  const lead: Sentence[] = [...answers.sentences, ...named.sentences];
  const wantsWork =
    (['book_new', 'availability_question', 'choose', 'confirm'] as const).some(asks) ||
    understanding.when !== null;
  if (answers.isFaq && !wantsWork)
    return spoken('answered', { ...named.state, asked: stillAsked(named.state), misses: 0 }, lead);
  const next = yield* advance({ ...input, state: named.state }, lead);
  if (next) return next;
  if (lead.length > 0)
    return spoken('answered', { ...named.state, asked: stillAsked(named.state), misses: 0 }, lead);
  return yield* smallTalk({ ...input, state: named.state }, given.state.closings);
}

function* smallTalk(input: TurnInput, closings: number): Deciding {
  const { understanding, state, facts } = input;
  const { intents, answer } = understanding;
  const idle = isIdle(state);
  if (idle && intents.includes('greeting') && !intents.includes('thanks'))
    return spoken('asked', { ...state, asked: 'need', misses: 0 }, [texts.howCanIHelp()]);
  const closed = answerClosing(input, closings);
  if (closed) return closed;
  if (idle && answer.yesNo === 'yes' && state.misses === 0)
    return spoken('asked', { ...state, asked: 'need', misses: 1 }, [texts.howCanIHelp()]);
  const misses = state.misses + 1;
  const says = understanding.isQuestion && !idle ? texts.cannotAnswer() : texts.didNotGet();
  if (misses >= missesUntilHandOff)
    return yield* handOff(input, 'Did not understand, twice', [says, texts.handOff(facts.ownerName)]);
  return spoken('unclear', { ...state, asked: state.asked ?? 'need', misses }, [says, askAgain(input)]);
}

function isAutoReply({ understanding: said }: TurnInput): boolean {
  const saysWork = said.serviceIds.length > 0 || said.when !== null || said.intents.includes('book_new');
  return said.intents.includes('auto_reply') && !saysWork;
}

// Emoji or nothing at all: one gentle prompt, then silence, so that two machines do not talk for ever.
function promptOnce(state: DialogueState): TurnOutcome {
  if (state.misses > 0) return silent(state);
  return spoken('unclear', { ...state, misses: 1 }, [texts.onlyWords(), texts.howCanIHelp()]);
}
