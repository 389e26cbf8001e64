import type { Range } from "./letter-match.ts";
import { foreignJudgement } from "./letter-verbs.ts";
import { PatternFamily } from "./pattern-family.ts";
import { pointingPatterns } from "./pointing-grammar.ts";
import { sentenceOf } from "./sentences.ts";

/** Where a phrase that points is over, and no noun follows of which it is the place: "those above the limit". */
const isOver = String.raw`(?=\s*(?:[.,;:!?)–—-]|$)|\s+(?!(?:the|an?|its|their|his|her|our|your|each|every|average|zero|of|les?|la|los|las|el|il|lo|i|gli|o|as?|os|der|die|das|den|dem|une?|eine?[rsnm]?)(?!\p{L}))\p{Ll})`;
const one = String.raw`the\s+(?:one|ones|two|three|four|pair)`;
const pronoun = `(?:${one}|that|those)`;
const near = String.raw`(?:right|just|directly|immediately|listed|given|named|mentioned|shown|printed|(?:that|which)\s+(?:is|are|comes?|stands?|appears?|was|were))`;

const whole = (words: string) => words.replace(/\p{L}(?=\||$)/gu, "$&(?![\\p{L}])");

const pointing = new PatternFamily(
  [
    String.raw`${one}(?:\s+${near}){0,2}\s+(?:above|below|beneath|underneath|before|after)${isOver}`,
    String.raw`(?<=(?:^|[.!?]\s+)(?:all\s+)?)those\s+(?:above|below)${isOver}`,
    String.raw`${pronoun}(?:\s+${near}){0,2}\s+(?:at|in|on|near)\s+the(?:\s+very)?\s+(?:${whole("top|bottom|middle|centre|center|end|beginning|start|head|foot")})(?:\s+of\s+(?:the|this)\s+list)?${isOver}`,
    String.raw`${pronoun}(?:\s+${near}){1,2}\s+(?:first|second|third|fourth|fifth|last)${isOver}`,
    String.raw`(?:ones?|it)\s+(?:is|are|comes?|stands?|appears?|sits?)\s+(?:at|in)\s+the(?:\s+very)?\s+(?:${whole("top|bottom|middle|end")})(?:\s+of\s+(?:the|this)\s+list)?${isOver}`,
    String.raw`(?:whatever|whichever|what|the\s+one(?:\s+(?:that|which))?)\s+(?:is|was|are)\s+(?:listed|given|named|shown|placed|printed)\s+(?:first|second|third|fourth|fifth|last)`,
    String.raw`(?:whatever|whichever|the\s+one\s+(?:that|which))\s+(?:stands?|comes?|appears?|is)\s+(?:first|second|third|fourth|fifth|last)`,
    String.raw`(?:so|neither|nor)\s+(?:is|are|does|do|has|was)\s+the\s+(?:next|previous|preceding)(?:\s+ones?)?(?=\s*[.,;:!?)]|$)`,
    String.raw`(?:first|second|third|fourth|fifth|last)(?:\s+one)?\s+(?:in|on|of)\s+(?:the|this)\s+list`,
    String.raw`(?:everything|anything|all|those|any|options?|answers?|choices?|alternatives?|ones?|${near})\s+(?:above|below|before|after)\s+the\s+(?:(?:in)?correct|right|wrong|best)\s+(?:answer|option|choice|alternative|response|one)(?!\p{L})`,
    // "alles über der richtigen Antwort", "la anterior a la correcta"
    String.raw`(?:über|unter|oberhalb|unterhalb|vor|nach|hinter)\s+der\s+(?:richtigen|falschen|korrekten)\s+(?:Antwort|Option|Lösung|Möglichkeit|Aussage)(?!\p{L})`,
    String.raw`(?:au-dessus\s+de|au-dessous\s+de|en\s+dessous\s+de|précède(?:nt)?|suit|suivent)\s+la\s+(?:bonne|mauvaise)(?!\p{L})`,
    String.raw`(?:encima|debajo|arriba|abajo|antes|después|anterior(?:es)?|siguientes?|acima|abaixo|depois|seguintes?|sopra|sotto|prima|dopo)\s+(?:(?:de|a)\s+la|da|à|del?la|alla|la)\s+(?:(?:respuesta|opción|resposta|alternativa|opção|risposta|opzione)\s+)?(?:correcta|correta|certa|corretta|giusta)(?!\p{L})`,
    // "the one two lines up", "zwei Zeilen weiter oben"
    String.raw`(?:lines?|places?|rows?|entries|positions?)\s+(?:further\s+)?(?:up|down|above|below|higher|lower|earlier|later)${isOver}`,
    String.raw`(?:Zeilen?|Stellen?|lignes?|líneas?|linhas?|rig(?:a|he))\s+(?:weiter\s+(?:oben|unten)|darüber|darunter|höher|tiefer|plus\s+(?:haut|bas)|(?:más\s+)?(?:arriba|abajo)|(?:mais\s+)?(?:acima|abaixo)|(?:più\s+)?(?:in\s+alto|in\s+basso|su|giù)|sopra|sotto)${isOver}`,
    // "Quest'ultima sarebbe corretta"
    String.raw`(?:quest['’]ultim[aoei]|cette\s+dernière|ce\s+dernier|est[ae]\s+últim[ao]|letztere[rs]?)(?=\s+${foreignJudgement})`,
    ...pointingPatterns(isOver),
  ].map((source) => new RegExp(String.raw`(?<![\p{L}])${source}`, "giu")),
);

/** "Each layer serves the one above it": the sentence has just said of what. */
const ofThings =
  /(?<!\p{L})(?:each|every|any|an?|this|no)\s+(?!(?:option|choice|answer|alternative|distractor)(?!\p{L}))\p{Ll}{2,}/iu;

/** "The one above", "those at the end", "the one listed first": they point into a list that may be that of the options. */
export function pointingWords(text: string): readonly Range[] {
  return pointing.ranges(text).filter(({ start }) => {
    const sentence = sentenceOf(text, start);
    return !ofThings.test(text.slice(sentence.start, start));
  });
}

const beside = new PatternFamily([
  /(?<!\p{L})(?:same|as|see|like)(?:\s+(?:reason|problem|mistake|issue|flaw|error|holds|applies|goes|is|true|as|in|for|the|to|with|it|just|one)){0,4}\s+(?:above|below|previous|preceding|next)(?!\p{L})/giu,
  /(?:^|[.!?]\s+)(?:same\s+)?as\s+before(?!\p{L})/giu,
  /^\s*(?:(?:ditto|dito|idem|ibid|siehe\s+oben|wie\s+(?:oben|zuvor)|voir\s+(?:ci-dessus|plus\s+haut)|véase\s+arriba|ver\s+(?:arriba|acima)|vedi\s+sopra|come\s+sopra|como\s+(?:arriba|acima))(?!\p{L}))/giu,
]);

/** "Same as above" in the note of an option: what is above is the note of another, and for every learner of another. */
export function notesBeside(text: string): readonly Range[] {
  return beside.ranges(text);
}

export const pointingFamilies: readonly PatternFamily[] = [pointing, beside];
