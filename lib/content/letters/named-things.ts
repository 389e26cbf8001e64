import { list } from "./letter-grammar.ts";
import { countOfThings } from "./other-nouns.ts";

/** A word and, before it, the one that says whether it is a noun there; a comma may follow. */
const owner = /(?:([\p{L}'’-]+)\s+)?(\p{L}[\p{L}-]*)(,?)\s+["“]?$/u;
/** "We plan B", "it blocks A and C": what follows these is a verb. */
const beforeVerb =
  /^(?:would|must|can|cannot|could|will|should|may|might|shall|not|i|we|you|they|he|she|it|this|that|which|who|also|only|please|let|don['’]t|doesn['’]t|didn['’]t|won['’]t|can['’]t|never|always|then|and)$/i;
/** Nouns that are verbs behind "to": "to plan B", but "to host B". */
export const thingsThatAreVerbs =
  /^(?:plan|schedule|drive|block|release|stage|charge|ship|level|load|lock|process|record|index|package|map|tag|fork|filter|sample|exit|exercise|weld|bolt|track|pool|key|grade|class|copy|type|rank|list|test|process|branch)$/;
const lettersHere = new RegExp(list, "y");

export interface NamedLetters {
  /** The noun that names the letters, in small letters. */
  readonly noun: string;
  readonly length: number;
}

/** The letters at `start` that the noun before them gives to a thing: "vitamin A", "hosts A and B"; null where none does. */
export function namedLetters(text: string, start: number): NamedLetters | null {
  const match = owner.exec(text.slice(Math.max(0, start - 60), start));
  const noun = match?.[2];
  const count = noun === undefined ? null : countOfThings(noun);
  if (noun === undefined || count === null) return null;
  lettersHere.lastIndex = start;
  const letters = lettersHere.exec(text)?.[0] ?? "";
  // "The sender, A, waits", but "It slows the server, C the client".
  if (match?.[3] === "," && text[start + letters.length] !== ",") return null;
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
