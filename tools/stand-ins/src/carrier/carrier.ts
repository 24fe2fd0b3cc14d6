import { setTimeout as sleep } from 'node:timers/promises';
import { type Announcer, type CarrierEvent, createAnnouncer } from './announcer.ts';
import type { CarrierState } from './carrier-state.ts';
import { createFaultBook, type FaultBook } from './faults.ts';
import { createFormPoster, type FormPoster } from './post-form.ts';

export interface CarrierSettings {
  /** Between two statuses of an outgoing text. */
  deliveryStepMs: number;
  /** Whether the carrier keeps its own opt-out list: answers STOP and START, and refuses with 21610. */
  isKeepingOptOuts: boolean;
}

/** One running carrier: what it knows, what is made to go wrong, and its line to the webhooks. */
export interface Carrier {
  readonly state: CarrierState;
  readonly settings: CarrierSettings;
  readonly faults: FaultBook;
  readonly announcer: Announcer;
  readonly poster: FormPoster;
  /** Webhooks that wait to be delivered in another order, by fault. */
  readonly held: Map<string, (() => void)[]>;
  /** The time, ISO 8601 in UTC. */
  now(): string;
  /** Something changed: readers are told, the snapshot is written. */
  changed(event: CarrierEvent): void;
  /** Waits, or rejects at once when the carrier stops. */
  pause(milliseconds: number): Promise<void>;
  /** Work that nobody waits for; stop() does. */
  run(work: () => Promise<unknown>): void;
  stop(): Promise<void>;
}

export interface CarrierOptions {
  state: CarrierState;
  settings: CarrierSettings;
  now: () => Temporal.Instant;
  random: () => number;
  onChange?: () => void;
  onFault?: (error: unknown) => void;
}

export function createCarrier(options: CarrierOptions): Carrier {
  const announcer = createAnnouncer();
  const stopping = new AbortController();
  const running = new Set<Promise<unknown>>();
  const poster = createFormPoster();
  return {
    state: options.state,
    settings: { ...options.settings },
    faults: createFaultBook(options.random),
    announcer,
    poster,
    held: new Map(),
    now: () => options.now().toString({ smallestUnit: 'millisecond' }),
    changed(event) {
      announcer.announce(event);
      options.onChange?.();
    },
    async pause(milliseconds) {
      await sleep(milliseconds, undefined, { signal: stopping.signal });
    },
    run(work) {
      const promise = work()
        .catch((error: unknown) => {
          if (!stopping.signal.aborted) options.onFault?.(error);
        })
        .finally(() => running.delete(promise));
      running.add(promise);
    },
    async stop() {
      stopping.abort();
      poster.close();
      await Promise.allSettled(running);
    },
  };
}
