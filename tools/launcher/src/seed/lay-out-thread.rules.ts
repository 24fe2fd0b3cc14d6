import type { SeedMessage, SeedThread } from './demo-data.ts';
import { type DemoTime, happenedAt } from './demo-day.rules.ts';

/** A message laid out in time, with the turn it belongs to. */
export interface Laid {
  id: string;
  message: SeedMessage;
  at: Temporal.Instant;
  turnId: string | null;
}

/** One turn of the receptionist: the texts it answers and what it made of them. */
export interface Turn {
  id: string;
  startedAt: Temporal.Instant;
  finishedAt: Temporal.Instant;
  intents: readonly string[];
  outcome: 'answered' | 'offered' | 'booked' | 'handed-off' | 'opted-out' | 'silent';
}

/** Texts within one minute follow each other by seconds; every text of the customer belongs to a turn, also one of silence. */
export function layOutThread(
  time: DemoTime,
  thread: SeedThread,
  nextId: () => string,
): { laid: Laid[]; turns: Turn[] } {
  const laid: Laid[] = [];
  const turns: Turn[] = [];
  const end = (
    outcome: Turn['outcome'],
    intents: readonly string[],
    finishedAt: Temporal.Instant,
  ): string => {
    const id = nextId();
    const open = laid.filter((entry) => entry.message.author === 'customer' && entry.turnId === null);
    turns.push({ id, startedAt: open[0]?.at ?? finishedAt, finishedAt, intents, outcome });
    for (const entry of open) entry.turnId = id;
    return id;
  };
  for (const message of thread.messages) {
    const sameMinute = laid.filter((entry) => entry.message.at.at === message.at.at).length;
    const at = happenedAt(time, message.at).add({ seconds: 8 + sameMinute * 4 });
    const isReply = message.author === 'ai' && message.purpose !== 'notice';
    const turnId = isReply ? end(outcomeOf(message), message.intents ?? [], at) : null;
    laid.push({ id: nextId(), message, at, turnId });
  }
  const last = laid.at(-1);
  if (last && laid.some((entry) => entry.message.author === 'customer' && entry.turnId === null)) {
    end('silent', [], last.at.add({ seconds: 2 }));
  }
  return { laid, turns };
}

function outcomeOf({ actions = [] }: SeedMessage): Turn['outcome'] {
  const names = new Set(actions.map((action) => action.name));
  if (names.has('hand_off')) return 'handed-off';
  if (names.has('opt_out')) return 'opted-out';
  if (names.has('book')) return 'booked';
  return names.has('find_slots') ? 'offered' : 'answered';
}
