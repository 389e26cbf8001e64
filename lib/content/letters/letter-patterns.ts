/**
 * The phrases that name options by letter, as regular expressions. Each matches the list of letters alone; what must
 * stand before and after it is looked at and left.
 */

/** What may stand in a word: "Dürer" does not begin with the letter D. */
const inWord = String.raw`\wÀ-ɏͰ-῿`;
/** A capital that stands alone; "C++" and "C#" are languages, "A+C" is two letters. */
const capital = String.raw`[A-Z](?![${inWord}#]|\+(?!\s*[A-Z](?![${inWord}+#]))|-\w|['’](?!s\b))`;
/** One letter: {A}, (a), a), A. */
const token = String.raw`(?:\{[A-Z]\}|\([A-Za-z]\)|[A-Za-z]\)|${capital})`;
const conjunction = "(?:and|or|nor|plus|und|oder|et|ou|y|e|o|och|og|eller|i|lub|ve|veya|и|или)";
/** Between letters that no spaces part: "AとC", "A、C和D". */
const joint = String.raw`\s*(?:[、，]|和|与|與|及|或|と|や|와|과)\s*`;
const separator = String.raw`(?:${joint}|\.?["”']?\s*,\s*(?:(?:and|or|nor|&)\s+)?|\.?["”']?\s+(?:${conjunction}|&|as\s+well\s+as)\s+["“']?|\s*[/&+]\s*)`;
const list = `${token}(?:${separator}(?!I\\b)${token}){0,25}`;
const longList = `${token}(?:${separator}(?!I\\b)${token}){1,25}`;
const span = String.raw`[A-Z]\s*(?:[-–—]|to|thru|through|bis)\s*[A-Z](?![${inWord}])`;
/** Not within a list whose beginning is something else: "types A and B", of which B alone would be taken. */
const whole = String.raw`(?<!(?:^|[^A-Za-z])[A-Z]\)?\.?\s*(?:,\s*(?:(?:and|or|nor|&)\s+)?|[/&+]\s*|\s(?:${conjunction}|&)\s+))`;
const start = String.raw`(?:^|(?<=[.!?;:(]\s*|,\s*|\n|\b(?:[Aa]nd|[Bb]ut|[Oo]r|[Ww]hile|[Ww]hereas|[Ss]o|[Bb]ecause|[Ss]ince|[Tt]hat|[Tt]hus|[Tt]herefore|[Hh]ence|[Oo]nly|[Ww]hy|[Aa]lthough|[Tt]hough|[Hh]owever|[Ii]f|[Aa]s|[Ee]xcept|[Bb]oth|[Ii]s|[Aa]re|[Nn]ur|[Ss]olo|[Ss]eule?|[Aa]penas)\s+)${whole})`;
const sentenceStart = String.raw`(?:^|(?<=[.!?;:]\s+))`;
const verdict = String.raw`(?:is|are|was|were|isn['’]t|aren['’]t|(?:would|must|should|could|may|can(?:not)?)(?:\s+not)?\s+be)\s+(?:(?:also|both|all|clearly|simply|therefore|thus|not|each|just|only)\s+)*(?:the\s+|an?\s+)?(?:only\s+)?(?:in)?(?:correct|wrong|right|false|true|valid|best|distractors?)\b`;
const foreignVerdict = String.raw`(?:ist|sind|es|son|est|sont|è|sono|é|são|está|están|estão)\s+(?:(?:nicht|auch|alle|beide|pas|também|anche)\s+)?(?:falsch|richtig|korrekt|(?:in)?correct[aoe]?s?|fals[aoei]s?|faux|fausses?|justes?|(?:s?corrett|errat|sbagliat|giust)[aoei]|(?:errad|(?:in)?corret)[ao]s?)(?![${inWord}])`;
/** Verbs after which a lone "A" is a name and no article. */
const verb = String.raw`(?:is|was|are|were|isn|wasn|does|doesn|do|has|hasn|have|would|wouldn|can|cannot|will|won|could|should|must|may|might|describes|refers|uses|gives|names|states|confuses|mentions|applies|fails|loses|requires|needs|provides|allows|adds|breaks|costs|takes|keeps|makes|leaves|stores|returns|works|runs|says|means|lacks|ignores|sends|creates|increases|reduces|relates|solves|violates|introduces|covers|handles|supports|ensures|prevents)\b`;
/** Words that name options, in the languages that banks are written in. */
const keyWord = String.raw`(?:[Oo]ptions?|OPTIONS?|[Cc]hoices?|[Aa]nswers?|[Aa]lternatives?|[Dd]istractors?|Opts?\.?|Antwort(?:en)?|[Rr]éponses?|[Rr]espuestas?|[Oo]pción|[Oo]pciones|[Rr]ispost[ae]|[Oo]pzion[ei]|[Oo]pç(?:ão|ões)|[Rr]espostas?|[Aa]lternativas?|Option(?:en)?|Auswahl|[Cc]hoix|[Aa]ntwoord(?:en)?|[Oo]pties?|[Ss]var(?:et)?|[Aa]lternativ(?:et|en)?|[Oo]dpowied(?:ź|zi)|[Oo]pcj[ai]|[Cc]evap|[Ss]eçenek|[Оо]твет(?:ы|а)?|[Вв]ариант(?:ы|а)?)`;
const linking = String.raw`(?:is|are|was|were|would\s+be|must\s+be|letters?|choices?|options?|ist|sind|lautet|es|son|est|sont|è|é|la|a\s+letra|correct(?:as?|es?)|correta|corretta)`;
const lower = String.raw`(?:[b-h]|a(?=\s*(?:[.,;:)]|$)|\s+(?:and|or|is|are|was|were)\b))(?![${inWord}'’-])(?:(?:\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+)[a-h](?![${inWord}'’-])){0,7}`;

/** An article and no name: "The answer is A stack". Words that no noun begins with speak for a name: "is A because". */
const article = String.raw`(?<=(?:\b(?:is|are|was|were|be)|:)\s+\**["“']?)A\s+(?!${verb}|(?:and|or|nor|plus|to|thru|through|as|because|since|for|while|whereas|when|where|which|that|but|not|only|alone|if|unless|rather|instead|so|with|without|by|from|in|on|of|at|it|this|the)(?![\w-]|\s+(?:loop|clause|statement|expression|block)\b))[a-z]`;

export interface LetterPattern {
  readonly by: "braces" | "prose" | "doubt" | "hint";
  readonly pattern: RegExp;
}

const found = (by: LetterPattern["by"], pattern: string): LetterPattern => ({ by, pattern: new RegExp(pattern, "y") });

/** Tried in this order, each where a letter may stand; what an earlier one has found is not looked at again. */
export const letterPatterns: readonly LetterPattern[] = [
  { by: "braces", pattern: /\{[A-Z](?:\s*,\s*[A-Z]){1,25}\}/y },
  found(
    "prose",
    String.raw`(?<=(?<![${inWord}])${keyWord}(?:\s+${linking}){0,3}:?\s+(?:both\s+|either\s+|neither\s+)?\**["“']?)(?!${article})(?:${span}|${list})`,
  ),
  found(
    "prose",
    String.raw`(?<=\b(?:Ans\.?|Key|Correct|Solution|Lösung)\s*[:=]\s*\**|\bAns\.\s+)${list}(?=\s*(?:[.,;(]|$))`,
  ),
  found("prose", String.raw`(?<=(?:選択肢|正解は?|答えは?|选项|選項|答案是?|정답은?|보기|선택지)[:：]?\s*)${list}`),
  found("prose", String.raw`(?<=\b(?:[Bb]oth|[Nn]either|[Ee]ither)\s+)${longList}`),
  found("prose", String.raw`${start}(?:${span}|${list})(?=\s+(?:${verdict}|${foreignVerdict}))`),
  {
    by: "prose",
    pattern:
      /^(?:\([A-Za-z]\)|[A-Za-z]\)|[A-Z](?=:\s|\s+[-–—]\s|\.\s+(?:Incorrect|Correct|Wrong|Right|True|False|Not)\b))/y,
  },
  found("prose", String.raw`(?<=^(?:[Oo]nly\s+)?)(?:${longList}(?=(?:\s+only)?[.!]?$)|${token}(?=\s+only[.!]?$))`),
  { by: "prose", pattern: /(?<![\w.])[A-Z]\.\s+(?:and|or)\s+[A-Z](?=\.)/y },
  found("doubt", String.raw`${sentenceStart}(?:${span}|${longList})(?=\s+[a-z])`),
  { by: "doubt", pattern: /^[A-Z](?=\.\s+[A-Z])/y },
  found("doubt", String.raw`(?<=\b(?:[Oo]ptions?|[Cc]hoices?|[Aa]nswers?)(?:\s+(?:is|are))?:?\s+)${lower}`),
  found(
    "hint",
    String.raw`(?<=\b(?:[Oo]ptions?|[Cc]hoices?|[Aa]nswers?)(?:\s+(?:is|are|was|were))?:?\s+\**)(?=${article})A`,
  ),
  found("hint", String.raw`(?<=[A-Za-zÀ-ɏ]\s+)${longList}(?=\s+${verdict})`),
  found("hint", String.raw`${sentenceStart}(?:[B-HJ-Z](?=\s+[a-z]|['’]s\s)|A(?=\s+${verb}|['’]s\s))`),
  found(
    "hint",
    String.raw`(?<=\b(?:[Uu]nlike|[Ll]ike|[Ss]ee|[Aa]s\s+in|[Ss]ame\s+as|[Cc]ompared\s+(?:with|to)|[Ee]xcept|[Ww]hy(?:\s+not|\s+is)?|[Nn]ot|[Cc]hoose|[Ss]elect|[Pp]ick|[Ee]liminates?|[Rr]ules?\s+out|[Rr]uled\s+out|[Ll]eav(?:e|es|ing)(?:\s+only)?|[Hh]ence|[Ss]o|[Tt]hus|[Tt]herefore|[Ss]tatements?|[Ii]tems?|[Rr]esponses?)\s+)(?!A\s+(?!and\b|or\b|you\b)[a-z])${list}`,
  ),
  found(
    "hint",
    String.raw`(?<=\b[Ii]n\s+)${list}(?=,)|(?<=\b[Ww]ith\s+)${list}(?=\s+(?:you|we|it)\b|,)|(?<=,\s)${capital}(?=,\s)`,
  ),
  found("braces", String.raw`\{[A-Z]\}(?:${separator}\{[A-Z]\}){0,25}`),
];

/** What finds everything in a text whose only letters are in braces. */
export const bracePatterns = letterPatterns.filter(({ by }) => by === "braces");

const keyword =
  /\b(?:options?|choices?|answers?|alternatives?|distractors?|both|neither|either|unlike|like|see|as|to|with|in|except|not|why|choose|select|pick|eliminates?|out|leave|leaves|leaving|hence|so|thus|therefore|statements?|items?|responses?|correct|key|solution|ans)\b/i;
/** The same in other languages. */
const foreignKeyword =
  /Antwort|Auswahl|Lösung|Nur|épons|hoix|pción|pcion|espuesta|lternativ|pção|pções|espost|ispost|pzion|ntwoord|ptie|var(?:et)?\b|dpowied|pcj|evap|eçenek|твет|ариант|選|选|正解|答|정답|보기|선택/;
const lowerCase = /(?:ptions?|hoices?|nswers?)(?:\s+(?:is|are))?:?\s+[a-h](?![\w'’-])/;
const looseLetter = new RegExp(
  String.raw`(?<![A-Za-z{])(?:[B-Z]|A(?!\s(?!(?:isn|weren|aren|and|or|nor|to|thru|through|as|only|ist|sind|und|oder|es|est|son|sont|et|ou|${verb.slice(3, -3)})\b)[a-z]))(?![A-Za-z}])|(?<![A-Za-z])[A-Za-z]\)`,
);

/** False for most texts, and quick to tell: whether there is a word such as option, choice or answer. */
export function speaksOfOptions(text: string): boolean {
  return /ption|hoice|nswer/.test(text);
}

/** False for most texts, and quick to tell: whether any pattern for prose could find something. */
export function mayNameOptions(text: string): boolean {
  if (speaksOfOptions(text) && lowerCase.test(text)) return true;
  if (!hasLoneLetter(text)) return false;
  return (
    looseLetter.test(text) ||
    (/(?<![A-Za-z])A(?![A-Za-z])/.test(text) && (keyword.test(text) || foreignKeyword.test(text)))
  );
}

const loneCapital = /(?<![A-Za-z{])[A-Z](?![A-Za-z])/;
const letterAndBracket = /(?<![A-Za-z])[A-Za-z]\)/;

/** Whether a capital stands alone outside braces, or any letter alone before a bracket: quicker than what it spares. */
function hasLoneLetter(text: string): boolean {
  return loneCapital.test(text) || (text.includes(")") && letterAndBracket.test(text));
}

export function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
