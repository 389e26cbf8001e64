import { isSmallEnglishWord } from "./english-article.ts";
import type { Range } from "./letter-match.ts";
import { nounsOf } from "./option-nouns.ts";
import { PatternFamily } from "./pattern-family.ts";

/** How one language speaks of the place of an option. Patterns without groups that are counted. */
interface PlaceWords {
  /** What comes before a thing that both sides know. */
  readonly articles: string;
  /** Where something is among others. */
  readonly places: string;
  /** What an option may be called. */
  readonly nouns: string;
  /** What leads from an option to its place: "listed", "at the", "in". */
  readonly links: string;
  /** What may follow such a place: "position", "of the list". */
  readonly ends: string;
}

const languages: readonly PlaceWords[] = [
  {
    articles: "the|these|those|both|its|your",
    places:
      "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d{1,2}(?:st|nd|rd|th)|last|final|penultimate|antepenultimate|ultimate|initial|opening|closing|middle|central|top|bottom|upper|lower|uppermost|topmost|lowest|lowermost|outer|outermost|inner|innermost|leftmost|rightmost|former|latter|preceding|previous|earliest|latest|(?:first|second|third)\\s+from\\s+(?:the\\s+)?(?:top|bottom|end|last|left|right)|either\\s+end|(?:second|third|next|last)[-\\s]to[-\\s]last|(?:second|third)[-\\s]last|last[-\\s]but[-\\s](?:one|two)",
    nouns: `(?:answer\\s+)?(?:${nounsOf.english})`,
    links:
      "that|which|is|are|was|were|comes?|stands?|appears?|listed|given|named|mentioned|shown|offered|printed|placed|put|in|at|on|to|from|near|the|right|very|counted|counting|number",
    ends: "place|position|spot|slot|line|row|one|of\\s+(?:the\\s+)?(?:list|all|these|those|them|four|five|three)|in\\s+the\\s+list",
  },
  {
    articles: "der|die|das|den|dem|des|beiden|diese[rnms]?|jene[rnms]?",
    places:
      "(?:erst|zweit|dritt|viert|fünft|sechst|letzt|vorletzt|zweitletzt|drittletzt|viertletzt|abschließend|mittler|mittlst|ober|oberst|unter|unterst|vorder|vorderst|hinter|hinterst|äußer|äußerst|vorig|vorherig|vorangehend|vorausgehend)(?:e[nrsm]?)?|zuerst|zuletzt|erstgenannten?|letztgenannten?|letzteren?|ersteren?|\\d{1,2}\\.",
    nouns: nounsOf.german,
    links: "die|das|der|ist|sind|war|waren|steht|stehen|kommt|kommen|ganz|an|am|zu|in|auf|als|unter|von|genannte?n?",
    ends: "Stelle|Platz|Position|Zeile|oben|unten|genannte?[nr]?|stehende?n?|aufgeführte?n?",
  },
  {
    articles: "le|la|les|l['’]|ces|cette|des|du|aux?",
    places:
      "premi[eè]re?s?|deuxièmes?|second[es]{0,2}|troisièmes?|quatrièmes?|cinquièmes?|sixièmes?|derni[eè]re?s?|avant-derni[eè]re?s?|pénultièmes?|antépénultièmes?|ultimes?|finale?s?|initiale?s?|précédente?s?|milieu|haut|bas|\\d{1,2}(?:e|ère?|ème)s?",
    nouns: nounsOf.french,
    links:
      "qui|est|sont|vient|viennent|figure|figurent|donnée?s?|citée?s?|placée?s?|indiquée?s?|en|au|du|de|la|le|tout|à",
    ends: "place|position|lieu|ligne|de\\s+la\\s+liste",
  },
  {
    articles: "el|la|los|las|lo|estas|estos|esta|este",
    places:
      "primer[ao]?s?|segund[ao]s?|tercer[ao]?s?|cuart[ao]s?|quint[ao]s?|sext[ao]s?|últim[ao]s?|penúltim[ao]s?|antepenúltim[ao]s?|final(?:es)?|inicial(?:es)?|anterior(?:es)?|medio|central(?:es)?|superior(?:es)?|inferior(?:es)?|arriba|abajo|\\d{1,2}\\.?[ªº]",
    nouns: nounsOf.spanish,
    links: "que|es|son|está|están|aparecen?|figuran?|dadas?|citadas?|en|de|del|la|el|más|al",
    ends: "lugar|posición|puesto|línea|de\\s+la\\s+lista",
  },
  {
    articles: "a|o|as|os|estas?|estes?",
    places:
      "primeir[ao]s?|segund[ao]s?|terceir[ao]s?|quart[ao]s?|quint[ao]s?|sext[ao]s?|últim[ao]s?|penúltim[ao]s?|antepenúltim[ao]s?|fina(?:l|is)|inicia(?:l|is)|anterior(?:es)?|meio|centra(?:l|is)|superior(?:es)?|inferior(?:es)?|cima|baixo|\\d{1,2}\\.?[ªº]",
    nouns: nounsOf.portuguese,
    links: "que|é|são|está|estão|aparecem?|figuram?|dadas?|citadas?|em|de|da|do|a|o|mais|na|no",
    ends: "lugar|posição|linha|da\\s+lista",
  },
  {
    articles: "il|lo|la|i|gli|le|l['’]|queste|questa",
    places:
      "prim[aoei]|second[aoei]|terz[aoei]|quart[aoei]|quint[aoei]|sest[aoei]|ultim[aoei]|penultim[aoei]|terzultim[aoei]|final[ei]|inizial[ei]|precedent[ei]|mezzo|central[ei]|superior[ei]|inferior[ei]|alto|basso|\\d{1,2}\\.?[ªº]",
    nouns: nounsOf.italian,
    links: "che|è|sono|sta|stanno|compare|compaiono|elencat[ae]|citat[ae]|in|di|della?|la|il|più|al",
    ends: "posto|posizione|riga|dell['’]elenco|della\\s+lista",
  },
];

/** Words between a place and a noun that it may belong to: how many, and what they are like; no noun with a thing of its own. */
const between = String.raw`(?:\s+(?!(?:the|der|die|das|des|dem|den|le|la|les|el|los|las|il|lo|gli|o|os|as|of|in|for|to|on|by|from|with|von|de|di|du|des|del|da|do|che|que|qui|is|are|was|were|ist|sind|est|sont|es|son|é|são|è|sono)(?![\p{L}]))[\p{L}-]+){0,2}(?:\s+(?:(?:of|among|von|unter|de|entre|parmi|tra|fra)\s+(?:the|these|those|our|den|diesen|las|estas|les|ces|as|le|queste)|des|das|dos|delle|degli|dei))?`;

const ofLanguages = languages.map(({ articles, places, nouns, links, ends }) => {
  const lead = String.raw`(?<![\p{L}])(?:${articles})(?:\s+|(?<=['’]))(?:(?!(?:${places})(?![\p{L}]))[\p{L}-]+\s+){0,2}?`;
  const isOver = String.raw`(?=\s*(?:[.,;:!?)]|$)|\s+(?:${ends})(?![\p{L}])|\s+(?:is|are|and|ist|sind|und|est|sont|et|es|son|é|são|e|è|sono|y)(?![\p{L}]))`;
  return new PatternFamily([
    new RegExp(String.raw`${lead}(?:${places})${between}\s+(?:${nouns})(?![\p{L}'’-])`, "giu"),
    // "First option is wrong", and no "First answer the question"
    new RegExp(
      String.raw`(?<=^|[.!?;:]\s+|\n)(?:${places})(?:\s+(?:and|und|et|y|e)\s+(?:${places}))?\s+(?:${nouns})(?![\p{L}'’-]|\s+(?:the|all|every|an?|this|each|with)(?!\p{L}))`,
      "giu",
    ),
    new RegExp(
      String.raw`(?<![\p{L}])(?:${nouns})(?:\s+(?:${links})(?![\p{L}])){0,4}\s+(?:${places})(?![\p{L}-])${isOver}`,
      "giu",
    ),
  ]);
});

export const nearFamilies: readonly PatternFamily[] = [
  ...ofLanguages,
  // "La réponse suivante": one that stands beside, where no list follows.
  new PatternFamily([
    /(?<!\p{L})(?:option|réponse|proposition|alternative|opción|respuesta|alternativa|opção|resposta|opzione|risposta)\s+(?:suivante|précédente|siguiente|anterior|seguinte|successiva|seguente|precedente)(?![\p{L}-]|\s*:)/giu,
  ]),
];

/** "The first choice in most patients" ranks a thing, "the final answer" is a result: no option is meant. */
const ranked =
  /^(?:the|its|your)\s+(?:(?:\p{L}+\s+)?(?:first|second|third|last|previous|top)[-\s]+(?:line\s+)?choices?|(?:final|previous|first|last|initial)\s+(?:answers?|responses?|selections?))$/iu;

/** "The closest region answers first": what comes before is a noun, and answering a verb. */
const answering = /^answers?\s+(?:first|last|second|third)$/iu;

/** "The last step of the answer": a part of one thing, and none of several. */
const partOfOne =
  /\sof\s+(?:the|these|those|our)\s+(?:\p{L}+\s+)?(?:option|choice|answer|alternative|distractor|possibility)$/iu;

/** Where a word for a place stands by a word for options, in any of the languages: whoever wrote it may mean an option by where it stands. */
export function nearPlaces(text: string): readonly Range[] {
  return nearFamilies.flatMap((family) =>
    family.ranges(text).filter(({ start, end }) => {
      const words = text.slice(start, end);
      const before = /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1];
      const isVerb = answering.test(words) && before !== undefined && !isSmallEnglishWord(before);
      return !isVerb && !ranked.test(words) && !partOfOne.test(words);
    }),
  );
}
