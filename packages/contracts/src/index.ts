export { LiveEvent, LiveTopic } from './live.ts';
export { type Message, type MessagePayload, messageAddress, messages } from './messages.ts';
export {
  Cents,
  Currency,
  DayText,
  Id,
  InstantText,
  NameText,
  PhoneText,
  Problem,
  TimeText,
} from './values.ts';
