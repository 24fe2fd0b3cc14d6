/** How names from the catalogue stand inside a sentence. */

const countable = /\b(?:wash|detail|mow|trim|cut|repair|restoration|clean|clean-up|cleaning|visit|polish)$/i;

/** "A maintenance wash", "An exterior detail", but "Ceramic coating": only what can be counted takes an article. */
export function aOrAn(service: string): string {
  if (!countable.test(service)) return service;
  const noun = asNoun(service);
  return `${/^(?:[aeio]|u(?!ni|se))/i.test(noun) ? 'An' : 'A'} ${noun}`;
}

/** The first letter small, unless the word is an abbreviation ("SUV"). */
export function asNoun(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** " for a pickup", " for an SUV"; a size stands in brackets: " (about 1/4 acre)". */
export function forClass(name: string): string {
  if (name === '') return '';
  if (/\d|^(?:about|up to|over|under|less|more)\b/i.test(name)) return ` (${asNoun(name)})`;
  const isSpelled = /^[A-Z]{2,}\b/.test(name);
  const takesAn = isSpelled ? /^[AEFHILMNORSX]/.test(name) : /^[aeio]/i.test(name);
  return ` for ${takesAn ? 'an' : 'a'} ${asNoun(name)}`;
}

/** Who comes: a person by the first name, a crew or a van by its whole one, a bay not at all. */
export function visitorName(resource: string): string {
  if (/\bbay\b/i.test(resource)) return '';
  return /\b(?:crew|team|truck|van|unit)\b/i.test(resource) ? resource.trim() : firstName(resource);
}

/** The first name, for greetings and thanks. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}
