import type { Understanding } from '../language/understanding.rules.ts';
import type { WhenRequest } from '../language/when-request.rules.ts';
import type { DialogueState } from './dialogue-state.rules.ts';

// A number that is no option is an hour where a time is open ("3", to "Which day or time?").
export function mergedWhen(state: DialogueState, said: Understanding): WhenRequest | null {
  const question = state.when?.question;
  if (state.asked === 'day' && question?.kind === 'which-day' && state.when) {
    const day = answeredDay(question.days, said);
    if (day !== null)
      return {
        ...state.when,
        ranges: [{ from: day, to: day }],
        question: null,
        problem: null,
        time: said.when?.time ?? state.when.time,
      };
  }
  if (said.when) return said.when;
  if (said.numberWhen && (state.asked === 'when' || state.asked === 'day')) return said.numberWhen;
  return state.when;
}

function answeredDay(days: readonly string[], said: Understanding): string | null {
  const { answer, when } = said;
  const [only] = days;
  if (when && when.ranges.length > 0) {
    const inRange = days.filter((day) => when.ranges.some((range) => range.from <= day && day <= range.to));
    return inRange.length === 1 ? (inRange[0] ?? null) : null;
  }
  if (answer.number !== null) {
    const byDate = days.find((day) => Temporal.PlainDate.from(day).day === answer.number);
    return byDate ?? days[answer.number - 1] ?? null;
  }
  if (answer.ordinal !== null)
    return (answer.ordinal === -1 ? days.at(-1) : days[answer.ordinal - 1]) ?? null;
  return answer.yesNo === 'yes' && days.length === 1 ? (only ?? null) : null;
}
