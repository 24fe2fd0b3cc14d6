import type {
  Account,
  Call,
  Message,
  MessagingService,
  Person,
  PhoneNumber,
  WebhookAttempt,
} from './records.ts';

/** Everything the carrier knows. Survives a restart as a snapshot. */
export interface CarrierState {
  accounts: Map<string, Account>;
  /** By E.164 number: a number belongs to one account. */
  numbers: Map<string, PhoneNumber>;
  services: Map<string, MessagingService>;
  messages: Map<string, Message>;
  calls: Map<string, Call>;
  /** By number. */
  people: Map<string, Person>;
  webhooks: WebhookAttempt[];
  /** `<sender scope>|<person's number>`, see opt-outs.ts. */
  optOuts: Set<string>;
  sequence: number;
}

/** Older ones are forgotten: a stand-in is not an archive. */
const mostMessages = 20_000;
const mostWebhooks = 5_000;

export function createCarrierState(): CarrierState {
  return {
    accounts: new Map(),
    numbers: new Map(),
    services: new Map(),
    messages: new Map(),
    calls: new Map(),
    people: new Map(),
    webhooks: [],
    optOuts: new Set(),
    sequence: 0,
  };
}

export function addMessage(state: CarrierState, message: Omit<Message, 'sequence'>): Message {
  state.sequence += 1;
  const added = { ...message, sequence: state.sequence };
  state.messages.set(added.sid, added);
  forgetOldest(state.messages, mostMessages);
  return added;
}

export function addWebhook(state: CarrierState, attempt: Omit<WebhookAttempt, 'id'>): void {
  state.sequence += 1;
  state.webhooks.push({ ...attempt, id: state.sequence });
  if (state.webhooks.length > mostWebhooks) state.webhooks.shift();
}

export function numberBySid(state: CarrierState, sid: string): PhoneNumber | undefined {
  return [...state.numbers.values()].find((number) => number.sid === sid);
}

export function serviceOfNumber(state: CarrierState, numberSid: string): MessagingService | undefined {
  return [...state.services.values()].find((service) => service.numberSids.includes(numberSid));
}

function forgetOldest<Value>(records: Map<string, Value>, most: number): void {
  for (const key of records.keys()) {
    if (records.size <= most) return;
    records.delete(key);
  }
}
