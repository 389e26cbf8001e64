import { clauseVerbs, verdictWords } from "./letter-verbs.ts";

const otherLanguage =
  /(?<![\p{L}])(?:der|die|das|ist|sind|nicht|und|eine?|wird|mit|für|den|dem|het|niet|een|är|inte)(?![\p{L}])/u;
const romance =
  /(?<![\p{L}])(?:el|los|las|una?|es|está|del|que|para|por|não|é|são|uma?|dos?|das?|no|na|le|les|des|est|une|dans|il|della?|che|è|non|ção|ções|se|la|en|la|et|ou|sont|sono|estão|correta|resposta)(?![\p{L}])/giu;
const english = /\b(?:the|is|are|of|and|to|that|an|not|with|for|it|by|from|in|on)\b/gi;

/** Words after an "A" that no noun begins with. */
const noNoun =
  /^(?:and|or|nor|plus|to|thru|through|as|because|since|for|while|whereas|when|where|which|that|but|not|only|alone|if|unless|rather|instead|so|with|without|by|from|in|on|of|at|it|this|the|than|nor|too|und|oder|et|ou|y|e|o)$/;
const adverb =
  /^(?:also|only|simply|never|always|therefore|thus|hence|merely|just|still|even|actually|both|neither|clearly|not|already|again|then|now|often|sometimes|usually|rarely|cannot|[a-z]+ly)$/;
const determiner =
  /^(?:the|an?|its|their|his|her|this|that|these|those|no|every|each|all|any|it|them|both|two|three|to|in|on|at|by|from|with|without|because|when|while|and|but|into|for|only|how|what|which|if|as|more|less|about)$/;
/** Words that end like a verb ("loses") and are none. */
const noVerb =
  /(?:ss|us|is|ous|ics|ias|aos|nes|xes|as|eys)$|^(?:series|species|lens|gas|means|news|bias|canvas|has-a|yes|pros|cross|always|perhaps|besides|afterwards|towards|sometimes|lots|others|thousands|hundreds|systems|sales|sports|customs|goods|graphics|analytics|operations|communications|tens|one's|years|weeks|days|hours|minutes|seconds|users|times)$/;

/** "A results file", but "A results in a deadlock". */
const nounOrVerb =
  /^(?:results|systems|sales|skills|savings|operations|sports|news|lessons|rules|words|types|graphics|physics|needs|claims|materials|standards|weights|logs|metrics|points|points-based)$/;

/** Whether the capital A at `index` of `text` is the article, or a word of another language, and no name. */
export function isArticle(text: string, index: number, language: Language): boolean {
  const rest = text.slice(index + 1, index + 81);
  const before = text.slice(Math.max(0, index - 40), index);
  const next = /^\s+(["“‘']?)([\p{L}\p{N}\uFFFC$][\p{L}\p{N}'’-]*)/u.exec(rest);
  if (!next?.[2]) return false;
  const isStart = /(?:^|[.!?:;)–—\n\uFFFC"“‘*•|([]\s*|^\s*)$/.test(before);
  if (!isStart) return /(?:^|\s)\p{Lu}[\p{L}-]*\p{Ll}\s$/u.test(before) && /^\p{Lu}\p{Ll}/u.test(next[2]);
  const after = rest.slice(next[0].length);
  if (language === "other") return false;
  if (language === "romance") return isRomanceWord(next[2], after);
  return isEnglishArticle(next[2], after);
}

export type Language = "english" | "romance" | "other";

/** Which words decide what a lone "A" is in `text`: "other" has no article A. */
export function languageOf(text: string): Language {
  const others = otherLanguage.test(text);
  const romanceWords = text.match(romance)?.length ?? 0;
  const englishWords = text.match(english)?.length ?? 0;
  if (others && englishWords < 2 && romanceWords < 2) return "other";
  return romanceWords > englishWords ? "romance" : "english";
}

function isEnglishArticle(word: string, after: string): boolean {
  // A sign, a number, code, or a name: "A 16-bit word", "A `for` loop", "A TCP segment".
  if (!/^\p{Ll}/u.test(word)) return !verdictWords.test(word);
  if (word.includes("-")) return true;
  const second = /^\s+([\p{L}'’-]+)/u.exec(after)?.[1] ?? "";
  if (
    /^(?:for|while|if|with|not|to|by|and|or|in)$/.test(word) &&
    /^(?:loop|statement|clause|expression|block|gate|operation|condition)$/.test(second)
  )
    return true;
  if (noNoun.test(word) || clauseVerbs.test(word)) return false;
  if (/['’]s$/.test(word)) return true;
  if (adverb.test(word)) return second !== "" && !endsLikeVerb(second) && !clauseVerbs.test(second);
  if (nounOrVerb.test(word)) return second !== "" && !determiner.test(second);
  if (endsLikeVerb(word)) return false;
  if (/(?:ed|ost|ept|ave|ade|ook|ent)$/.test(word)) return second !== "" && !determiner.test(second);
  return true;
}

function endsLikeVerb(word: string): boolean {
  return /s$/.test(word) && !noVerb.test(word);
}

/** "A menudo", "A resposta": a preposition or an article, unless a verb follows. */
function isRomanceWord(word: string, after: string): boolean {
  if (!/^\p{Ll}/u.test(word)) return true;
  const second = /^\s+([\p{L}]+)/u.exec(after)?.[1] ?? "";
  if (/^(?:e|y|o|ou|et|es|é|è|est|está|son|são|sont|sono|no|não|non|ne|ni|nem|pero|mas|mais|porque)$/.test(word))
    return false;
  if (
    /^(?:describe|descreve|décrit|descrive|confunde|confond|confonde|ignora|ignore|usa|utilise|mide|mede|mesure|misura)$/.test(
      word,
    )
  )
    return false;
  return (
    !/^(?:el|la|los|las|un|una|o|os|as|um|uma|le|les|des|une|il|lo|gli|i)$/.test(second) ||
    /^(?:partir|través|pesar|continuación|causa|fin|cada|todos?|todas?|veces)$/.test(word)
  );
}

const smallWord =
  /^[EOY]\s+(?:quindi|poi|se|non|il|la|lo|valor|que|por|si|no|o|a|os|as|e|também|resultado|sistema|modelo)\s/;

/** "E quindi", "O valor", "Y por eso": whether the capital at `index` is a small word of another language. */
export function isSmallWord(text: string, index: number): boolean {
  return (
    /[EOY]/.test(text.charAt(index)) &&
    smallWord.test(text.slice(index, index + 16)) &&
    /(?:^|[.!?]\s+)$/.test(text.slice(Math.max(0, index - 3), index))
  );
}
