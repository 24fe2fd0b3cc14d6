import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/** A phone number as people write it, in E.164; null when it is not a possible number. `country` is for numbers without a country code. */
export function toE164(text: string, country: string): string | null {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: countryCode(country), extract: false });
  return parsed?.isPossible() ? parsed.number : null;
}

/** A number as people read it: `(512) 555-0123` at home, with the country code abroad. Unknown text comes back as it is. */
export function formatPhone(e164: string, country: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return e164;
  const homeCallingCode = parsePhoneNumberFromString('5550100', countryCode(country))?.countryCallingCode;
  return parsed.countryCallingCode === homeCallingCode
    ? parsed.formatNational()
    : parsed.formatInternational();
}

function countryCode(country: string): CountryCode {
  return isSupportedCountry(country) ? country : 'US';
}
