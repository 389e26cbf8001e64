import { sentenceOf } from "./sentences.ts";

/** The languages whose small words can stand where a letter of an option can. */
export type Language = "english" | "romance" | "other";

const english =
  /(?<![\p{L}'’])(?:the|is|are|were|of|and|to|that|not|with|for|its|by|from|in|at|be|has|have|can|may|must|should|would|than|which|when|if|who|does|or|into|while|because|before|after|until|their|they|this|these|only|all|each|one|two|between|about|how|what|you|we|every|itself|never|more)(?![\p{L}'’])/giu;
const romance =
  /(?<![\p{L}])(?:el|los|las|una?|es|está|del|que|para|por|não|é|são|uma?|dos?|na|ao|pelo|pela|le|les|des|est|une|dans|il|della?|dello|che|è|non|se|la|en|et|ou|sont|sono|estão|com|con|sem|sin|su|seu|sua|em|cette|aux|du|lo|mais|muito|deve|pode|foi)(?![\p{L}])/giu;
const other =
  /(?<![\p{L}])(?:der|die|das|ist|sind|nicht|und|eine?|wird|mit|für|den|dem|het|niet|een|är|inte|auch|nur|weil|denn|aber|von|zu|oder|als|nach|jede[rnsm]?|keine?[rnms]?|diese[rnsm]?|im|am|bei|sich|unter|auf|werden|noch|aus|dass|sie|wenn|bis|dabei|hier)(?![\p{L}])/giu;

/** Characters of a long text that tell its language. */
const enough = 1_000;

const romanceTags = ["ca", "es", "fr", "gl", "it", "oc", "pt", "ro"];

/** Where the small words of a language belong, by its tag; null where none is said. */
export function smallWordsOf(tag: string | null): Language | null {
  if (tag === null) return null;
  const [base = ""] = tag.split("-");
  if (base === "en") return "english";
  return romanceTags.includes(base) ? "romance" : "other";
}

/** The language that most of the small words of `sentence` belong to, or else those of the `whole` text; null where none decides. */
export function languageOf(sentence: string, whole: string): Language | null {
  return mostOf(sentence) ?? mostOf(whole.slice(0, enough));
}

/** The same of the sentence that holds `index` of `text`, in an exam that says which language it has, or none. */
export function languageAt(text: string, index: number, said: Language | null): Language | null {
  return said ?? languageOf(sentenceOf(text, index).text, text);
}

function mostOf(text: string): Language | null {
  const counts: readonly (readonly [Language, number])[] = [
    ["english", text.match(english)?.length ?? 0],
    ["romance", text.match(romance)?.length ?? 0],
    ["other", text.match(other)?.length ?? 0],
  ];
  const [first, second] = counts.toSorted((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === 0 || first[1] === second?.[1] ? null : first[0];
}
