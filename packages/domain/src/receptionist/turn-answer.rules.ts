import type { FinishTurnInput, TurnStart } from '../conversations/index.ts';

export type TurnTaken = Extract<TurnStart, { kind: 'take' }>;
/** What a turn writes, but for what finishTurn is told of the turn itself. */
export type TurnAnswer = Omit<
  FinishTurnInput,
  'thread' | 'fence' | 'startedAt' | 'brain' | 'answered' | 'isAiTurn'
>;
