import type { CarrierState } from '../carrier/carrier-state.ts';
import { words } from './page/words.data.ts';

// A seed may name its first number so: it is the one a newcomer begins with.
const newCustomer: string = words.newCustomer;

// 555-0100 to 555-0199 are kept for examples in every area code; these two are Austin's.
const first = '+1512555019';
const others = '+173755501';

/** A number nobody has: no business, nobody the demo knows, nobody who has texted before. */
export function newPersonNumber(state: CarrierState): string {
  const known = [...state.people.values()].filter((person) => person.name !== newCustomer);
  const taken = new Set([...state.numbers.keys(), ...known.map((person) => person.number)]);
  for (const message of state.messages.values()) taken.add(message.from).add(message.to);
  const candidates = [
    ...Array.from({ length: 9 }, (_, last) => first + last),
    ...Array.from({ length: 100 }, (_, last) => others + String(last).padStart(2, '0')),
  ];
  return candidates.find((number) => !taken.has(number)) ?? `${first}0`;
}
