const collective =
  /^(?:all|none|both|neither|any)(?:\s+of)?\s+(?:the\s+)?(?:above|foregoing|preceding|previous|these|those|listed|others?)(?:\s+(?:options|answers|choices|statements|ones))?(?:\s+(?:is|are)\s+(?:correct|true|right))?[.!]?$/i;

/** The same in the languages that an exam may say are its own, by the first part of their tags. */
const collectiveIn: Readonly<Record<string, RegExp>> = {
  de: /^(?:(?:alle|keine[rs]?|beide|weder)(?:\s+(?:der|die|dieser?))?(?:\s+(?:oben|hier|zuvor|vorher))?\s+(?:genannten?|aufgeführten?|angegebenen?|obigen|vorherigen|anderen)(?:\s+(?:antworten|optionen|aussagen|möglichkeiten))?|(?:alle|keine|beide)(?:\s+(?:der|dieser))?\s+(?:antworten|optionen|aussagen|möglichkeiten)|(?:alle|keine[rs]?|nichts)\s+davon)(?:\s+(?:ist|sind|treffen|trifft)\s+(?:richtig|korrekt|wahr|falsch|zu))?[.!]?$/iu,
  fr: /^(?:toutes?|tous|aucune?|les\s+deux)(?:\s+(?:de\s+ces|des|les|ces|de\s+celles))?(?:\s+(?:réponses|propositions|options|affirmations))?\s+(?:ci-dessus|précédentes?|proposées|réponses|propositions|options|affirmations)(?:\s+(?:est|sont)\s+(?:correctes?|justes?|exactes?|vraies?))?[.!]?$/iu,
  es: /^(?:tod[oa]s|ningun[oa]|ambas)(?:\s+de)?(?:\s+(?:las|los))?(?:\s+(?:respuestas|opciones|afirmaciones))?\s+(?:anteriores|respuestas|opciones|mencionad[oa]s)(?:\s+(?:es|son)\s+(?:correctas?|verdaderas?))?[.!]?$/iu,
  it: /^(?:tutt[ei]|nessun[ao]|entrambe)(?:\s+delle)?(?:\s+le)?(?:\s+(?:risposte|opzioni|affermazioni))?\s+(?:precedenti|risposte|opzioni|elencate)(?:\s+(?:è|sono)\s+(?:corrett[ae]|ver[ae]))?[.!]?$/iu,
  pt: /^(?:tod[oa]s|nenhum[ao]|ambas)(?:\s+d?as)?(?:\s+(?:respostas|opções|alternativas|afirmações))?\s+(?:anteriores|respostas|opções|alternativas|acima)(?:\s+(?:está|estão|é|são)\s+(?:corretas?|verdadeiras?))?[.!]?$/iu,
};

/** True for an option that speaks of the others: "All of the above", or as the language of the exam says it. */
export function isCollective(text: string, language: string | null): boolean {
  const own = collectiveIn[language?.split("-")[0] ?? ""];
  return collective.test(text.trim()) || own?.test(text.trim()) === true;
}

/** How many options at the end stay last when the others are shuffled. */
export function pinnedCount(texts: readonly string[], language: string | null): number {
  const firstAtEnd = texts.findLastIndex((text) => !isCollective(text, language)) + 1;
  return texts.length - firstAtEnd;
}

/** Words by which an option speaks of those above it. */
const ofThoseAbove =
  /(?<!\p{L})(?:(?:the|of|those|two|three|both|ones?|options?|answers?|choices?|statements?)\s+(?:listed\s+|mentioned\s+|named\s+)?above(?=\s*[.,;:!?)]|$|\s+(?:options?|answers?|choices?|statements?|is|are|except|but)(?!\p{L}))|(?:the|two|both|all)\s+(?:foregoing|preceding|previous)(?=\s*[.,;:!?)]|$|\s+(?:options?|answers?|choices?)(?!\p{L}))|(?:oben|vorstehend)\s+(?:genannt|aufgeführt)\p{L}*|ci-dessus|(?:l[ao]s|dos|ambas|duas|as|le|due)\s+(?:anteriores|precedenti)(?=\s*[.,;:!?)]|$))/iu;

/**
 * Where among the options one speaks of those above it ("the two above"), from 0; those that stay last ("All of the above") say
 * what they say in every order.
 */
export function placesThatSpeakOfAbove(texts: readonly string[], language: string | null): readonly number[] {
  const free = texts.slice(0, texts.length - pinnedCount(texts, language));
  return free.flatMap((text, index) => (ofThoseAbove.test(text) ? [index] : []));
}
