import { Id } from '@servicepro/contracts/values';
import { z } from 'zod';
import { Offer } from '../actions/action-schemas.rules.ts';
import { WhenRequest } from '../language/when-request.rules.ts';

/** What the last reply asked; the next text is first read as its answer. */
export const Asked = z.enum([
  'need',
  'service',
  'asset',
  'when',
  'day',
  'offer',
  'address',
  'name',
  'person',
]);
export type Asked = z.infer<typeof Asked>;

/** The deterministic brain's memory of a conversation, kept on its row. Whole replacements only: no code edits it in place. */
export const DialogueState = z.strictObject({
  version: z.literal(1),
  asked: Asked.nullable(),
  serviceId: Id.nullable(),
  addOnIds: z.array(Id).max(10),
  assetClassId: Id.nullable(),
  assetName: z.string().max(80),
  when: WhenRequest.nullable(),
  address: z.string().max(200),
  /** The services or classes that the last reply named, for "the second one". */
  choices: z.array(Id).max(8),
  /** The slots of the last reply that offered any: every yes and every number is tied to these. */
  offers: z.array(Offer).max(3),
  /** The chosen slot while the address is still asked. */
  chosen: Offer.nullable(),
  holdId: Id.nullable(),
  /** Service and class whose price was said, so that it is not said again. */
  quotedFor: z.string().max(80).nullable(),
  /** The booking made in this dialogue, whose name may still be asked. */
  bookingId: Id.nullable(),
  /** Turns in a row that were not understood; the second hands off. */
  misses: z.int().min(0).max(9),
  /** Thanks, yeses and goodbyes in a row that were answered, with nothing left to do. */
  closings: z.int().min(0).max(9).default(0),
});
export type DialogueState = z.infer<typeof DialogueState>;

export const freshDialogue: DialogueState = {
  version: 1,
  asked: null,
  serviceId: null,
  addOnIds: [],
  assetClassId: null,
  assetName: '',
  when: null,
  address: '',
  choices: [],
  offers: [],
  chosen: null,
  holdId: null,
  quotedFor: null,
  bookingId: null,
  misses: 0,
  closings: 0,
};

/** The stored state, or a fresh one where there is none or it is of another version. */
export function readDialogue(stored: unknown): DialogueState {
  const parsed = DialogueState.safeParse(stored);
  return parsed.success ? parsed.data : freshDialogue;
}

/** A dialogue that was left lying: days that have passed since are no wish any more. */
export function withoutPastDays(state: DialogueState, today: string): DialogueState {
  const { when } = state;
  const isPast = when !== null && when.ranges.length > 0 && when.ranges.every((range) => range.to < today);
  return isPast ? { ...state, when: null } : state;
}
