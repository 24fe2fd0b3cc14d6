import type { TrailTurn } from '@servicepro/contracts/rest/trail';
import type { Bubble, BusinessLine } from './simulator-api.ts';

/** How long an answer is expected after a text was taken. */
const answerExpectedMs = 12_000;
/** Of the carrier's clock against the database's. */
const clockSlackMs = 1_000;
/** An answer that has left is here within this. */
const underwayMs = 1_000;

/** Whether somebody answers at this number. */
export function mayAnswer(business: BusinessLine): boolean {
  return business.tenantId !== null || business.slug !== null;
}

/** Whether a turn has no outcome yet. */
export function isRunning(turn: TrailTurn): boolean {
  return turn.finishedAt === null && !turn.steps.some((step) => step.kind === 'sent');
}

/** My last text, while no turn of the trail has begun since it came. */
export function awaitedBubble(
  bubbles: readonly Bubble[],
  turns: readonly TrailTurn[],
  now: number,
): Bubble | null {
  const last = bubbles.at(-1);
  if (!last?.isMine || last.isLost || now - Date.parse(last.at) > answerExpectedMs) return null;
  return turnOf(last, turns) ? null : last;
}

/** Whether the phone shows that somebody is typing. */
export function isAnswerAwaited(
  bubbles: readonly Bubble[],
  turns: readonly TrailTurn[],
  underwayAt: number,
  now: number,
): boolean {
  const last = bubbles.at(-1);
  if (!last?.isMine || last.deliveredAt === null) return false;
  if (now - Date.parse(last.deliveredAt) > answerExpectedMs) return false;
  const turn = turnOf(last, turns);
  return turn === null || isRunning(turn) || now - underwayAt < underwayMs;
}

function turnOf(bubble: Bubble, turns: readonly TrailTurn[]): TrailTurn | null {
  const [newest] = turns;
  if (!newest?.text.includes(bubble.body)) return null;
  return Date.parse(newest.startedAt) >= Date.parse(bubble.at) - clockSlackMs ? newest : null;
}
