/** How long a person owns a thread after their last message, unless they hand it back. */
export const ownershipMinutes = 30;

export interface OwnershipColumns {
  owner: 'ai' | 'person';
  owned_by: string | null;
  owned_until: Temporal.Instant | null;
  waiting_since: Temporal.Instant | null;
  waiting_reason: string | null;
}

export type OwnershipState =
  | { state: 'ai' }
  | { state: 'person'; userId: string; until: Temporal.Instant }
  | { state: 'waiting'; since: Temporal.Instant; reason: string };

/**
 * Who answers at `now`. A hand-off waits for as long as it takes; a person's ownership ends by itself, and then the AI
 * answers again without a row being changed.
 */
export function ownershipAt(columns: OwnershipColumns, now: Temporal.Instant): OwnershipState {
  const { owner, owned_by: userId, owned_until: until, waiting_since: since } = columns;
  if (owner === 'person' && userId && until && Temporal.Instant.compare(until, now) > 0) {
    return { state: 'person', userId, until };
  }
  if (since) return { state: 'waiting', since, reason: columns.waiting_reason ?? '' };
  return { state: 'ai' };
}

/** True when the AI may answer. */
export function mayAiAnswer(columns: OwnershipColumns, now: Temporal.Instant): boolean {
  return ownershipAt(columns, now).state === 'ai';
}
