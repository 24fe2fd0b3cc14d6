import { Slot } from '@servicepro/contracts/rest/scheduling';
import { AppError } from '@servicepro/service-kit/app-error';
import { z } from 'zod';
import type { BusinessFacts } from '../brain/turn.rules.ts';
import type { ActionResults, Offer, TakenSlot } from './action-schemas.rules.ts';

/** For whom actions run. Injected by the executor: no brain can name another customer or conversation. */
export interface ActionScope {
  readonly facts: BusinessFacts;
  readonly conversationId: string;
  readonly contactPointId: string;
  readonly phone: string;
  readonly country: string;
  readonly customerId: string | null;
  readonly words: string;
  readonly now: Temporal.Instant;
}

export interface ActionRun {
  readonly result: ActionResults[keyof ActionResults];
  /** One line for the inbox: "Booked J-2045". */
  readonly summary: string;
  readonly bookingId?: string;
  readonly inverse?: Record<string, unknown>;
}

/** What a slot that cannot be had any more comes to: the nearest free ones, or none known. Other errors are thrown on. */
export function takenOr(cause: unknown): TakenSlot {
  if (!(cause instanceof AppError) || !cause.code.startsWith('scheduling.')) throw cause;
  const alternatives = z.array(Slot).safeParse(cause.extensions.alternatives);
  return { outcome: 'taken', alternatives: alternatives.success ? alternatives.data.map(asOffer) : [] };
}

const asOffer = ({ startsAt, resourceId, resourceName }: Slot): Offer => ({
  startsAt,
  resourceId,
  resourceName,
});
