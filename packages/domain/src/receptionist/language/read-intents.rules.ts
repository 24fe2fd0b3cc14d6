import { type IntentName, intentPatterns } from './intents.data.ts';
import type { Words } from './plain-text.rules.ts';
import type { Answer } from './read-answers.rules.ts';
import { readOptOut } from './read-opt-out.rules.ts';

/** Everything a text asks for; what a longer reading explains is left out again. */
export function readIntents(words: Words, read: { hasService: boolean; answer: Answer }): IntentName[] {
  const { plain } = words;
  if (!/[\p{L}\p{N}]/u.test(words.original))
    return read.answer.yesNo === 'yes' ? ['confirm'] : ['media_only'];
  const found = new Set<IntentName>();
  for (const line of [plain, ...plain.split('\n')]) {
    for (const { intent, pattern } of intentPatterns) if (pattern.test(line)) found.add(intent);
  }
  const optOut = readOptOut(plain);
  if (optOut === 'opt-out') found.add('opt_out');
  if (optOut === 'unclear') found.add('opt_out_unclear');
  // "Are you a real person?" asks what we are; "a real person" alone asks for one.
  if (found.has('bot_question') && !/\b(?:talk|speak|want|need|get|give)\b/.test(plain))
    found.delete('human_request');
  if (/\b(?:cancel|call off)\b[^.?!\n]*\b(?:fee|policy|charge)\b/.test(plain)) found.delete('cancel');
  // "How much do I tip?" asks for no price of ours.
  if (found.has('payment_question') && !read.hasService) found.delete('price_question');
  // "Where are you? You were supposed to be here at 9" asks after a visit, not after the shop.
  if (found.has('eta_question') && found.has('location_question')) found.delete('location_question');
  // "What time do you close?" is about the hours, "my appointment" about one that stands.
  if (found.has('hours_question') && !/\b(?:avail\w*|openings?|slots?|free)\b/.test(plain))
    found.delete('availability_question');
  if (/\bmy (?:\w+ )?(?:appointments?|appts?|bookings?)\b/.test(plain) && !read.hasService)
    found.delete('book_new');
  if (read.answer.yesNo === 'yes') found.add('confirm');
  if (read.answer.yesNo === 'no') found.add('deny');
  if (read.answer.ordinal !== null || read.answer.number !== null) found.add('choose');
  if (read.hasService && found.has('availability_question')) found.add('book_new');
  return [...found];
}

const spanishWords =
  /\b(?:hola|gracias|quiero|necesito|cuanto|cuesta|lavar|carro|coche|manana|cita|por favor|puede[ns]?|tiene[ns]?|donde|cuando|hoy|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hablar|persona|espanol|para|una|los|las|que|el|mi|si|con|buenos|buenas|dias|tardes)\b/g;
const englishWords =
  /\b(?:the|is|my|you|can|what|how|for|and|please|thanks|hi|hello|need|want|today|tomorrow|yes|at|on|do|a|it|i)\b/g;

export function languageOf(plain: string): 'en' | 'es' {
  const spanish = plain.match(spanishWords)?.length ?? 0;
  return spanish >= 2 && spanish > (plain.match(englishWords)?.length ?? 0) ? 'es' : 'en';
}
