import { classifyControlWord } from '@servicepro/contracts/control-words';
import { type AppDatabase, isDatabaseGone } from '@servicepro/db';
import type { TenantId } from '@servicepro/tenant-context';
import {
  type InboundText,
  type JoinPause,
  type StoredText,
  storeInboundText,
  storeInboundTexts,
} from './store-inbound-text.ts';

/** Stores customers' texts as they come; those that come while others are being stored go together. */
export interface TextStore {
  /** As storeInboundText, but faster under load: when it resolves, the text is safe to acknowledge. */
  store(tenantId: TenantId, text: InboundText): Promise<StoredText>;
}

interface WaitingText {
  readonly text: InboundText;
  readonly resolve: (stored: StoredText) => void;
  readonly reject: (cause: unknown) => void;
}

interface Lane {
  readonly waiting: WaitingText[];
  inFlight: number;
}

/** Statements of one tenant at once. Two keep Postgres busy while an answer is on its way; more only share less. */
const mostInFlight = 2;
/** A statement with so many takes some milliseconds. */
const mostTogether = 25;

/** A text that comes alone, and every control word, is stored at once and by itself; under load others share one round trip and one commit. */
export function createTextStore(database: AppDatabase, pause: JoinPause): TextStore {
  const lanes = new Map<TenantId, Lane>();

  function advance(tenantId: TenantId, lane: Lane): void {
    while (lane.inFlight < mostInFlight && lane.waiting.length > 0) {
      lane.inFlight += 1;
      void storeTogether(tenantId, lane.waiting.splice(0, mostTogether)).finally(() => {
        lane.inFlight -= 1;
        advance(tenantId, lane);
        if (lane.inFlight === 0) lanes.delete(tenantId);
      });
    }
  }

  async function storeTogether(tenantId: TenantId, waiting: readonly WaitingText[]): Promise<void> {
    if (waiting.length === 1) return storeApart(tenantId, waiting);
    try {
      const texts = waiting.map(({ text }) => text);
      const stored = await storeInboundTexts(database, tenantId, texts, pause);
      for (const [index, outcome] of stored.entries()) waiting[index]?.resolve(outcome);
    } catch (cause) {
      if (isDatabaseGone(cause)) for (const { reject } of waiting) reject(cause);
      // One of them cannot be stored, and the others must not suffer for it.
      else await storeApart(tenantId, waiting);
    }
  }

  async function storeApart(tenantId: TenantId, waiting: readonly WaitingText[]): Promise<void> {
    await Promise.all(
      waiting.map(({ text, resolve, reject }) =>
        storeInboundText(database, tenantId, text, pause).then(resolve, reject),
      ),
    );
  }

  return {
    store(tenantId, text) {
      // It takes the lock of its sender's contact point, which must come before that of the thread; and it is urgent.
      if (classifyControlWord(text.body, true) !== null)
        return storeInboundText(database, tenantId, text, pause);
      const { promise, resolve, reject } = Promise.withResolvers<StoredText>();
      const lane = lanes.get(tenantId) ?? { waiting: [], inFlight: 0 };
      lanes.set(tenantId, lane);
      lane.waiting.push({ text, resolve, reject });
      advance(tenantId, lane);
      return promise;
    },
  };
}
