import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A number as people of its country write it: "(512) 555-0142"; as given where it is not a number. */
export function phoneWords(phone: string): string {
  return parsePhoneNumberFromString(phone)?.formatNational() ?? phone;
}
