import { anyCase, capital, inWord, list, separator, span, token } from "./letter-grammar.ts";
import { certainNouns } from "./option-nouns.ts";
import { PatternFamily } from "./pattern-family.ts";
import { phrases, type ReferencePhrase } from "./reference-phrase.ts";

/** Words that name options, in the languages that banks are written in. */
const keyWord = String.raw`(?:${anyCase(certainNouns)}|OPTIONS?|[Oo]pts?\.?|Auswahl|[Aa]ntwoord(?:en)?|[Oo]pties?|[Ss]var(?:et)?|[Aa]lternativ(?:et|en)?|[Oo]dpowied(?:ź|zi)|[Oo]pcj[ai]|[Cc]evap|[Ss]eçenek|[Оо]твет(?:ы|а)?|[Вв]ариант(?:ы|а)?)`;
const linking = String.raw`(?:is|are|was|were|(?:isn|aren|wasn|weren)['’]t|(?:would|must|should|could|can|cannot)\s+(?:not\s+)?be|not|therefore|thus|clearly|letters?|choices?|options?|here|ist|sind|lautet|lauten|wäre|är|er|blir|to|jest|es|son|est|sont|è|sono|é|são|la|le|a|a\s+letra|la\s+letra|(?:in)?correct[ao]?(?:e?s?)|donc|daher|somit|also|quindi|dunque|portanto|entonces|por\s+(?:lo\s+)?tanto|(?:in)?corret[ao]s?|corrett[aeio]|giust[aeio]|esatt[aeio]|exact[ao]s?|exactes?|justes?|adecuad[ao]s?|cert[ao]s?|bonnes?|only|also)`;
const quote = String.raw`\**["“'‘]?`;
/** An article and no name: "The answer is A stack". Words that no noun begins with speak for a name: "is A because". */
const article = String.raw`(?<=(?:\b(?:is|are|was|were|be)|:)\s+\**["“']?)A\s+(?!(?:is|was|isn|does|has|would|can|cannot|will|could|should|must|may|might|describes|refers|uses|and|or|nor|plus|to|thru|through|as|because|since|for|while|whereas|when|where|which|that|but|not|only|alone|if|unless|rather|instead|so|with|without|by|from|in|on|of|at|it|this|the)(?![\w-]|\s+(?:loop|clause|statement|expression|block)\b))[a-z]`;
const lower = String.raw`(?:[b-h]|a(?=\s*(?:[.,;:)]|$)|\s+(?:and|or|is|are|was|were)\b))(?![${inWord}'’-])(?:(?:\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+)[a-h](?![${inWord}'’-])){0,7}`;
/** Verdicts that come before a colon and the letters: "Correct: B", "Falsch: A, C". */
const headings =
  "Ans\\.?|Key|Explanation|Rationale|Erklärung|Begründung|Explication|Explicación|Explicação|[Cc]orrect|[Ii]ncorrect|[Ww]rong|[Rr]ight|False|True|Solutions?|Eliminated|Excluded|[Dd]istractors?|Lösung(?:en)?|[Rr]ichtig|[Ff]alsch|[Kk]orrekt|Fausses?|Justes?|Vraies?|[Cc]orrectas?|[Ii]ncorrectas?|Erradas?|Corretas?|Incorretas?|Certas?|Gabarito|Sbagliat[ae]|Corrett[ae]|Errat[ae]|Esatt[ae]|Verdadeiras?|Falsas?|Verdaderas?|Corrigé|Solución|Solução|Soluzione";

/** The only phrase that names options by small letters without a bracket. */
const withSmallLetters = String.raw`(?<=\b(?:[Oo]ptions?|[Cc]hoices?|[Aa]nswers?)(?:\s+(?:is|are))?:?\s+)${lower}`;
export const smallFamily = new PatternFamily([new RegExp(withSmallLetters, "g")]);

/** Phrases in which a word such as option, choice or answer says that the letters are those of options. */
export const keyedPhrases: readonly ReferencePhrase[] = phrases("keyed", [
  // "The correct response, C, follows from …"
  String.raw`(?<=\b(?:correct|right|best|wrong)\s+(?:answer|response|option|choice|alternative),\s+)${token}(?=,)`,
  String.raw`(?<=(?<![${inWord}])${keyWord}(?:\s+${linking}){0,4}(?::|\s=)?\s+(?:letra\s+|lettre\s+|lettera\s+|Buchstabe\s+|letter\s+)?(?:both\s+|either\s+|neither\s+|only\s+)?${quote})(?!${article})(?:${span}|${list})`,
  // "Both options (A and C)", "the slower choices: A, C".
  String.raw`(?<=(?<![${inWord}])${keyWord}\s*[([:–—]\s*${quote})${list}(?=\s*["”'’)]*\s*[)\].,;]|$)`,
  // "Of the remaining options, C is the cheapest."
  String.raw`(?<=\b(?:[Oo]f|[Aa]mong|[Bb]etween)\s+(?:(?:the|these|those|all)\s+(?:[a-z]+\s+){0,2}(?:options|choices|answers|alternatives|distractors)|these|those|the\s+(?:two|three|four|five|rest|others)),\s+(?:only\s+)?)${list}`,
  String.raw`(?<=\b(?:${headings})\s*[:=]\s*\**|\bAns\.\s+)${list}(?=\s*(?:[.,;(]|$|[–—-]\s|\n))`,
  String.raw`(?<=(?:選択肢|正解は?|答えは?|选项|選項|答案是?|정답은?|보기|선택지)[:：]?\s*)${list}`,
  withSmallLetters,
  String.raw`(?<=\b[Aa]nswer\s+key\s+(?:said|says|gave|gives|has|had|is|was|lists?)\s+)${list}`,
  String.raw`(?<=\bLösung(?:en)?\s+(?:ist|sind|lautet|wäre):?\s+)${list}`,
  // "Our answer, C, follows", "the right one (D)"
  String.raw`(?<=(?<![${inWord}])${keyWord},\s+)${capital}(?=,\s+[a-zà-ÿ])`,
  // "the right one is D", "the best of them is C"
  String.raw`(?<=\b(?:right|correct|best|wrong|only|remaining|safest|proper|expected|intended)\s+(?:one|ones|pick|picks|candidates?|response|responses|selection)\s+(?:here\s+)?(?:is|are|would\s+be|must\s+be|remains|remain):?\s+(?:therefore\s+|thus\s+|then\s+)?${quote})(?!${article})${list}`,
]);

export const bracePhrases: readonly RegExp[] = [
  /\{[A-Z](?:\s*,\s*[A-Z]){1,25}\}/y,
  new RegExp(String.raw`\{[A-Z]\}(?:${separator}\{[A-Z]\}){0,25}`, "y"),
];
