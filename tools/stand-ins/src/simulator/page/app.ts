import { h } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { FaultMenu } from './fault-menu.ts';
import { icon } from './icons.ts';
import { Phone } from './phone.ts';
import { Sidebar } from './sidebar.ts';
import { type Bubble, type BusinessLine, simulatorApi } from './simulator-api.ts';
import { isRunning, TrailPanel } from './trail-panel.ts';
import { useConfig } from './use-config.ts';
import { useNow } from './use-now.ts';
import { type Thread, useThread } from './use-thread.ts';
import { type TrailState, useTrail } from './use-trail.ts';
import { words } from './words.data.ts';

/** How long an answer is expected after a text was taken. */
const answerExpectedMs = 12_000;
const tickMs = 200;

/** The page: who texts whom on the left, the phone, and what it set off. */
export function App() {
  const { config, refresh } = useConfig();
  const [choice, setChoice] = useState(readChoice);
  const [hasFailedToSend, setFailedToSend] = useState(false);
  const now = useNow(tickMs);
  const person = choice.person ?? config?.newPerson ?? null;
  const business =
    config?.businesses.find((one) => one.number === choice.number) ?? config?.businesses[0] ?? null;
  const number = business?.number ?? null;
  const onNumbers = useCallback(() => void refresh(), [refresh]);
  const thread = useThread(number, person, onNumbers);
  const [isBusy, setBusy] = useState(false);
  const trail = useTrail(config?.hasTrail ? (business?.tenantId ?? null) : null, person, thread.beat, isBusy);
  const isAwaiting = isAnswerAwaited(thread, trail, now);
  useEffect(() => setBusy(isAwaiting), [isAwaiting]);
  useEffect(() => writeChoice(choice), [choice]);

  if (config === null || person === null) return null;
  const send = async (body: string) => {
    if (number === null) return;
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
  return h(
    'div',
    { class: 'simulator' },
    h(Header, { number, beat: thread.beat, startOver }),
    h(
      'main',
      { class: 'columns' },
      h(Sidebar, {
        config,
        business,
        person,
        onBusiness: (chosen) => setChoice({ person, number: chosen }),
        onPerson: (chosen) => setChoice({ ...choice, person: chosen }),
        onSay: (text) => void send(text),
      }),
      business
        ? h(Phone, {
            ...{ business, now, hasFailedToSend },
            bubbles: thread.bubbles,
            isTyping: isAwaiting && mayAnswer(business),
            clockShiftMs: config.clockShiftMs,
            onSend: (text: string) => void send(text),
          })
        : h('section', { class: 'stage' }),
      h(TrailPanel, {
        ...{ config, business, now },
        state: trail,
        isConnected: thread.isConnected,
        awaited: business && mayAnswer(business) ? awaitedBubble(thread, trail, now) : null,
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

function mayAnswer(business: BusinessLine): boolean {
  return business.tenantId !== null || business.slug !== null;
}

/** My last text, while no turn of the trail has begun since it came. */
function awaitedBubble(thread: Thread, { trail }: TrailState, now: number): Bubble | null {
  const last = thread.bubbles.at(-1);
  if (!last?.isMine || last.isLost || now - Date.parse(last.at) > answerExpectedMs) return null;
  const [newest] = trail?.turns ?? [];
  const isCovered =
    newest !== undefined &&
    Date.parse(newest.startedAt) >= Date.parse(last.at) - 1_000 &&
    newest.text.includes(last.body);
  return isCovered ? null : last;
}

function isAnswerAwaited(thread: Thread, state: TrailState, now: number): boolean {
  const last = thread.bubbles.at(-1);
  if (!last?.isMine || last.deliveredAt === null || now - Date.parse(last.deliveredAt) > answerExpectedMs)
    return false;
  const [newest] = state.trail?.turns ?? [];
  const isDone =
    newest !== undefined &&
    !isRunning(newest) &&
    newest.text.includes(last.body) &&
    Date.parse(newest.startedAt) >= Date.parse(last.at) - 1_000;
  return !isDone || now - thread.underwayAt < 1_000;
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
