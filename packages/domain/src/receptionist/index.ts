export { actionPolicy, type PolicyRow } from './actions/action-policy.data.ts';
export { type ActionName, actionInputs } from './actions/action-schemas.rules.ts';
export { decide } from './brain/decide.rules.ts';
export type { Brain, BusinessFacts, CustomerFacts, TurnInput, TurnOutcome } from './brain/turn.rules.ts';
export { type IntentName, intentNames } from './language/intents.data.ts';
export { receptionistErrors } from './receptionist.errors.ts';
export { type TakeTurnDeps, type TakeTurnInput, takeTurn } from './take-turn.ts';
export { type Inverse, undoAction } from './undo-action.ts';
