import { useEffect, useState } from 'preact/hooks';
import { type Bubble, simulatorApi } from './simulator-api.ts';

export interface Thread {
  bubbles: Bubble[];
  isConnected: boolean;
  /** Counts what happened, so that others can read again. */
  beat: number;
  /** The last time something was on its way to this phone, by this browser's clock. */
  underwayAt: number;
}

const nothing: Thread = { bubbles: [], isConnected: true, beat: 0, underwayAt: 0 };

/** One thread as it is and as it changes. */
export function useThread(number: string | null, person: string | null, onNumbers: () => void): Thread {
  const [thread, setThread] = useState<Thread>(nothing);
  useEffect(() => {
    setThread(nothing);
    if (number === null || person === null) return;
    const source = new EventSource(simulatorApi.eventsUrl(number, person));
    const reload = async () => {
      const { bubbles } = await simulatorApi.readThread(number, person);
      setThread((before) => ({ ...before, bubbles, isConnected: true, beat: before.beat + 1 }));
    };
    source.addEventListener('open', () => void reload().catch(() => undefined));
    source.addEventListener('reset', () => void reload().catch(() => undefined));
    source.addEventListener('error', () => setThread((before) => ({ ...before, isConnected: false })));
    source.addEventListener('numbers', onNumbers);
    source.addEventListener('faults', () => setThread((before) => ({ ...before, beat: before.beat + 1 })));
    source.addEventListener('underway', () =>
      setThread((before) => ({ ...before, underwayAt: Date.now(), beat: before.beat + 1 })),
    );
    source.addEventListener('bubble', (event) => {
      const bubble: Bubble = JSON.parse(event.data);
      setThread((before) => ({
        ...before,
        bubbles: withBubble(before.bubbles, bubble),
        beat: before.beat + 1,
      }));
    });
    return () => source.close();
  }, [number, person, onNumbers]);
  return thread;
}

function withBubble(bubbles: readonly Bubble[], bubble: Bubble): Bubble[] {
  const others = bubbles.filter((one) => one.sid !== bubble.sid);
  return [...others, bubble].sort((a, b) => a.sequence - b.sequence);
}
