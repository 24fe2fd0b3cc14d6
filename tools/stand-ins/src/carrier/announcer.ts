/** What a reader of the carrier is told the moment it happens. */
export type CarrierEvent =
  | { type: 'message'; sid: string }
  | { type: 'numbers' }
  | { type: 'faults' }
  | { type: 'reset' };

export interface Announcer {
  announce(event: CarrierEvent): void;
  /** Returns what ends it. */
  listen(listener: (event: CarrierEvent) => void): () => void;
}

export function createAnnouncer(): Announcer {
  const listeners = new Set<(event: CarrierEvent) => void>();
  return {
    announce(event) {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
