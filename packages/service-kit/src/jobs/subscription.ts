import { type Message, messageAddress } from '@servicepro/contracts/messages';
import type { TenantDb } from '@servicepro/db';
import type { TenantContext } from '@servicepro/tenant-context';
import type { z } from 'zod';

/** One run of one handler for one message. */
export interface MessageRun {
  /** The tenant of the outbox row, with the subscriber as actor. */
  readonly context: TenantContext;
  readonly outboxId: string;
  /** 1 when it is handed out for the first time. */
  readonly attempt: number;
  /** Aborted when the handler's time is over or the process must end: pass it to vendor calls. */
  readonly signal: AbortSignal;
  /**
   * Call it first in the handler's own transaction. False: this message was handled before, so change nothing. A handler
   * that never calls it is marked after it returns, in a transaction of its own, and must be safe to run twice.
   */
  markProcessed(db: TenantDb): Promise<boolean>;
}

export type MessageHandler<M extends Message> = (
  run: MessageRun,
  payload: z.output<M['payload']>,
) => Promise<void>;

export interface Subscription {
  /** Who handles it, as `send-message`: part of job ids and of processed_messages, so it never changes. */
  readonly subscriber: string;
  /** The message's address, `slice.do-something.v1`. */
  readonly type: string;
  /** Parses the payload by the message's contract; throws a ZodError. */
  readonly handle: (run: MessageRun, payload: unknown) => Promise<void>;
  readonly onDead: ((run: MessageRun, payload: unknown) => Promise<void>) | undefined;
}

/**
 * Says who handles a message. The handler may run more than once and must have its effect once: see markProcessed.
 * What it throws is tried again, five times in all; `onDead` runs before a message is given up, and may run twice.
 */
export function subscribe<M extends Message>(
  message: M,
  subscriber: string,
  handler: MessageHandler<M>,
  options: { onDead?: MessageHandler<M> } = {},
): Subscription {
  if (!/^[a-z][a-z-]{1,60}$/.test(subscriber))
    throw new Error(`"${subscriber}" is not a subscriber's name: a-z and dashes`);
  const { onDead } = options;
  return {
    subscriber,
    type: messageAddress(message),
    handle: async (run, payload) => handler(run, parsePayload(message, payload)),
    onDead: onDead && (async (run, payload) => onDead(run, parsePayload(message, payload))),
  };
}

/** Thrown by a handler that cannot go on now and is not failing, such as one that waits for another's lease. */
export class RunAgain extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super(`run again in ${seconds} s`);
    this.name = 'RunAgain';
    this.seconds = seconds;
  }
}

/** The payload is not what its address promises: no later try will change that. */
export class PayloadInvalid extends Error {
  constructor(type: string, cause: unknown) {
    super(`the payload is not a ${type}`, { cause });
    this.name = 'PayloadInvalid';
  }
}

export interface SubscriptionTable {
  /** Who handles messages of this type; empty when nobody does. */
  of(type: string): readonly Subscription[];
  find(type: string, subscriber: string): Subscription | undefined;
  /** False for a type this version of the program has never heard of: it belongs to a newer one. */
  isKnown(type: string): boolean;
}

/** Throws when a subscriber is named twice for one message. */
export function createSubscriptionTable(
  messages: readonly Message[],
  subscriptions: readonly Subscription[],
): SubscriptionTable {
  const byType = new Map<string, Subscription[]>(messages.map((message) => [messageAddress(message), []]));
  for (const subscription of subscriptions) {
    const others = byType.get(subscription.type);
    if (!others) throw new Error(`${subscription.type} is not in the list of messages`);
    if (others.some((other) => other.subscriber === subscription.subscriber)) {
      throw new Error(`${subscription.subscriber} subscribes twice to ${subscription.type}`);
    }
    others.push(subscription);
  }
  return {
    of: (type) => byType.get(type) ?? [],
    find: (type, subscriber) =>
      byType.get(type)?.find((subscription) => subscription.subscriber === subscriber),
    isKnown: (type) => byType.has(type),
  };
}

function parsePayload<M extends Message>(message: M, payload: unknown): z.output<M['payload']> {
  const result = message.payload.safeParse(payload);
  if (!result.success) throw new PayloadInvalid(messageAddress(message), result.error);
  return asPayload<M>(result.data);
}

/** Guarantee: it has just been parsed by this message's schema. */
function asPayload<M extends Message>(parsed: unknown): z.output<M['payload']> {
  return parsed as z.output<M['payload']>;
}
