export {
  type BeginTurnInput,
  beginTurn,
  type TurnStart,
  type TurnThread,
  type UnansweredText,
} from './begin-turn.ts';
export { conversationErrors } from './conversations.errors.ts';
export {
  type FinishTurnInput,
  finishTurn,
  type LoggedAction,
  type ReplyFact,
  TurnOutdated,
} from './finish-turn.ts';
export {
  type InboundText,
  type JoinPause,
  joinPause,
  type StoredText,
  storeInboundText,
  storeUnroutedText,
} from './store-inbound-text.ts';
