import {
  anyCase,
  capital,
  clauseStart,
  inWord,
  list,
  longList,
  sentenceStart,
  separator,
  span,
  token,
} from "./letter-grammar.ts";
import { foreignJudgement, foreignVerbs, judgement, oneVerb, severalVerb } from "./letter-verbs.ts";

/** Words that name options, in the languages that banks are written in. */
const keyWord = String.raw`(?:[Oo]ptions?|OPTIONS?|[Cc]hoices?|[Aa]nswers?|[Aa]lternatives?|[Dd]istractors?|Opts?\.?|Antwort(?:en|option(?:en)?|möglichkeit(?:en)?)?|[Rr]éponses?|[Rr]espuestas?|[Oo]pción|[Oo]pciones|[Rr]ispost[ae]|[Oo]pzion[ei]|[Oo]pç(?:ão|ões)|[Rr]espostas?|[Aa]lternativas?|Alternative(?:n)?|Option(?:en)?|Auswahl|[Cc]hoix|[Aa]ntwoord(?:en)?|[Oo]pties?|[Ss]var(?:et)?|[Aa]lternativ(?:et|en)?|[Oo]dpowied(?:ź|zi)|[Oo]pcj[ai]|[Cc]evap|[Ss]eçenek|[Оо]твет(?:ы|а)?|[Вв]ариант(?:ы|а)?)`;
const linking = String.raw`(?:is|are|was|were|(?:would|must|should|could|can|cannot)\s+(?:not\s+)?be|not|therefore|thus|clearly|letters?|choices?|options?|here|ist|sind|lautet|lauten|wäre|är|er|blir|to|jest|es|son|est|sont|è|sono|é|são|la|le|a|a\s+letra|la\s+letra|(?:in)?correct[ao]?(?:e?s?)|(?:in)?corret[ao]s?|corrett[aeio]|giust[aeio]|esatt[aeio]|exact[ao]s?|exactes?|justes?|adecuad[ao]s?|cert[ao]s?|bonnes?|only|also)`;
/** Words that may name an option and may name something else: only with a judgement. */
const statementWord = `(?:[Ss]tatements?|[Ii]tems?|[Rr]esponses?|[Cc]laims?|[Aa]ssertions?|[Ss]olutions?|Lösung(?:en)?|Aussagen?|Behauptung(?:en)?|[Aa]ffirmations?|[Pp]ropositions?|[Aa]firmaci(?:ón|ones)|[Aa]firmaç(?:ão|ões)|[Aa]ffermazion[ei]|[Ll]etras?|[Ll]ett(?:er[ae]|res?)|Buchstaben?|[Ii]tem|[Ii]nciso|[Ll]iteral)`;
const quote = String.raw`\**["“']?`;

/** An article and no name: "The answer is A stack". Words that no noun begins with speak for a name: "is A because". */
const article = String.raw`(?<=(?:\b(?:is|are|was|were|be)|:)\s+\**["“']?)A\s+(?!(?:is|was|isn|does|has|would|can|cannot|will|could|should|must|may|might|describes|refers|uses|and|or|nor|plus|to|thru|through|as|because|since|for|while|whereas|when|where|which|that|but|not|only|alone|if|unless|rather|instead|so|with|without|by|from|in|on|of|at|it|this|the)(?![\w-]|\s+(?:loop|clause|statement|expression|block)\b))[a-z]`;

const choosing =
  "unlike|apart\\s+from|exception\\s+of|(?:options?|choices?|answers?)\\s+other\\s+than|(?:go|going|went)\\s+with|(?:go(?:es|ing)?|went|opt(?:s|ed|ing)?|fall(?:s|ing)?|fell|argu(?:e|es|ed|ing)|vot(?:e|es|ed|ing)|settl(?:e|es|ed|ing)|plump(?:s|ed)?)\\s+for|(?:settl(?:e|es|ed|ing)|decid(?:e|es|ed|ing)|land(?:s|ed)?)\\s+(?:on|upon)|(?:tempted|misled|fooled|tricked)\\s+by|drawn\\s+to|lean(?:s|ing)?\\s+towards?|(?:examiners?|exam|author|item\\s+writer|question)\\s+(?:wants?|expects?|is\\s+after|asks?\\s+for|is\\s+looking\\s+for|looks?\\s+for)|(?:so|neither|nor)\\s+(?:is|are|does|do|did|can|would|could|has|have)|(?:to|can|may|we)\\s+(?:dismiss|eliminate|exclude|discount|disregard|reject|discard)|dismiss(?:es|ed|ing)?|cross(?:es|ed|ing)?\\s+out|strik(?:e|es|ing)\\s+out|(?:explanation|explaining|rationale|reason|case|argument|argue|arguing)\\s+(?:of|for|against)|(?:hesitat(?:e|ed|ing)|torn|choose|chose|choosing|decide|decided|deciding|undecided|waver|wavering)\\s+between|except|except\\s+for|all\\s+but|everything\\s+but|any(?:thing|one)?\\s+but|nothing\\s+but|compared\\s+(?:with|to)|as\\s+for|as\\s+in|same\\s+as|why|why\\s+(?:is|are|not)|regarding|concerning|in\\s+contrast\\s+to|contrary\\s+to|instead\\s+of|rather\\s+than|choose|chose|chosen|chooses|choosing|selects?|selected|selecting|picks?|picked|picking|eliminates?|eliminated|eliminating|rules?\\s+out|ruled\\s+out|ruling\\s+out|excludes?|excluding|discards?|rejects?|rejecting|(?:leaves?|leaving)(?:\\s+(?:us\\s+(?:with\\s+)?)?(?:only\\s+|just\\s+)?)?|hence|cannot\\s+be|can['’]t\\s+be|left\\s+with|(?:it|that)['’]s|it\\s+(?:is|must\\s+be|has\\s+to\\s+be)|(?:problem|trouble|flaw|error|mistake|issue)\\s+(?:with|in)|(?:true|holds?|goes|applies|said)\\s+(?:of|for)|(?:statement|claim|explanation|description|definition|wording|reasoning|argument|premise)s?\\s+(?:(?:given\\s+|made\\s+)?(?:in|of))|given\\s+in|described\\s+(?:in|by)|mentioned\\s+in|(?:think|thought|guess(?:ed)?|answered|marked|tick(?:ed)?)";
const foreignChoosing =
  "nur|bei|in\\s+(?:Antwort|Option)|für|auch|außer|statt|anstatt|alleen|behalve|bara|endast|tylko|im\\s+[Gg]egensatz\\s+zu|anders\\s+als|richtig\\s+(?:ist|sind|wäre|wären)(?:\\s+(?:daher|also|nur|somit))?|falsch\\s+(?:ist|sind)|korrekt\\s+(?:ist|sind)|(?:daher|somit|damit|also)\\s+(?:ist|sind|bleibt|bleiben)(?:\\s+nur)?|(?:bleibt|bleiben)\\s+(?:nur|allein)|seule?s?|sauf|excepté|contrairement\\s+à|à\\s+la\\s+différence\\s+de|c['’]est|il\\s+(?:ne\\s+)?reste\\s+(?:que|donc)|s[oó]lo|solamente|únicamente|excepto|salvo|a\\s+diferencia\\s+de|apenas|somente|s[óo]|exceto|ao\\s+contrário\\s+d[ae]|diferente(?:mente)?\\s+d[ae]|soltanto|solamente|tranne|eccetto|a\\s+differenza\\s+di|gabarito:?|choisir|retenir|écarter|éliminer|exclure|elegir|escoger|elegimos|seleccionar|marcar|escolher|escolhemos|assinalar|marca(?:r|mos)|scegliere|scartare|scartiamo|escludere|eliminare|elimina(?:r|mos)?|descart(?:a|ar|amos)";
const optionalArticle = String.raw`(?:(?:la|las|le|les|a|as|o|os|il|die|den)\s+)?`;

export interface ReferencePhrase {
  /** True where a word such as option, choice or answer says that the letters are those of options. */
  readonly isKeyed: boolean;
  readonly pattern: RegExp;
}

const keyed = (pattern: string): ReferencePhrase => ({ isKeyed: true, pattern: new RegExp(pattern, "y") });
const plain = (pattern: string): ReferencePhrase => ({ isKeyed: false, pattern: new RegExp(pattern, "y") });

const lower = String.raw`(?:[b-h]|a(?=\s*(?:[.,;:)]|$)|\s+(?:and|or|is|are|was|were)\b))(?![${inWord}'’-])(?:(?:\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+)[a-h](?![${inWord}'’-])){0,7}`;
/** No noun behind a capital A, no place in a menu behind any. */
const noNounAfter = String.raw`(?!A\s+(?!and\b|or\b|you\b|because\b|since\b|as\b|is\b|but\b|for\b|would\b|only\b|if\b|in\b|to\b|without\b|probably\b|likely\b|often\b|usually\b|[a-z]+ed\b|${oneVerb}\b)[a-z])`;
const notOnScreen = String.raw`(?!\s+(?:from|in|on)\s+the\s+(?:menu|list|screen|toolbar|dialog))`;
/** Two words that stand before one letter each: "neither A nor B", "sowohl A als auch B". */
const pairs: readonly (readonly [string, string])[] = [
  ["[Ww]eder", "noch"],
  ["[Ss]owohl", "als\\s+auch|wie(?:\\s+auch)?"],
  ["[Ee]ntweder", "oder"],
  ["[Nn]i", "ni"],
  ["[Nn]em", "nem"],
  ["[Nn][eé]", "n[eé]"],
  ["[Tt]anto", "como|quanto"],
  ["[Ss]ia", "sia|che"],
  ["[Ss]oit", "soit"],
  ["[Oo]u", "ou"],
  ["[Bb]oth|[Ee]ither|[Nn]either", "and|or|nor"],
];

/** The phrases that name options by letter, tried in this order where a letter stands; each matches the letters alone. */
export const referencePhrases: readonly ReferencePhrase[] = [
  // "The correct response, C, follows from …"
  keyed(String.raw`(?<=\b(?:correct|right|best|wrong)\s+(?:answer|response|option|choice),\s+)${token}(?=,)`),
  plain(String.raw`(?<=\b[Nn]one\s+of\s+)${longList}(?=\s+(?:is|are|was|were|does|do|would)\b)`),
  keyed(
    String.raw`(?<=(?<![${inWord}])${keyWord}(?:\s+${linking}){0,4}:?\s+(?:both\s+|either\s+|neither\s+)?${quote})(?!${article})(?:${span}|${list})`,
  ),
  // "Both options (A and C)", "the slower choices: A, C".
  keyed(String.raw`(?<=(?<![${inWord}])${keyWord}\s*[(:–—]\s*)${list}(?=\s*[).,;]|$)`),
  // "Of the remaining options, C is the cheapest."
  keyed(
    String.raw`(?<=\b[Oo]f\s+(?:(?:the|these|those)\s+(?:[a-z]+\s+)?(?:options|choices|answers|alternatives)|these|those|the\s+(?:two|three|four|five|rest)),\s+)${list}`,
  ),
  keyed(
    String.raw`(?<=\b(?:Ans\.?|Key|Correct|Incorrect|Wrong|Right|False|True|Solution|Falsch|Fausses?|Incorrectas?|Erradas?|Sbagliate|Verdadeiras?|Falsas?|Eliminated|Excluded|Distractors?|Lösung|Richtig|Correcta?|Gabarito|Corretta)\s*[:=]\s*\**|\bAns\.\s+)${list}(?=\s*(?:[.,;(]|$|[–—]))`,
  ),
  keyed(String.raw`(?<=(?:選択肢|正解は?|答えは?|选项|選項|答案是?|정답은?|보기|선택지)[:：]?\s*)${list}`),
  keyed(String.raw`(?<=\b(?:[Oo]ptions?|[Cc]hoices?|[Aa]nswers?)(?:\s+(?:is|are))?:?\s+)${lower}`),
  keyed(String.raw`(?<=\bLösung(?:en)?\s+(?:ist|sind|lautet|wäre):?\s+)${list}`),
  // "Our answer, C, follows", "the right one (D)"
  keyed(String.raw`(?<=(?<![${inWord}])${keyWord},\s+)${capital}(?=,\s+[a-zà-ÿ])`),
  // "La D es falsa", "a B está errada", "la C lo è"
  plain(
    String.raw`(?<=(?<![${inWord}])(?:${anyCase("la|a|las|as|o|os|il|le|les|die|de|het")})\s+)${list}(?=\s+(?:${foreignJudgement}|${foreignVerbs}|también|tampoco|también|também|lo\s+è|lo\s+es|anche|aussi|non\s+lo\s+è|no\s+lo\s+es|não\b|no\s+(?:es|son)\b))`,
  ),
  // "B → wrong", "✅ D – the depth", "C = correct"
  plain(
    String.raw`${clauseStart}${token}(?=\s*(?:→|->|=>|=|[-–—:✗✓✔✘❌✅])\s*(?:\*\*)?(?:wrong|right|correct|incorrect|true|false|yes|no|falsch|richtig|faux|vrai|correcto|incorrecto|falso|verdadero|certo|errado|[✗✓✔✘❌✅])(?![\w-]))`,
  ),
  plain(String.raw`(?<=[✗✓✔✘❌✅☑✖]\uFE0F?\s*)${token}(?=\s*[.:)–—-]|\s+[a-z])`),
  plain(String.raw`(?<=\b(?:[Bb]oth|[Nn]either|[Ee]ither)\s+)${longList}`),
  ...pairs.flatMap(([first, second]) => [
    plain(
      String.raw`(?<=(?<![${inWord}])(?:${first})\s+${optionalArticle})${capital}(?=\s+(?:${second})\s+${optionalArticle}${capital})`,
    ),
    plain(
      String.raw`(?<=(?<![${inWord}])(?:${first})\s+${optionalArticle}[A-Z]\s+(?:${second})\s+${optionalArticle})${capital}`,
    ),
  ]),
  plain(String.raw`${clauseStart}(?:${span}|${list})(?=\s+(?:${judgement}|${foreignJudgement}|${foreignVerbs}))`),
  plain(
    String.raw`(?<=(?<![${inWord}])${statementWord}\s+)${list}(?=\s+(?:${judgement}|${foreignJudgement}|nicht[.!]|dagegen\b))`,
  ),
  plain(
    String.raw`(?:^|(?<=\n))(?:\([A-Za-z]\)|\[[A-Z]\]|[A-Za-z]\)|[A-Z](?=:\s|\s+[-–—]\s|\.\s+(?:Incorrect|Correct|Wrong|Right|True|False|Not|No|Yes)\b|\s+(?:Incorrect|Correct|Wrong|Right|True|False)\b))`,
  ),
  plain(String.raw`(?<=^(?:[Oo]nly\s+)?)(?:${longList}(?=(?:\s+only)?[.!]?$)|${token}(?=\s+only[.!]?$))`),
  plain(String.raw`(?<![\w.])[A-Z]\.\s+(?:and|or)\s+[A-Z](?=\.)`),
  // "A (size), C (time) and D (layers)": each letter with its own words.
  plain(String.raw`(?:${capital})(?=\s\([^()]{1,80}\)\s*(?:,|and|or|und|et|y|e)\s+(?:(?:and|or)\s+)?[A-Z]\s\()`),
  plain(
    String.raw`(?<=(?<![A-Za-z])[A-Z]\s\([^()]{1,80}\)\s*(?:,|and|or|und|et|y|e)\s+(?:(?:and|or)\s+)?)${capital}(?=\s\()`,
  ),
  plain(
    String.raw`${sentenceStart}(?:\([A-Z]\)|\[[A-Z]\])(?=\s+[a-z])|(?<=\([A-Z]\)[^.!?\n()]{2,80}[,;]\s+(?:and\s+|but\s+|while\s+)?)\([A-Z]\)(?=\s+[a-z])`,
  ),
  plain(
    String.raw`(?<=(?<![${inWord}])(?:${anyCase(choosing)})\s+(?:both\s+|either\s+|neither\s+|only\s+|just\s+)?${quote})${noNounAfter}${list}(?!\s+[A-Z][a-z])${notOnScreen}`,
  ),
  plain(String.raw`(?<=(?<![${inWord}])(?:${anyCase(foreignChoosing)})\s+${optionalArticle})${list}(?!\s+[A-Z][a-z])`),
  plain(
    String.raw`(?<=\b(?:[Nn]ot|[Ss]ee|[Ss]o|[Tt]hus|[Tt]herefore|is)\s+)(?:${list})(?=\s*(?:[.,;:?!)]|$|but\b)|\s+(?:but|for)\s)`,
  ),
  // "What makes D right", "we call B wrong"
  plain(
    String.raw`(?<=\b(?:makes?|made|renders?|considers?|considered|calls?|calling|finds?|found|thinks?|deems?|proves?|marks?|marking)\s+)${list}(?=\s+(?:right|wrong|correct|incorrect|true|false|tempting|plausible|impossible|invalid|the\s+(?:right|best|correct|only))\b)`,
  ),
  // "Damit scheiden A und B aus"
  plain(
    String.raw`(?<=\b(?:scheide[tn]|komm(?:t|en)|fall(?:en)|fällt|treffen|trifft|passt|passen|stimmt|stimmen)\s+(?:(?:nur|auch|daher|also|somit|hier)\s+)?)${list}(?=\s+(?:(?:nicht|aber|auch|daher|hier)\s+)*(?:aus|weg|heraus|zu|in\s?[Ff]rage|infrage)(?![\w]))`,
  ),
  plain(String.raw`(?<=\bnot\s+[A-Z],?\s+but\s+(?:rather\s+)?)${capital}`),
  plain(String.raw`(?<=\b[Ff]or\s+)${list}(?=\s+to\s+be\s+(?:${"(?:in)?correct|true|right|the"})\b)`),
  plain(String.raw`(?<=(?:^|[.!?;]\s+|\n)(?:In|With|Like|For|Under|By)\s+)${list}(?=,)`),
  plain(String.raw`${clauseStart}${longList}(?=:\s)`),
  plain(
    String.raw`${clauseStart}${capital}(?=\s+(?:may|might|can|could|will|would|does|did)\s+(?:(?:also|not|well|indeed|at\s+first|easily)\s+)?(?:look|seem|sound|appear|feel|tempt|be\s+(?:tempting|right|correct|wrong|true|false))\b)`,
  ),
  plain(String.raw`(?<=\b[Oo]nly\s+|^[Oo]nly\s+)${list}(?=\s+[a-z])`),
  plain(
    String.raw`${clauseStart}(?:${span}|${longList})(?=\s+(?:${severalVerb}|(?:are|do|would|could|cannot|can['’]t|might|will|both|all)(?:n['’]t)?)\b)`,
  ),
  plain(
    String.raw`${clauseStart}${capital}(?=\s+(?:(?:also|only|simply|merely|just|never|actually|best|better|correctly|incorrectly|wrongly|exactly|fully|alone|at\s+least|still|really|even|already)\s+)?(?:${oneVerb}|has\s+(?:nothing|no\s+(?:bearing|effect|relation|relevance|connection))|makes\s+(?:no|little)\s+sense|gets\s+(?:it|this)|goes\s+too\s+far|comes\s+close|does\s+${severalVerb}|does(?:\s+not|n['’]t)|would|could|might|cannot|can['’]t)\b(?!['’]))`,
  ),
  plain(
    String.raw`${clauseStart}${capital}(?=['’]s\s+(?:claim|statement|wording|description|mistake|error|weakness|argument|reasoning|premise)\b)`,
  ),
];

/** In a sentence or text that certainly names other options, a letter where a clause begins, or compared, names one too. */
export const companionPhrases: readonly RegExp[] = [
  String.raw`${clauseStart}${capital}(?=\s+[a-zà-ÿ]|\s*[:=–—]\s|['’]s\s)`,
  String.raw`(?<=\b(?:than|like|as\s+does|as\s+do|to|with|and\s+only|in|from)\s+)${capital}(?=\s*[.,;:)]|$)`,
  String.raw`${clauseStart}${longList}(?=\s+[a-zà-ÿ])`,
  String.raw`(?<=(?:^|[.!?;,]\s+)(?:[Ii]n|[Ww]ith|[Uu]nder|[Ff]or|[Bb]y|[Ee]n|[Mm]it|[Aa]vec|[Cc]on|[Cc]om)\s+)${capital}(?=\s+(?:it|they|the|this|that|there|every|each|all|no|nothing|wird|ist|bleibt|le|la|il|elle|el|se|o)\b)`,
  String.raw`(?<=(?:[Aa]nders\s+als|[Ii]m\s+Gegensatz\s+zu|[Cc]ontrairement\s+à|[Aa]\s+diferencia\s+de|[Aa]o\s+contrário\s+d[ae]|[Aa]\s+differenza\s+di|[Uu]nlike)\s+[A-Z],?\s+(?:[a-zà-ÿ]+\s+)?)${capital}(?=\s+[a-zà-ÿ])`,
  String.raw`(?<=,\s(?:as\s+does|as\s+do|unlike|like|not)\s+)${list}`,
  String.raw`\([A-Z]\)`,
].map((pattern) => new RegExp(pattern, "y"));

/** A label before what is said of an option: "A: counts. B: measures." */
export const labelPhrase = new RegExp(
  String.raw`${clauseStart}[A-Z](?=\)|:\s|\.\s+["“(]?[A-Z0-9\uFFFC]|\s+[–—-]\s)\)?`,
  "y",
);

export const bracePhrases: readonly RegExp[] = [
  /\{[A-Z](?:\s*,\s*[A-Z]){1,25}\}/y,
  new RegExp(String.raw`\{[A-Z]\}(?:${separator}\{[A-Z]\}){0,25}`, "y"),
];
