import type { ActionName } from '@servicepro/domain/receptionist';

interface ActionEntry {
  readonly does: string;
  /** How it is taken back; empty where there is nothing to take back. */
  readonly inverse: string;
}

/** What each action does, in words. An action without words does not type-check. */
export const actionWords: Readonly<Record<ActionName, ActionEntry>> = {
  find_slots: { does: 'reads open times for a piece of work, 31 days at most', inverse: '' },
  quote_price: { does: 'reads the confirmed price and the duration of a piece of work', inverse: '' },
  hold_slot: {
    does: 'keeps an offered slot for ten minutes',
    inverse: '`release_hold`, or the hold runs out',
  },
  release_hold: { does: 'gives a held slot back', inverse: 'another `hold_slot`, if it is still open' },
  book: {
    does: 'books an offered slot, from the hold where there is one; makes the customer and the asset',
    inverse: 'cancels the booking: one click in the inbox, for 24 hours',
  },
  upsert_contact_field: { does: "writes the customer's name", inverse: 'a person corrects it' },
  hand_off: {
    does: 'asks a person to answer; the AI is silent until one has',
    inverse: 'hand-back in the inbox',
  },
  opt_out: {
    does: 'stops all texts to this number, for sentences that ask for it and for wrong numbers',
    inverse: 'START, by the customer only',
  },
};
