import { h } from 'preact';
import { initials, phoneText } from './format.ts';
import { PersonPicker } from './person-picker.ts';
import type { BusinessLine, Config } from './simulator-api.ts';
import { sentences, words } from './words.data.ts';

export interface SidebarProps {
  config: Config;
  business: BusinessLine | null;
  person: string;
  onBusiness: (number: string) => void;
  onPerson: (number: string) => void;
  onSay: (text: string) => void;
}

/** Who texts, whom, and what one might say. */
export function Sidebar({ config, business, person, onBusiness, onPerson, onSay }: SidebarProps) {
  const said = business?.trySaying.length ? business.trySaying : sentences;
  return h(
    'aside',
    { class: 'sidebar' },
    h('h2', { id: 'text-as' }, words.textAs),
    h(PersonPicker, { config, person, onPerson }),
    h('h2', { id: 'which' }, words.whichBusiness),
    config.businesses.length === 0
      ? h('p', { class: 'dim pad' }, words.noBusinesses)
      : h(
          'ul',
          { class: 'businesses', 'aria-labelledby': 'which' },
          config.businesses.map((one) =>
            h(
              'li',
              { key: one.number },
              h(BusinessButton, { one, isOn: one.number === business?.number, onBusiness }),
            ),
          ),
        ),
    business && h('h2', { id: 'try' }, words.trySaying),
    business &&
      h(
        'div',
        { class: 'try', role: 'group', 'aria-labelledby': 'try' },
        said.map((text) => h('button', { key: text, type: 'button', onClick: () => onSay(text) }, text)),
      ),
  );
}

function BusinessButton(props: { one: BusinessLine; isOn: boolean; onBusiness: (number: string) => void }) {
  const { one, isOn, onBusiness } = props;
  return h(
    'button',
    {
      type: 'button',
      class: isOn ? 'business on' : 'business',
      'aria-pressed': isOn,
      onClick: () => onBusiness(one.number),
    },
    h(Logo, { business: one, sizeClass: 'small' }),
    h(
      'span',
      { class: 'two-lines' },
      h('b', null, one.name || words.noName),
      h('small', { class: 'num' }, one.note ?? phoneText(one.number)),
    ),
  );
}

/** The business's letters on its colour; a question mark where nobody owns the number. */
export function Logo({ business, sizeClass }: { business: BusinessLine; sizeClass: 'small' | 'round' }) {
  const isOwned = business.tenantId !== null || business.slug !== null;
  const style = { background: business.brandColor ?? '#374151' };
  return h(
    'span',
    { class: `logo ${sizeClass}`, style, 'aria-hidden': 'true' },
    isOwned ? initials(business.name) : '?',
  );
}
