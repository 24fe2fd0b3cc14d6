export {
  type AppliedReport,
  applyDeliveryReport,
  closeUnreported,
  type DeliveryReport,
} from './apply-delivery-report.ts';
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
  PersonTookOver,
  TurnOutdated,
} from './finish-turn.ts';
export { mayAiAnswer, ownershipMinutes } from './ownership.rules.ts';
export { replyAsPerson } from './reply-as-person.ts';
export { type SendMessageDeps, type SendMessageInput, sendMessage } from './send-message.ts';
export {
  type InboundText,
  type JoinPause,
  joinPause,
  type StoredText,
  storeInboundText,
  storeUnroutedText,
} from './store-inbound-text.ts';
export { createTextStore, type TextStore } from './store-texts-together.ts';
export { handBack, takeOver, waitForPerson } from './take-over.ts';
export type { LoggedAction, ReplyFact } from './turn-records.repository.ts';
