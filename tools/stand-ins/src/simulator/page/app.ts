import { h } from 'preact';
import { awaitedBubble, mayAnswer } from './awaited-answer.rules.ts';
import { FaultMenu } from './fault-menu.ts';
import { icon } from './icons.ts';
import { Phone } from './phone.ts';
import { Sidebar } from './sidebar.ts';
import { TrailPanel } from './trail-panel.ts';
import { useSimulator } from './use-simulator.ts';
import { words } from './words.data.ts';

/** The page: who texts whom on the left, the phone, and what it set off. */
export function App() {
  const simulator = useSimulator();
  const { config, person, business, thread, trail, turns, now } = simulator;
  if (config === null || person === null) return null;
  const onSend = (text: string) => void simulator.send(text);
  const isAnswering = business !== null && mayAnswer(business);
  return h(
    'div',
    { class: 'simulator' },
    h(Header, { number: business?.number ?? null, beat: thread.beat, startOver: simulator.startOver }),
    h(
      'main',
      { class: 'columns' },
      h(Sidebar, {
        ...{ config, business, person },
        onBusiness: simulator.chooseBusiness,
        onPerson: simulator.choosePerson,
        onSay: onSend,
      }),
      business
        ? h(Phone, {
            ...{ business, now, onSend },
            bubbles: thread.bubbles,
            hasFailedToSend: simulator.hasFailedToSend,
            isTyping: simulator.isAwaiting && isAnswering,
            clockShiftMs: config.clockShiftMs,
          })
        : h('section', { class: 'stage' }),
      h(TrailPanel, {
        ...{ config, business, now },
        state: trail,
        isConnected: thread.isConnected,
        awaited: isAnswering ? awaitedBubble(thread.bubbles, turns, now) : null,
      }),
    ),
  );
}

function Header({ number, beat, startOver }: { number: string | null; beat: number; startOver: () => void }) {
  return h(
    'header',
    { class: 'top' },
    h('span', { class: 'logo small plain', 'aria-hidden': 'true' }, icon('phone', 16)),
    h('h1', null, words.title),
    h('span', { class: 'badge outline' }, words.standIn),
    h('span', { class: 'space' }),
    number !== null && h(FaultMenu, { number, beat }),
    h(
      'button',
      { type: 'button', class: 'button small', title: words.startOverHint, onClick: startOver },
      icon('refresh', 15),
      h('span', null, words.startOver),
    ),
  );
}
