import { h } from 'preact';
import { useState } from 'preact/hooks';
import { phoneText } from './format.ts';
import { icon } from './icons.ts';
import { Menu } from './menu.ts';
import type { Config } from './simulator-api.ts';
import { words } from './words.data.ts';

export interface PersonPickerProps {
  config: Config;
  person: string;
  onPerson: (number: string) => void;
}

/** Whose phone this is: someone new, someone the demo knows, or any number. */
export function PersonPicker({ config, person, onPerson }: PersonPickerProps) {
  const known = config.people.find((one) => one.number === person && one.name !== words.newCustomer);
  const name = known?.name ?? words.newCustomer;
  const fresh = known ? config.newPerson : person;
  const others = config.people.filter((one) => one.number !== fresh && one.name !== words.newCustomer);
  const choices = [{ number: fresh, name: words.newCustomer }, ...others];
  return h(
    Menu,
    {
      label: `${words.textAs}: ${name}, ${phoneText(person)}`,
      buttonClass: 'from',
      items: choices.map((one) => ({
        key: one.number,
        content: twoLines(one.name, one.number),
        isChecked: one.number === person,
        choose: () => onPerson(one.number),
      })),
      footer: (close) => h(OtherNumber, { onPerson, close }),
    },
    twoLines(name, person),
    icon('selector', 15),
  );
}

function twoLines(name: string, number: string) {
  return h(
    'span',
    { class: 'two-lines' },
    h('b', null, name),
    h('small', { class: 'num' }, phoneText(number)),
  );
}

function OtherNumber({ onPerson, close }: { onPerson: (number: string) => void; close: () => void }) {
  const [text, setText] = useState('');
  const number = toE164(text);
  return h(
    'form',
    {
      class: 'other-number',
      onSubmit: (event: Event) => {
        event.preventDefault();
        if (number === null) return;
        onPerson(number);
        close();
      },
    },
    h('label', { for: 'other' }, words.otherNumber),
    h('div', { class: 'row' }, [
      h('input', {
        key: 'input',
        id: 'other',
        inputMode: 'tel',
        placeholder: words.otherNumberHint,
        value: text,
        onInput: (event: Event) =>
          setText(event.target instanceof HTMLInputElement ? event.target.value : ''),
      }),
      h('button', { key: 'use', class: 'button', disabled: number === null }, words.useNumber),
    ]),
  );
}

function toE164(text: string): string | null {
  const digits = text.replace(/[^\d+]/g, '');
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return digits;
  return /^[2-9]\d{9}$/.test(digits) ? `+1${digits}` : null;
}
