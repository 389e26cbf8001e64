import { list, span } from "./letter-grammar.ts";
import { anyOptionNoun } from "./option-nouns.ts";
import { countOfThings } from "./other-nouns.ts";

/** A word and, before it, the one that says whether it is a noun there; a comma may follow. */
const owner = /(?:([\p{L}'’-]+)\s+)?(\p{L}[\p{L}-]*)(,?)\s+["“]?$/u;
/** "We plan B", "it blocks A and C": what follows these is a verb. */
const beforeVerb =
  /^(?:would|must|can|cannot|could|will|should|may|might|shall|not|i|we|you|they|he|she|it|this|that|which|who|also|only|please|don['’]t|doesn['’]t|didn['’]t|won['’]t|can['’]t|never|always|then|and)$/i;
/** Nouns that are verbs behind "to": "to plan B", but "to host B". */
export const thingsThatAreVerbs =
  /^(?:plan|schedule|drive|block|release|stage|charge|ship|level|load|lock|process|record|index|package|map|tag|fork|filter|sample|exit|exercise|weld|bolt|track|pool|key|grade|class|copy|type|rank|list|test|process|branch)$/;
const supposing =
  /(?<!\p{L})(?:because|since|as|if|when|while|although|weil|da|wenn|comme|si|puisque|porque|como|se|poiché)\s[^,.!?]*,\s$/iu;
const ofText =
  /^(?:(?:sub)?(?:section|paragraph|clause|part|rule|article|schedule|sentence)s?|point|item|absatz|buchstabe|alinéa|apartado|inciso|alínea|comma|alice|bob)$/i;
const lettersHere = new RegExp(`${span}|${list}`, "y");

export interface NamedLetters {
  /** The noun that names the letters, in small letters. */
  readonly noun: string;
  readonly length: number;
}

const determiner =
  "the|an?|der|die|das|den|dem|des|eine?[nrms]?|les?|la|une?|du|au|el|los|las|una?|del|al|il|lo|i|gli|della|dello|alla|nella|sulla|[oa]s?|uma?|d[oa]|n[oa]|pel[oa]|ao|à";
/** A noun before a letter, in any language: with an article, as an acronym, or written large within a sentence. */
const anyOwner = new RegExp(
  String.raw`(?:(?<![\p{L}'’-])(?:(?:${determiner})\s+|l['’])(?<noun>\p{L}{3,})|(?<![\p{L}-])(?<acronym>\p{Lu}{2,5})|(?<=\p{Ll},?\s)(?<name>\p{Lu}\p{Ll}{3,}))\s+(?<letter>[A-Z])(?![\p{L}\p{N}'’+#-])`,
  "gu",
);
/** What options are called, and what is said of them: "the correct A", "NOT B". */
const noOwner = new RegExp(
  String.raw`^(?:${anyOptionNoun}|correct\p{L}*|richtige\p{L}*|falsche\p{L}*|bonne|bon|seule?s?|sola|sol[oa]s?|só|única?|corret\p{L}+|corrett\p{L}+|NOT|AND|NOR|BUT|ALL|ONLY|BEST|MOST|LEAST|NEVER|EXCEPT|THAN|WITH|FOR|WHY|SEE|IS|ARE|IN|OR|IF|SO|BY|TO|VS)$`,
  "iu",
);

/** Nouns that `text` gives to two letters or more: "a rota A … a rota B", "CA B, which CA A has signed". */
export function repeatedNouns(text: string): ReadonlySet<string> {
  const letters = new Map<string, Set<string>>();
  for (const { groups = {} } of text.matchAll(anyOwner)) {
    const noun = (groups.noun ?? groups.acronym ?? groups.name ?? "").toLowerCase();
    if (!noOwner.test(noun)) letters.set(noun, (letters.get(noun) ?? new Set()).add(groups.letter ?? ""));
  }
  return new Set([...letters].filter(([, each]) => each.size > 1).map(([noun]) => noun));
}

/**
 * The letters at `start` that the noun before them gives to a thing: "vitamin A", "hosts A and B"; null where none does. What
 * is among the `repeated` nouns of the text is one, whatever it means.
 */
export function namedLetters(text: string, start: number, repeated: ReadonlySet<string>): NamedLetters | null {
  const match = owner.exec(text.slice(Math.max(0, start - 60), start));
  const noun = match?.[2];
  const count = noun === undefined ? null : (countOfThings(noun) ?? (repeated.has(noun.toLowerCase()) ? "one" : null));
  if (noun === undefined || count === null) return null;
  lettersHere.lastIndex = start;
  const letters = lettersHere.exec(text)?.[0] ?? "";
  // "The sender, A, waits", but "It slows the server, C the client", "as it sells the product, E, the mean, is of no help".
  const isAside = match?.[3] === ",";
  if (isAside && (text[start + letters.length] !== "," || supposing.test(text.slice(Math.max(0, start - 100), start))))
    return null;
  // "Giving blood (A) needs a nurse", and "subsection (B)"
  if (text[start] === "(" && !ofText.test(noun)) return null;
  const isOne = !/[A-Za-z].*[A-Za-z]/s.test(letters.replace(/\b(?:and|or|und|oder|et|y|e|o)\b/g, ""));
  const isCapital = /^\p{Lu}/u.test(noun);
  const before = match?.[1] ?? "";
  if (count === "several" && isOne) return null;
  if (before === "to" && thingsThatAreVerbs.test(noun)) return null;
  if (!isCapital && beforeVerb.test(before) && !/^(?:this|that|and|only|also)$/i.test(before)) return null;
  if (count === "several" && !isCapital && beforeVerb.test(before)) return null;
  // "B is Class A and D is public": one has one letter, and the next may be that of an option.
  const isFirstOnly = count === "one" && !isOne && /^\s+(?:is|was|has|does)\b/.test(text.slice(start + letters.length));
  return { noun: noun.toLowerCase(), length: isFirstOnly ? 1 : letters.length };
}
