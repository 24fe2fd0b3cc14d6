import type { TrailStep, TrailTurn } from '@servicepro/contracts/rest/trail';
import { h } from 'preact';
import { durationText } from './format.ts';
import { icon } from './icons.ts';
import { TrailStepRow } from './trail-step.ts';
import { words } from './words.data.ts';

export interface TrailTurnProps {
  turn: TrailTurn;
  number: number;
  isOpen: boolean;
  toggle: () => void;
  timeZone: string;
  calendarUrl: string | null;
}

/** One turn: a line that opens to where the time went and each step. */
export function TrailTurnRow({ turn, number, isOpen, toggle, timeZone, calendarUrl }: TrailTurnProps) {
  const id = `turn-${turn.id}`;
  const figures = [
    ...(turn.totalMs === null ? [] : [durationText(turn.totalMs)]),
    words.facts(turn.facts),
    words.changes(turn.changes),
  ];
  return h(
    'div',
    { class: 'turn' },
    h(
      'button',
      { type: 'button', class: 'turn-row', 'aria-expanded': isOpen, 'aria-controls': id, onClick: toggle },
      icon(isOpen ? 'chevronDown' : 'chevronRight', 14, 2),
      h('b', null, words.turn(number)),
      h('span', { class: 'said num' }, `“${turn.text}”`),
      h('span', { class: 'space' }),
      h('span', { class: 'dim num small-text' }, figures.join(', ')),
    ),
    h(
      'div',
      { id, hidden: !isOpen },
      h(Waterfall, { steps: turn.steps }),
      h(
        'ol',
        { class: 'steps' },
        turn.steps.map((step, index) => h(TrailStepRow, { key: `${index}`, step, timeZone, calendarUrl })),
      ),
    ),
  );
}

const phaseOf: Readonly<Record<TrailStep['kind'], keyof typeof words.phases>> = {
  webhook: 'webhook',
  matched: 'webhook',
  intent: 'brain',
  action: 'actions',
  booking: 'actions',
  sent: 'send',
};
const phases = ['webhook', 'brain', 'actions', 'send'] as const;

function Waterfall({ steps }: { steps: readonly TrailStep[] }) {
  const totals = phases.map((phase) => ({
    phase,
    totalMs: steps
      .filter((step) => phaseOf[step.kind] === phase)
      .reduce((sum, step) => sum + (step.durationMs ?? 0), 0),
    isKnown: steps.some((step) => phaseOf[step.kind] === phase && step.durationMs !== null),
  }));
  const known = totals.filter((one) => one.isKnown);
  if (known.length === 0) return null;
  return [
    h(
      'div',
      { class: 'waterfall', role: 'img', 'aria-label': words.whereTimeWent },
      known.map((one) =>
        h('i', { key: one.phase, class: one.phase, style: { flexGrow: Math.max(1, one.totalMs) } }),
      ),
    ),
    h(
      'div',
      { class: 'waterfall-legend num' },
      known.map((one) =>
        h(
          'span',
          { key: one.phase },
          h('i', { class: one.phase }),
          `${words.phases[one.phase]} ${durationText(one.totalMs)}`,
        ),
      ),
    ),
  ];
}
