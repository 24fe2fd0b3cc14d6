export { decide } from './brain/decide.rules.ts';
export type { Brain, BusinessFacts, CustomerFacts, TurnInput, TurnOutcome } from './brain/turn.rules.ts';
export { receptionistErrors } from './receptionist.errors.ts';
export { type TakeTurnDeps, type TakeTurnInput, takeTurn } from './take-turn.ts';
export { type Inverse, undoAction } from './undo-action.ts';
