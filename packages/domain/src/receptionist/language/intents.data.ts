/** What a text may ask for. The names are those of the master index; a text may hold several. */
export const intentNames = [
  'greeting',
  'thanks',
  'goodbye',
  'service_question',
  'price_question',
  'duration_question',
  'availability_question',
  'hours_question',
  'location_question',
  'area_check',
  'book_new',
  'choose',
  'confirm',
  'deny',
  'correct',
  'human_request',
  'bot_question',
  'opt_out',
  'opt_out_unclear',
  'wrong_number',
  'reschedule',
  'cancel',
  'eta_question',
  'complaint',
  'damage_claim',
  'others_booking',
  'payment_question',
  'refund_request',
  'discount_request',
  'safety_emergency',
  'recurring',
  'outside_request',
  'acknowledgement',
  'auto_reply',
  'media_only',
  'other',
] as const;
export type IntentName = (typeof intentNames)[number];

/** Patterns over folded text (lower case, no accents), English and Spanish side by side. */
export const intentPatterns: ReadonlyArray<{ readonly intent: IntentName; readonly pattern: RegExp }> = [
  {
    intent: 'greeting',
    pattern:
      /^\W*(?:hi+|hey+|hello+|hiya|howdy|yo|good (?:morning|afternoon|evening|day)|hola|what'?s up|wh?assup|sup\b|(?:i have|i've got|got) a (?:quick )?question|buen[oa]s(?: (?:dias|tardes|noches))?)\b/,
  },
  { intent: 'thanks', pattern: /\b(?:thanks?|thank you|thx|ty|appreciate (?:it|you)|gracias)\b/ },
  {
    intent: 'goodbye',
    pattern:
      /\b(?:bye|goodbye|see (?:you|ya)|talk (?:soon|later)|have a (?:good|nice|great) \w+|adios|hasta luego)\b/,
  },
  {
    intent: 'service_question',
    pattern:
      /\b(?:(?:what|which)(?: (?:other|kind of|kinds of|sort of|all))* (?:services?|packages?|options?|details?)|what (?:all )?(?:do|can|does) (?:you|u|y'?all) (?:do|offer|have)(?= *(?:\?|$|for))|services? (?:list|menu)|menu|list of services|do (?:you|u|y'?all) (?:do|offer|clean|wash|handle|(?:have|got) (?:any )?(?:services|packages|options))|what(?:'s| is) included|what comes with|que servicios|que ofrecen|hacen)\b/,
  },
  {
    intent: 'price_question',
    pattern:
      /\b(?:how much|cheap(?:est)?|least expensive|affordable|price[sd]?|pricing|cost(?:s|ing)?|quote[sd]?|estimates?|rates?|charge|what(?:'s| is| are)? (?:the|your) (?:damage|total)|what (?:do|would|will) (?:you|u|it|that|i) (?:charge|run|be|owe|cost)|cuanto (?:cuesta|vale|cobran?|es|sale|seria)|precios?|cotizacion)\b/,
  },
  {
    intent: 'duration_question',
    pattern:
      /\b(?:how long|how many (?:hours|minutes)|what(?:'s| is) the (?:duration|turnaround)|how much time|cuanto (?:tarda|dura|tiempo))\b/,
  },
  {
    intent: 'availability_question',
    pattern:
      /\b(?:avail\w*|openings?|opening|any ?(?:thing|time|slots?|spots?) (?:open|free|available|left|today|tomorrow|this|next|on)|(?:are|r) (?:you|u|y'?all) (?:free|open|available) (?:on |at |this |next |tomorrow|today|for)|when (?:can|could|are|is|do) (?:you|u|the (?:next|soonest|earliest)|y'?all)|(?:what|which) (?:days?|times?|slots?|do you have)|do (?:you|u) have (?:any|some|a slot|time|room)|got any(?:thing)?|squeeze me in|fit me in|disponib\w+|tienen? (?:lugar|espacio|cita|algo))\b/,
  },
  {
    intent: 'hours_question',
    pattern:
      /\b(?:(?:what(?:'s| is| are)?|your) (?:(?:your|the|business|opening|store|shop|office) )*hours|hours of operation|business hours|when (?:do|are) (?:you|u|y'?all) (?:open|close|closed)|what time (?:do|are|does) (?:you|u|it|the shop) (?:open|close)|how late (?:are|do) (?:you|u)|are (?:you|u|y'?all) open|open (?:on )?(?:sundays?|saturdays?|weekends?)\b|hours\?|horarios?|a que hora (?:abren|cierran)|estan abiertos)/,
  },
  {
    intent: 'location_question',
    pattern:
      /\b(?:where (?:are|r) (?:you|u|y'?all)(?: (?:located|at|based))?|where(?:'s| is) (?:your|the) (?:shop|office|store|place|location)|your (?:address|location)|(?:what(?:'s| is)) (?:the|your) address|located|donde estan|direccion de ustedes|ubicacion|(?:do|can|could|may|should) (?:i|we) (?:come|drive|bring (?:it|my \w+)|drop (?:it|my \w+)) (?:in|over|by|to (?:you|u|the shop|your \w+)|off)|drop (?:it|my \w+) off)\b/,
  },
  {
    intent: 'area_check',
    pattern:
      /\b(?:do (?:you|u|y'?all) (?:come|travel|go|drive|service|serve|cover)(?: (?:out|over|up|down))*(?: (?:to|in|around|near))?|(?:service|serve|cover) (?:my |the |our )?(?:area|zip|neighborhood|town)|are (?:you|u) mobile|come to (?:me|my|us|our)|service area|van a domicilio|vienen a)\b/,
  },
  {
    intent: 'book_new',
    pattern:
      /\b(?:book(?:ing)?|schedul\w+|appoint?ments?|appt|reserv\w+|sign (?:me )?up|set (?:me |it |that |something )?up|(?:can|could|may) (?:i|we) (?:get|have|do|come|bring|grab)|(?:can|could|would|will) (?:you|u|y'?all|someone) (?:please )?(?:wash|detail|clean|mow|cut|do|come|trim|fix|polish|wax|come by|swing by)|i(?:'d| would) (?:like|love)|i(?:'m| am) (?:looking|interested|hoping)|looking (?:for|to)|i (?:need|want|wanna)|we (?:need|want)|need (?:a|an|my|the|to get)|want (?:a|an|my|to get)|put me (?:down|in)|get (?:me|it|my \w+) (?:in|done|washed|detailed|cleaned)|reservar|agendar|cita|necesito|quiero|quisiera|me gustaria|pueden (?:lavar|cortar|venir))\b/,
  },
  {
    intent: 'reschedule',
    pattern:
      /\b(?:resched\w*|move (?:my|our|the|it)\b(?=.*\b(?:appointment|appt|booking|wash|detail|visit|to|from|time|day)\b)|(?:change|push|switch|bump) (?:my |our |the |it )?(?:back |up )?(?:\w+ )?(?:appointment|appt|booking|time|day)|need to move|different (?:day|time) for my|reprogramar|cambiar (?:mi|la) cita)\b/,
  },
  {
    intent: 'cancel',
    pattern:
      /\b(?:cancel(?:l?(?:ed|ing|ation))?|call (?:it )?off|can(?:'t| ?not) make (?:it|my|the)|(?:do not|don'?t|no longer) (?:want|need) (?:(?:it|that|this|an?|the|my|your|any) ?){0,2}(?:wash|detail|mow\w*|cut|service|appointment|appt|booking|visit|cleaning)?(?: ?\w+)? ?(?:anymore|any more|any longer|after all)|no longer (?:want|need|interested)|not interested\b(?! in)|changed my mind(?=\W*$)|won'?t (?:make it|be able to make)|cancelar)\b/,
  },
  {
    intent: 'eta_question',
    pattern:
      /\b(?:(?:are|r) (?:you|u|they|y'?all) (?:on (?:your|the|their) way|close|here|coming)|(?:were|was|are|is) supposed to (?:be|come|arrive|show|get)\b|(?:still|been) waiting (?:for|on) (?:you|u|y'?all|them|him|her|the)|where (?:is|are) (?:he|she|they|the (?:tech|crew|guy|team|van)|my (?:tech|guy|crew))|eta|running late|how far (?:out|away)|what time (?:are|is|will) (?:you|he|she|they|the)\b.*(?:coming|arriv\w+|here|be here)|when (?:are|is|will) (?:you|he|she|they)\b.*(?:coming|arriv\w+|be here|get here)|confirm my (?:appointment|appt|booking)|(?:my|our) (?:appointment|appt|booking) (?:is|was)|(?:help|question|problem|issue) with (?:my|our) (?:appointment|appt|booking)|about (?:my|our) (?:appointment|appt|booking)|when is my (?:appointment|appt|booking)|what time is my)\b/,
  },
  {
    intent: 'refund_request',
    pattern: /\b(?:refund|money back|reimburs\w+|charge ?back|overcharged|dispute|reembolso|devolucion)\b/,
  },
  {
    intent: 'discount_request',
    pattern:
      /\b(?:discount|coupon|promo(?:tion)?(?: code)?|deals?(?= (?:on|for|going|today|right now))|any deals|special offer|specials|military discount|senior discount|cheaper|lower (?:the )?price|knock (?:\$?\d+ )?off|price match|gift card|descuento)\b/,
  },
  {
    intent: 'complaint',
    pattern:
      /\b(?:ridiculous|unacceptable|(?<!(?:smell|look|drive|taste)(?:s|ed|ing)? (?:so |really |pretty |just )?|in )(?:terrible|awful|horrible)|worst|(?:you|u|y'?all|this) (?:guys |people )?(?:really )?sucks?|(?:idiots?|morons?|assholes?|useless|fuck(?:ing)? you|screw you)|disappointed|unhappy|not (?:happy|satisfied)|pissed|furious|angry|joke|scam|never (?:came|showed)|no ?show(?:ed)?|didn'?t (?:show|come|do|clean|finish)|missed (?:a |some )?spots?|(?:third|second|3rd|2nd) time|complain\w*|re-?do (?:it|this|the)|did a (?:bad|poor|terrible) job|lawyer|attorney|(?:to|gonna|will|'ll|can) sue|lawsuit|bbb|legal action|wtf|bullshit|pesimo|queja)\b/,
  },
  {
    intent: 'damage_claim',
    pattern:
      /\b(?:(?:you|u|your (?:tech|guy|crew|team|driver|worker|man|men|people|van|truck)s?|y'?all) (?:guys )?(?:scratched|damaged|broke|dented|ruined|cracked|chipped|burn(?:ed|t)|stained|killed|hit)|damage(?:d)? (?:my|our|to my|from)|rayaron|danaron|rompieron)\b/,
  },
  {
    intent: 'payment_question',
    pattern:
      /\b(?:tips?(?= *(?:\?|$|included|you|the))|gratuity|(?:sales )?tax(?:es)?\b|(?:take|accept) (?:credit |debit )?(?:cards?|cash|checks?|venmo|zelle|apple pay|paypal|cash ?app)|(?:how|when) (?:do|can|should|would) (?:i|we) pay|pay (?:by|with|in) (?:card|cash|check|venmo)|deposit|(?:are|r) (?:you|u|y'?all) (?:insured|licensed|bonded))/,
  },
  {
    intent: 'others_booking',
    pattern:
      /\b(?:(?:(?!today|tomorrow|tonight|what|that|it|here|there|who|where|when|how|let|she|he|wife|husband|partner|mom|dad|son|daughter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[a-z]+)'s|(?:his|their|(?:an|the|your|some|any)?other (?:customers?|people|clients?)(?:'s?)?)) (?:appointments?|appts?|bookings?|visits?)\b|(?:other|another) (?:customers?|clients?|person)(?:'s)? (?:address|phone|number|name|price)\b/,
  },
  {
    intent: 'safety_emergency',
    pattern:
      /\b(?:smell(?:s|ing)? (?:of )?gas|gas (?:leak|smell)|burning (?:smell|outlet|wire)|on fire|smoke (?:is )?coming|sparking|sparks (?:coming|flying)|carbon monoxide|emergency|(?:call|dial)(?:ing|ed)? 911|bleeding|hurt badly|ambulance|huele a gas|emergencia)\b/,
  },
  {
    intent: 'human_request',
    pattern:
      /(?:^\W*(?:agent|human|person|operator|representative|representante|rep|manager|owner|persona|humano|agente|someone)\W*$)|\b(?:(?:talk|speak|chat|text) (?:to|with|w) (?:a |an |the |your |some(?:one|body)|any(?:one|body)|real|actual|live|human|person|owner|manager|agent|rep|dana|him|her|them|somebody)|(?:real|actual|live) (?:person|human|agent)|(?:a|an|the) (?:human|agent|representative|operator)\b|customer service|(?:call|phone|ring) me\b(?! (?:when|if|before|once|at|after|on your way|a|an))|(?:have|get) (?:some(?:one|body)|a person|the owner|the manager|a manager|him|her|them) (?:to )?(?:call|text|reach|contact)|can (?:some(?:one|body)|a person) (?:call|text|help)|get me (?:a|the|your|an) (?:person|human|manager|owner|agent|rep|supervisor|operator)|not (?:a |talking to a )(?:bot|robot|machine)|hablar con (?:una? )?(?:persona|alguien|humano|agente|representante)|una persona real|pasame con)\b/,
  },
  {
    intent: 'bot_question',
    pattern:
      /\b(?:(?:are|r) (?:you|u) (?:a |an )?(?:real|bot|robot|ai|human|person|machine|computer|automated|chat ?gpt)|(?:is|am i (?:talking|texting|speaking) (?:to|with)) (?:this |it |a |an )*(?:real|bot|robot|ai|human|person|machine|computer|automated)|who (?:is this|am i (?:talking|texting|speaking))|who(?:'s| is) this|eres (?:un )?(?:robot|bot|humano|real|persona)|quien (?:es|eres|habla))\b/,
  },
  {
    intent: 'wrong_number',
    pattern:
      /\b(?:wrong (?:number|person|phone)|numero equivocado|you have the wrong|no longer (?:owns?|has) this number|(?:this )?(?:isn'?t|is not) (?:my|his|her|their) number|don'?t know (?:who|any) (?:you are|\w+ by that name))\b/,
  },
  {
    intent: 'correct',
    pattern:
      /\b(?:actually|instead|i mean(?:t)?|correction|sorry,? (?:i meant|make that)|change (?:it|that) to|make (?:it|that) (?:the|a|an)|no,? (?:the|it'?s) |en vez|mejor)\b/,
  },
  {
    intent: 'outside_request',
    pattern:
      /\b(?:(?:are you|y'?all) hiring|job (?:opening|application|position)s?|apply for a (?:job|position)|my resume|increase your (?:sales|revenue|leads|rankings?)|seo|business (?:loan|funding)|marketing (?:agency|services)|website (?:design|redesign)|google (?:listing|ranking)|merchant (?:services|account)|solicit\w*|contratan|busco trabajo)\b/,
  },
  {
    intent: 'auto_reply',
    pattern:
      /(?:i'?m driving (?:with|and)|sent from my car|auto(?:matic|-?reply| response)|i(?:'m| am) driving\b.*(?:focus|do not disturb|later)|do not disturb|out of (?:the )?office|can'?t (?:talk|text) (?:right )?now|(?:in a meeting|busy right now),? (?:i'?ll|can i)|i'?ll (?:call|text|get back to) you (?:later|back))/,
  },
];

export const yesPattern =
  /^\W*(?:(?:oh|ok|okay|hmm|well|um|and|thanks)\W+)*(?:yes+|yess*ir|yep|yup|yeah|yea|ya|yah|y|sure|ok(?:ay)?|k|kk|absolutely|definitely|of course|perfect|great|awesome|cool|fine|sounds? (?:good|great|perfect|fine|like a plan)|(?:that|it|this)(?:'s| is|'ll| will| would)? (?:be )?(?:works?|fine|good|great|perfect|ok(?:ay)?)|works? for me|(?:let'?s )?(?:do|book|confirm|lock|take) (?:it|that|this)(?: in)?|i'?ll take (?:it|that)|go ahead|please do|confirm(?:ed)?|correct|right|you got it|si|claro|dale|por favor|esta bien|de acuerdo|perfecto|bueno|vale)\b(?! (?:but )?not\b)/;
export const noPattern =
  /^\W*(?:(?:oh|hmm|well|um|sorry|ok|thanks)\W+)*(?:no+|nope|nah|n|not (?:really|that|those|now|yet|today)|none|neither|never ?mind|don'?t|that(?:'s| is)? (?:no good|doesn'?t work|won'?t work)|(?:doesn'?t|won'?t|don'?t) work|ninguno|tampoco)\b(?!\W*(?:problem|worries|prob))/;
/** "ok", "cool": agreement in general, too little to choose one of several offers or to agree to a fee. */
export const vaguePattern =
  /^\W*(?:ok(?:ay)?|k|kk|cool|great|fine|sure|perfect|yes+|yep|yeah|yup|sounds good|awesome|si|vale|bueno)\W*$/;
