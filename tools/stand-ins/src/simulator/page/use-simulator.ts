import { useCallback, useEffect, useState } from 'preact/hooks';
import { isAnswerAwaited } from './awaited-answer.rules.ts';
import { simulatorApi } from './simulator-api.ts';
import { useConfig } from './use-config.ts';
import { useNow } from './use-now.ts';
import { useThread } from './use-thread.ts';
import { useTrail } from './use-trail.ts';

const tickMs = 200;

/** Everything the page shows, and what one can do on it. */
export function useSimulator() {
  const { config, refresh } = useConfig();
  const [choice, setChoice] = useState(readChoice);
  const [hasFailedToSend, setFailedToSend] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const now = useNow(tickMs);
  const person = choice.person ?? config?.newPerson ?? null;
  const businesses = config?.businesses ?? [];
  const business = businesses.find((one) => one.number === choice.number) ?? businesses[0] ?? null;
  const number = business?.number ?? null;
  const onNumbers = useCallback(() => void refresh(), [refresh]);
  const thread = useThread(number, person, onNumbers);
  const tenantId = config?.hasTrail ? (business?.tenantId ?? null) : null;
  const trail = useTrail(tenantId, person, thread.beat, isBusy);
  const turns = trail.trail?.turns ?? [];
  const isAwaiting = isAnswerAwaited(thread.bubbles, turns, thread.underwayAt, now);
  useEffect(() => setBusy(isAwaiting), [isAwaiting]);
  useEffect(() => writeChoice(choice), [choice]);

  const send = async (body: string) => {
    if (number === null || person === null) return;
    setChoice({ person, number });
    const isTaken = await simulatorApi.sendText(person, number, body).then(
      () => true,
      () => false,
    );
    setFailedToSend(!isTaken);
  };
  const startOver = async () => {
    const fresh = await refresh();
    if (fresh) setChoice({ ...choice, person: fresh.newPerson });
  };
  return {
    ...{ config, now, person, business, thread, trail, turns, isAwaiting, hasFailedToSend },
    ...{ send, startOver },
    chooseBusiness: (chosen: string) => setChoice({ person, number: chosen }),
    choosePerson: (chosen: string) => setChoice({ ...choice, person: chosen }),
  };
}

interface Choice {
  person: string | null;
  number: string | null;
}

function readChoice(): Choice {
  return { person: localStorage.getItem('person'), number: localStorage.getItem('number') };
}

function writeChoice(choice: Choice): void {
  for (const name of ['person', 'number'] as const) {
    const value = choice[name];
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  }
}
