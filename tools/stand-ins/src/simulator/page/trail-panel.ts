import type { TrailTurn } from '@servicepro/contracts/rest/trail';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { isRunning } from './awaited-answer.rules.ts';
import { durationText } from './format.ts';
import type { Bubble, BusinessLine, Config } from './simulator-api.ts';
import { TrailTurnRow } from './trail-turn.ts';
import type { TrailState } from './use-trail.ts';
import { words } from './words.data.ts';

export interface TrailPanelProps {
  config: Config;
  business: BusinessLine | null;
  state: TrailState;
  isConnected: boolean;
  /** A text of mine that no turn has answered yet. */
  awaited: Bubble | null;
  now: number;
}

/** What each text set off, newest first; the newest finished turn is open until one chooses. */
export function TrailPanel({ config, business, state, isConnected, awaited, now }: TrailPanelProps) {
  const [choices, setChoices] = useState<Readonly<Record<string, boolean>>>({});
  const turns = state.trail?.turns ?? [];
  const newestFinished = turns.find((turn) => !isRunning(turn));
  const explanation = explain(config, business, state, turns.length > 0 || awaited !== null);
  return h(
    'section',
    { class: 'trail', 'aria-labelledby': 'trail' },
    h(
      'div',
      { class: 'trail-head' },
      h('h2', { id: 'trail' }, words.trailTitle),
      h(
        'span',
        { class: isConnected ? 'badge ok' : 'badge warn', role: 'status' },
        h('i', { class: 'dot' }),
        isConnected ? words.live : words.offline,
      ),
      h('span', { class: 'space' }),
      h('span', { class: 'dim num small-text' }, summarise(turns)),
    ),
    explanation && h('p', { class: 'explanation' }, explanation),
    awaited &&
      h(RunningRow, { number: turns.length + 1, text: awaited.body, sinceMs: now - Date.parse(awaited.at) }),
    turns.map((turn, index) => {
      const number = turns.length - index;
      if (isRunning(turn)) {
        return h(RunningRow, {
          key: turn.id,
          number,
          text: turn.text,
          sinceMs: now - Date.parse(turn.startedAt),
        });
      }
      const isOpen = choices[turn.id] ?? turn === newestFinished;
      const toggle = () => setChoices({ ...choices, [turn.id]: !isOpen });
      const timeZone = state.trail?.timeZone ?? 'UTC';
      const calendarUrl = business?.slug ? `${config.appOrigin}/${business.slug}/calendar` : null;
      return h(TrailTurnRow, { key: turn.id, turn, number, isOpen, toggle, timeZone, calendarUrl });
    }),
  );
}

function RunningRow({ number, text, sinceMs }: { number: number; text: string; sinceMs: number }) {
  const isSane = sinceMs >= 0 && sinceMs < 600_000;
  return h(
    'div',
    { class: 'turn-row running', role: 'status' },
    h('i', { class: 'spinner', 'aria-hidden': 'true' }),
    h('b', null, words.turn(number)),
    h('span', { class: 'said' }, `“${text}”`),
    h('span', { class: 'space' }),
    h(
      'span',
      { class: 'num small-text', 'aria-hidden': 'true' },
      isSane
        ? `${words.working}, ${durationText(Math.max(1_000, sinceMs)).replace(/(\.\d)\d/, '$1')}`
        : words.working,
    ),
  );
}

function summarise(turns: readonly TrailTurn[]): string {
  if (turns.length === 0) return '';
  const booking = turns.flatMap((turn) => turn.steps).find((step) => step.booking)?.booking;
  return [words.turns(turns.length), ...(booking ? [words.booked(booking.number)] : [])].join(', ');
}

function explain(
  config: Config,
  business: BusinessLine | null,
  state: TrailState,
  hasTurns: boolean,
): string | null {
  if (business && business.tenantId === null && business.slug === null) return words.trailNobody;
  if (!config.hasTrail) return words.trailAbsent;
  if (state.hasFailed) return words.trailFailed;
  return hasTurns ? null : words.trailEmpty;
}
