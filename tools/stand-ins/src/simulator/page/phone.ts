import { h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Composer } from './composer.ts';
import { clockText, dayText, phoneText, timeText } from './format.ts';
import { Logo } from './sidebar.ts';
import type { Bubble, BusinessLine } from './simulator-api.ts';
import { words } from './words.data.ts';

export interface PhoneProps {
  business: BusinessLine;
  bubbles: readonly Bubble[];
  isTyping: boolean;
  now: number;
  clockShiftMs: number;
  hasFailedToSend: boolean;
  onSend: (text: string) => void;
}

/** The phone: what was said, what is on its way, and where one writes. */
export function Phone(props: PhoneProps) {
  const { business, bubbles, isTyping, now, clockShiftMs } = props;
  const timeZone = business.timeZone ?? undefined;
  const end = useRef<HTMLDivElement>(null);
  const count = bubbles.length;
  useEffect(() => end.current?.scrollTo({ top: end.current.scrollHeight }), [count, isTyping]);
  return h(
    'section',
    { class: 'stage', 'aria-label': words.thread(business.name) },
    h(
      'div',
      { class: 'phone' },
      h(
        'div',
        { class: 'screen' },
        h('div', { class: 'notch', 'aria-hidden': 'true' }),
        h('div', { class: 'status-bar num' }, h('b', null, clockText(now + clockShiftMs, timeZone))),
        h(
          'header',
          { class: 'contact' },
          h(Logo, { business, sizeClass: 'round' }),
          h('b', null, business.name || words.noName),
          h('small', { class: 'num dim' }, phoneText(business.number)),
        ),
        h(
          'div',
          { class: 'bubbles', ref: end, role: 'log', tabIndex: 0, 'aria-label': words.thread(business.name) },
          h('div', { class: 'push' }),
          count === 0
            ? h('p', { class: 'dim empty' }, words.emptyThread)
            : h(DayLine, { ...props, timeZone }),
          bubbles.map((bubble, index) =>
            h(BubbleLine, { ...props, key: bubble.sid, bubble, index, timeZone }),
          ),
          isTyping &&
            h(
              'div',
              { class: 'bubble typing', role: 'img', 'aria-label': words.typing(business.name) },
              [0, 1, 2].map((dot) => h('i', { key: dot })),
            ),
        ),
        props.hasFailedToSend && h('p', { class: 'send-failed', role: 'alert' }, words.notSent),
        h(Composer, { onSend: props.onSend, threadKey: business.number }),
        h('div', { class: 'home-bar', 'aria-hidden': 'true' }),
      ),
    ),
  );
}

function DayLine({ bubbles, now, clockShiftMs, timeZone }: PhoneProps & { timeZone: string | undefined }) {
  const [first] = bubbles;
  if (!first) return null;
  const at = Date.parse(first.at) + clockShiftMs;
  const day = dayText(at, timeZone);
  const isToday = day === dayText(now + clockShiftMs, timeZone);
  return h('small', { class: 'day num dim' }, `${isToday ? words.today : day} ${timeText(at, timeZone)}`);
}

interface BubbleLineProps extends PhoneProps {
  bubble: Bubble;
  index: number;
  timeZone: string | undefined;
}

function BubbleLine({ bubble, index, bubbles, clockShiftMs, timeZone }: BubbleLineProps) {
  const isLastOfMine = bubble.isMine && !bubbles.slice(index + 1).some((later) => later.isMine);
  const line = h('div', { class: bubble.isMine ? 'bubble mine' : 'bubble' }, bubble.body);
  if (!isLastOfMine && !bubble.isLost) return line;
  if (bubble.isLost) return [line, h('small', { class: 'receipt lost', role: 'alert' }, words.notDelivered)];
  const delivered = bubble.deliveredAt;
  const text = delivered
    ? `${words.delivered} ${timeText(Date.parse(delivered) + clockShiftMs, timeZone)}`
    : words.sending;
  return [line, h('small', { class: 'receipt num dim' }, text)];
}
