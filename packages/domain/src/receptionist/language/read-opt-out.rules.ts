/**
 * Whether a sentence asks not to be texted any more, by its meaning: the law counts any reasonable words (47 CFR
 * 64.1200(a)(10)). 'unclear' asks for a person and a pause; null is about something else ("can you stop by at 3?").
 */
export function readOptOut(plain: string): 'opt-out' | 'unclear' | null {
  const sentences = plain.split(/(?<=[.?!])\s+|\n/).map((part) => part.replace(/\s+/g, ' ').trim());
  const whole = plain.replace(/\s+/g, ' ').trim();
  // In a long story "until 3" and "I don't" stand far apart and have nothing to do with each other.
  const read = (whole.length > longestAsOne ? sentences : [whole]).map(readSentence);
  return read.find((meaning) => meaning === 'opt-out') ?? read.find((meaning) => meaning !== null) ?? null;
}

const longestAsOne = 240;

function readSentence(text: string): 'opt-out' | 'unclear' | null {
  if (otherMeaning.test(text) && !contactWords.test(text)) return null;
  if (conditional.test(text)) return contactWords.test(text) && stopping.test(text) ? 'unclear' : null;
  if (outright.some((pattern) => pattern.test(text))) return 'opt-out';
  if (bareStop.test(text)) return 'opt-out';
  return null;
}

const contact = '(?:text|txt|messag|msg|contact|call|sms|spam|bother|email|mail|writ|send|notif|reach)';
const contactWords = new RegExp(
  `\\b${contact}\\w*|\\blist\\b|\\bnumber\\b|\\b(?:mensaje|texto|escrib|llam|mand)\\w*`,
);
const stopping = /\b(?:stop|quit|don'?t|do not|dont|no more|cease|never)\b/;

const outright: readonly RegExp[] = [
  new RegExp(
    `\\b(?:stop|quit|cease|end)(?: (?:all|with|the|these|this|your|sending|those|any|automated|marketing|promo\\w*|me|please|it,?|now|fucking|damn|freaking|and))* ${contact}\\w*`,
  ),
  new RegExp(
    `\\b(?:don'?t|do not|dont|never|please no|pls no)(?: (?:ever|want|wish|need|to|you|any|more|get|receive|your|these|the|be|please|keep|like|have|those))* (?!\\w+ed\\b)${contact}\\w*(?: me| us| this| my| at| here| again| anymore| any ?more| from)?`,
  ),
  new RegExp(`\\b(?:no more|enough(?: with| of)?(?: the| these| your)?) ${contact}\\w*`),
  new RegExp(`\\b(?:tired|sick) of (?:these |your |the |all |getting )*${contact}\\w*`),
  /\b(?:take|remove|delete|drop|get|scratch|erase) (?:me|us|my (?:number|phone|name|info\w*|contact)|this (?:number|phone)) ?(?:off|from|out|out of|of)?\b(?! ?(?:off )?(?:to|at|in|on|for|down|the \d\w*|the (?:schedule|calendar|appointment|waitlist))\b)/,
  /\b(?:unsubscri\w*|un-subscribe|opt(?:ing)?(?: |-)?(?:me |us |my number )?out|revoke (?:my )?consent|i revoke|withdraw (?:my )?consent)\b/,
  /\b(?:leave (?:me|us) alone|lose (?:my|this) number|forget (?:my|this) number|fuck off|go away|piss off|buzz off)\b/,
  /\b(?:not interested|no thanks?,? not interested)\b.*\b(?:stop|remove|again|anymore|any more)\b/,
  /\b(?:do not|don'?t|dont) (?:contact|text|message|call) (?:list|me|us|this)\b/,
  /\bwrong number\b.*\b(?:stop|remove|delete|take)\b/,
  /\b(?:no mas|basta de|dejen? de|deje de|paren de|ya no|no (?:me|nos) (?:vuelvan? a )?)(?: (?:me|nos|los|las|mas|quiero|de|mandar|enviar|recibir|sus|a))* ?(?:mensajes?|textos?|escrib\w*|llam\w*|mand\w*|envi\w*|text\w*|molest\w*|contact\w*)\b/,
  /^\W*no mas\W*$/,
  /\b(?:quiten?me|saquen?me|borren?me|elimin\w+me|darme de baja|dar de baja|denme de baja)\b/,
];

const bareStop =
  /^\W*(?:(?:please|pls|plz|just|ok|hey|hi|thanks?|no|omg|seriously|i said|again|por favor|ya)\W+)*(?:stop|unsubscribe|quit|opt out|stop it|stop this|stop that|knock it off|cut it out|alto|parar|paren|basta|cancel everything and stop)(?:\W+(?:please|pls|plz|now|it|this|already|thanks?|thank you|all|immediately|por favor|ya|asap|everything))*\W*$/;

// "Stop by", "stop the weekly plan", "cancel my Tuesday": stopping something other than the texts.
const otherMeaning =
  /\b(?:stop (?:by|in|over|at|off|on|for|and|doing|using|working|running|leaking|smelling|the (?!text|mess|spam|call|sms)\w+|my \w+|our \w+)|(?:bus|pit|one|truck|non) ?-?stop|cancel (?:my|our|the|tomorrow|today|this|next|mon|tue|wed|thu|fri|sat|sun)\w*|don'?t (?:need|want|forget|worry|know|think|have|care|see|mind|do|like|get) |quit (?:working|running|smoking)|can'?t stop|before (?:you )?(?:stop|quit)|end of|weekend|the end|at the end)\b/;

// "Don't text me before 9", "text me, don't call": a wish about how, which a person should read.
const conditional =
  /\b(?:(?:before|after|until|till|unless|while|during|when|if|between) (?:\d|noon|work|school|the|i'?m|i am|you|we|he|she|they|my|it|tomorrow|monday|tuesday|wednesday|thursday|friday)|(?:call|email|text|e-mail) (?:me )?instead|instead of (?:call|text)|just (?:call|text|email)|(?:don'?t|do not) (?:call|phone|ring)\b(?!.*\b(?:text|messag)).*|on (?:my|this) (?:other|work|home) (?:number|phone|line))\b/;
