/**
 * Whether an English "A" is the article. A letter that is the subject of a sentence is followed by a verb in the third
 * person ("A loses"), an auxiliary, an adverb, a preposition or another small word. Only what none of these can be is a
 * noun or an adjective.
 */

const smallWords = new Set(
  `and or nor plus minus to thru through as because since for while whereas when whenever where which that who whose but
  not only alone if unless rather instead so with without by from in into on onto of at it its this these those the an a
  than too via per like unlike versus vs against among between beyond during before after above below under over until till
  about around along across behind despite except inside outside near off out up down regarding concerning toward towards
  upon within throughout both each every either neither all any some no none he she they we you i his her their our your
  them him us me my itself themselves himself one's also always never often just still even already again then now
  sometimes perhaps maybe indeed however therefore thus hence quite almost seldom here there yes though although yet else
  more less much many fewer how what why whether once twice further otherwise likewise moreover meanwhile though being
  having using lacking needing requiring containing ignoring meaning saying including provided given compared based such
  be do respectively is was isn't wasn't has hasn't hadn't does doesn't did didn't can can't cannot could couldn't will
  won't would wouldn't shall should shouldn't may might must mustn't need ought are aren't were weren't have`.split(
    /\s+/,
  ),
);
/** Whether `word` belongs to a closed class: no noun and no adjective. */
export function isSmallEnglishWord(word: string): boolean {
  return smallWords.has(word.toLowerCase());
}

const auxiliary =
  /^(?:is|was|isn['’]t|wasn['’]t|has|hasn['’]t|does|doesn['’]t|can|can['’]t|cannot|could|couldn['’]t|will|won['’]t|would|wouldn['’]t|should|shouldn['’]t|may|might|must|mustn['’]t|shall|had|did)$/;
/** Words that read as an adverb before a verb, and as an adjective before a noun. */
const either =
  /(?:^(?:best|better|first|second|third|next|last|later|well|far|worst|worse|fast|hard|long|early|late|partly|right|wrong|correct|incorrect|true|false|possible|impossible|irrelevant|relevant|invalid|valid|plausible|tempting|implausible|nonsense|misleading|incomplete|complete|sufficient|insufficient|necessary|unnecessary|close|similar|unrelated|ok|okay|fine|good|bad)|ly)$/;
const nounsInLy =
  /^(?:family|reply|monopoly|supply|assembly|anomaly|ally|fly|jelly|bully|belly|butterfly|duopoly|oligopoly|homily|tally)$/;
/** Nouns that end as a verb in the third person does and are none. */
const nounsInS =
  /(?:ss|us|ous|(?<!^)is|[^aeiou]as)$|^(?:series|species|lens|news|gas|bias|canvas|atlas|alias|pancreas|iris|axis|basis|has-a|is-a|sales|savings|customs|goods|sports|systems|skills|operations|communications|graphics|analytics|materials|statistics|economics|physics|mathematics|electronics|logistics|arms|kudos|chaos|cosmos|rhinoceros|thermos|diabetes|rabies|scabies|herpes|caries|thousands|means-tested)$/;
/** Past forms that are nouns, too: "A set of rules", but "A set the limit". */
const pastOrNoun =
  /^(?:set|cut|put|hit|cost|let|shut|split|spread|read|cast|bet|burst|hurt|bid|broadcast|forecast|upset|reset|beat|thrust|shed|offset|input|output|overhead|run|found|saw|felt|thought|left|ground|wound|lay|rose|fell|bore|drove|drive|fit|quit|rid|offset|preset|slit|wed|wet)$/;
const past =
  /(?:[^e]ed|^(?:led|met|sent|made|lost|kept|held|built|spent|meant|said|paid|told|bound|ran|won|wore|drew|grew|knew|threw|flew|took|gave|came|became|began|broke|spoke|chose|froze|wrote|rode|stood|understood|taught|caught|bought|brought|fought|sought|sold|sat|got|forgot|had|did|went|was|were|overcame|withdrew|underwent|swept|slept|dealt|bent|lent|struck|stuck|sank|swam|sang|rang|shook|mistook|misled|misread|withheld|undid|outdid|overdid|overtook))$/;

/** Whether `word` may say what somebody did, and need be no noun: "ignored", "kept", "put". */
export function mayBePast(word: string): boolean {
  return past.test(word) || pastOrNoun.test(word);
}

const word = /^(?:\s+|\s*[-–]\s*)?([\p{L}\p{N}$€£"“‘'’\uFFFC][\p{L}\p{N}'’./-]*)/u;

/** Whether what follows the capital A, `after`, is what it comes before as an article. */
export function isBeforeNoun(after: string): boolean {
  const words = nextWords(after, 5);
  const [first] = words;
  if (first === undefined || !/^\s/.test(after) || /^\s+[–—-]\s/.test(after)) return false;
  // A number, code, a name or a quotation: "A 16-bit word", "A `for` loop", "A TCP segment".
  if (/^[\p{N}$€£\uFFFC"“‘]/u.test(first)) return true;
  if (/^\p{Lu}/u.test(first)) return isName(first, words[1]);
  return isNounPhrase(words);
}

/** Verbs in the third person that are no plural of a noun. */
const neverNoun =
  /^(?:gives|makes|takes|keeps|tells|sends|says|seems|becomes|belongs|describes|provides|allows|enables|prevents|ensures|assumes|contains|creates|removes|involves|applies|ignores|confuses|refers|explains|includes|improves|introduces|lacks|protects|relies|represents|solves|suggests|requires|reduces|encrypts|deletes|grants|denies|contradicts|violates|omits|overlooks|satisfies|fails)$/;

/** Whether what follows the capital A, `after`, is certainly a verb or an adverb, whose subject it is: "A loses the order". */
export function isBeforeVerb(after: string): boolean {
  const [first = "", second] = nextWords(after, 2);
  if (auxiliary.test(first) || /^(?:and|or|nor|because|since|as|but)$/.test(first)) return true;
  if (!/s$/.test(first) || nounsInS.test(first)) return /^(?:also|only|never|always|just|still|even)$/.test(first);
  return neverNoun.test(first) || second === undefined || smallWords.has(second) || /ly$/.test(second);
}

/** "A TCP segment", "A Merkle tree", and no sentence that begins behind a label: "A Describes the size", "A The model". */
function isName(first: string, second: string | undefined): boolean {
  const lower = first.toLowerCase();
  if (/^(?:Incorrect|Correct|Wrong|Right|True|False|Not|No|Yes)$/.test(first)) return false;
  if (/^\p{Lu}{2,}|^\p{Lu}-|\d|\p{Ll}\p{Lu}/u.test(first)) return true;
  if (first.length === 1) return second !== undefined && isOpen(second) && !/s$/.test(second);
  if (smallWords.has(lower) || (/s$/.test(lower) && !nounsInS.test(lower)) || /(?:ed|ing|ly)$/.test(lower))
    return false;
  return second !== undefined && isOpen(second);
}

function isNounPhrase(words: readonly string[]): boolean {
  const [first = "", second] = words;
  const last = first.split("-").at(-1) ?? first;
  if (isLoopWord(first) && /^(?:loop|statement|clause|expression|block|gate|operation|condition)$/.test(second ?? ""))
    return true;
  if (smallWords.has(first) || (first.includes("-") && smallWords.has(first.split("-")[0] ?? "") && isVerbLike(last)))
    return false;
  if (/['’]s$/.test(first) || nounsInLy.test(first)) return true;
  if (pastOrNoun.test(last))
    return (
      second !== undefined &&
      (auxiliary.test(second) || /^(?:of|that)$/.test(second) || isParticipleBefore(words.slice(1)))
    );
  // It has no object: "A results file", but "A results in a loss".
  if (first === "results") return second !== undefined && isOpen(second);
  if (either.test(last)) return second !== undefined && isAfterAdverb(words.slice(1));
  if (past.test(last)) return isParticipleBefore(words.slice(1));
  if (/s$/.test(last) && !nounsInS.test(last)) return first === "means" && second === "of";
  return true;
}

/** "A fully managed service", "A slightly larger value", and no "A only lowers it". */
function isAfterAdverb(words: readonly string[]): boolean {
  const [first = ""] = words;
  if (!isOpen(first) && !past.test(first)) return false;
  return past.test(first) ? isParticipleBefore(words.slice(1)) : !pastOrNoun.test(first);
}

/** "A distributed system needs a clock": behind a participle one noun or two, and then its verb. */
function isParticipleBefore(words: readonly string[]): boolean {
  const nouns = words.findIndex((each) => !isOpen(each) || pastOrNoun.test(each));
  const verb = words[nouns];
  const rest = words[nouns + 1];
  if (nouns < 1 || nouns > 2 || verb === undefined) return false;
  if (auxiliary.test(verb) || verb === "of") return true;
  return /s$/.test(verb) && !nounsInS.test(verb) && rest !== undefined && !isVerbLike(rest);
}

function isVerbLike(last: string): boolean {
  return auxiliary.test(last) || past.test(last) || (/s$/.test(last) && !nounsInS.test(last));
}

/** A word of no closed class that is not a verb in the third person. */
function isOpen(candidate: string): boolean {
  return (
    /^\p{Lu}$/u.test(candidate) ||
    (/^[\p{L}\uFFFC]/u.test(candidate) &&
      !smallWords.has(candidate.toLowerCase()) &&
      !(/s$/.test(candidate) && !nounsInS.test(candidate)))
  );
}

function isLoopWord(first: string): boolean {
  return /^(?:for|while|if|with|not|to|by|and|or|in|switch)$/.test(first);
}

/** Up to `count` words that nothing but spaces separates. */
function nextWords(after: string, count: number): readonly string[] {
  const words: string[] = [];
  let rest = after;
  while (words.length < count) {
    const match = word.exec(rest);
    if (!match?.[1]) break;
    words.push(match[1].replace(/[.'’-]+$/, ""));
    if (/\.$/.test(match[1])) break;
    rest = rest.slice(match[0].length);
  }
  return words;
}
