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
import {
  foreignJudgement,
  foreignVerbs,
  judgement,
  oneDoes,
  oneSays,
  oneServes,
  severalDo,
  severalSay,
  severalServe,
} from "./letter-verbs.ts";
import { statementNouns } from "./option-nouns.ts";
import { phrases, type ReferencePhrase } from "./reference-phrase.ts";

/** A clause that supposes nothing ("If A fails") and is about no picture ("In the figure, A …"). */
const ownClause = String.raw`(?<!(?<![${inWord}])(?:[Ii]f|[Ww]hen|[Ww]henever|[Uu]nless|[Uu]ntil|[Oo]nce|[Ww]here|[Ss]uppose|[Aa]ssum(?:e|ing)|[Ii]magine|[Ll]et|[Gg]iven|[Ff]igure|[Dd]iagram|[Dd]rawing|[Cc]hart|[Gg]raph|[Pp]icture|[Tt]able|[Ss]chematic|[Tt]ransaction)(?![${inWord}])[^.!?;\n]{0,60})${clauseStart}`;
/** Words that may name an option and may name something else: only with a judgement. */
const statementWord = `(?:${anyCase(`${statementNouns}|items?|responses?|solutions?|Lösung(?:en)?|letras?|lett(?:er[ae]|res?)|Buchstaben?|inciso|literal`)})`;
const quote = String.raw`\**["“'‘]?`;
const optionalArticle = String.raw`(?:(?:la|las|le|les|a|as|o|os|il|die|den)\s+)?`;
/** No place in a menu. */
const notOnScreen = String.raw`(?!\s+(?:from|in|on)\s+the\s+(?:menu|list|screen|toolbar|dialog))`;
const adverbs =
  "(?:(?:also|only|simply|merely|just|never|actually|best|better|correctly|incorrectly|wrongly|exactly|fully|alone|at\\s+least|still|really|even|already|clearly|both|all|each|partly|further|likewise|again|directly|explicitly|completely|entirely|wholly|largely)\\s+)?";
/** What is done with options and hardly with anything else. */
const choosing =
  "(?:options?|choices?|answers?)\\s+other\\s+than|(?:go|going|went)\\s+with|no\\s+such\\s+thing\\s+as|point(?:s|ed|ing)?\\s+(?:clearly\\s+|directly\\s+|straight\\s+)?(?:to|towards?)|(?:opt(?:s|ed|ing)?|fall(?:s|ing)?|fell|argu(?:e|es|ed|ing)|vot(?:e|es|ed|ing)|settl(?:e|es|ed|ing)|plump(?:s|ed)?|go(?:es|ing)?|went)\\s+for|(?:settl(?:e|es|ed|ing)|decid(?:e|es|ed|ing)|land(?:s|ed)?)\\s+(?:on|upon)|(?:tempted|misled|fooled|tricked|seduced)\\s+by|(?:drawn|tempted)\\s+to|lean(?:s|ing)?\\s+towards?|(?:examiners?|exam|author|item\\s+writer|question)\\s+(?:wants?|expects?|is\\s+after|asks?\\s+for|is\\s+looking\\s+for|looks?\\s+for)|(?:to|can|may|we|you|could|should|must|therefore|thus)\\s+(?:dismiss|eliminate|strike|exclude|discount|disregard|reject|discard|choose|select|pick|prefer|rule\\s+out)|dismiss(?:es|ed|ing)?|cross(?:es|ed|ing)?\\s+out|strik(?:e|es|ing)\\s+out|(?:explanation|explaining|rationale|reason|case|argument|argue|arguing)\\s+(?:of|for|against)|(?:hesitat(?:e|ed|ing)|torn|choose|chose|choosing|decide|decided|deciding|undecided|waver|wavering)\\s+between|choose|chose|chosen|chooses|choosing|selects?|selected|selecting|picks?|picked|picking|eliminates?|eliminated|eliminating|rules?\\s+out|ruled\\s+out|ruling\\s+out|excludes?|excluding|discards?|discarding|rejects?|rejecting|(?:think|thought|guess(?:ed)?|answered|marked|tick(?:ed)?|marking|ticking|confus(?:e|es|ed|ing))|(?:would\\s+have\\s+|also\\s+)?accept(?:s|ed|ing)?";
/** What leads to an option, and may lead to something else. */
const leading =
  "(?:all|everything|anything|any|nothing|none|every\\s+(?:option|choice|answer))(?:\\s+of\\s+(?:the\\s+above|these|those|them))?\\s+(?:but|except|except\\s+for|save|apart\\s+from|other\\s+than|besides)|(?:the\\s+)?ones?\\s+(?:given\\s+)?(?:in|under)|(?:get|gets|getting|obtain|obtaining|arrive\\s+at|end(?:s|ed)?\\s+up\\s+(?:with|at))|why\\s+(?:is|are|not)|(?:leaves?|leaving)(?:\\s+us(?:\\s+with)?)?(?:\\s+(?:only|just))?|hence|what\\s+about|look(?:s|ing)?\\s+at|cannot\\s+be|can['’]t\\s+be|left\\s+with|(?:it|that)['’]s|it\\s+(?:is|must\\s+be|has\\s+to\\s+be)|(?:problem|trouble|flaw|error|mistake|issue|catch)\\s+(?:with|in)|(?:statement|claim|explanation|description|definition|wording|reasoning|argument|premise|command|query|configuration|rule|scenario|action|approach)s?\\s+(?:(?:given\\s+|made\\s+)?(?:in|of))|(?:difference|distinction)\\s+between|tell|stick\\s+(?:with|to)|(?:was|is|could)\\s+it";
const kinds =
  "step|example|type|part|function|feature|characteristic|symptom|cause|stage|activity|activitie|phase|tool|attack|control|protocol|measure|technique|method|algorithm|service|advantage|benefit|drawback|disadvantage|component|solution|approach|approache|countermeasure|process|processe|option|goal|practice|principle|responsibility|responsibilitie|task|format|strategy|strategie";
/** What is in a column, a place or a key, or is measured. */
const measured =
  "(?:columns?|cells?|rows?|values?|prices?|quantit|currents?|temperatures?|pressures?|voltages?|programs?|functions?|code|keys?|chords?|notes?|scales?|concerto|symphony|sonata|grades?|drives?|words?|names?|change|increase|decrease|rise|fall|drop|difference|interest|error|uncertainty|population|fields?|rate|growth)\\b";
/** The same words speak of letters of all kinds. */
const comparing =
  "unlike|apart\\s+from|exception\\s+of|except|except\\s+for|all\\s+but|everything\\s+but|anyone\\s+but|compared\\s+(?:with|to)|as\\s+for|as\\s+in|same\\s+as|regarding|concerning|as\\s+(?:much|well|fast|good|many|far|often|cheap|safe|likely)\\s+as|in\\s+contrast\\s+to|contrary\\s+to|instead\\s+of|rather\\s+than|(?:so|neither|nor)\\s+(?:is|are|does|do|did|can|would|could|has|have)|(?:true|holds?|goes|applies|said)\\s+(?:of|for)|given\\s+in|described\\s+(?:in|by)|mentioned\\s+in|explained\\s+(?:in|for|under)";
const foreignChoosing =
  "nur|warum\\s+nicht|pourquoi\\s+pas|por\\s+qu[eé]\\s+(?:no|não)|perché\\s+non|choisi|coché|marcaste|elegiste|escogiste|escolheu|marcou|(?:bei|in)\\s+(?:Antwort|Option)|außer|bis\\s+auf|à\\s+l['’]exception\\s+d(?:e|u)|excep(?:té|tuando)|(?:a|con)\\s+excepción\\s+de|(?:à|com)\\s+exceção\\s+d[ae]|(?:ad|con|a)\\s+eccezione\\s+(?:di|della)|(?:elimina|descarta|exclu[ei]|esclud)[a-z]*-se|il\\s+faut\\s+(?:choisir|retenir|écarter)|nos\\s+quedamos\\s+con|alleen|behalve|bara|endast|tylko|im\\s+[Gg]egensatz\\s+zu|anders\\s+als|richtig\\s+(?:ist|sind|wäre|wären)(?:\\s+(?:daher|also|nur|somit))?|falsch\\s+(?:ist|sind)|korrekt\\s+(?:ist|sind)|(?:daher|somit|damit|also)\\s+(?:ist|sind|bleibt|bleiben)(?:\\s+nur)?|(?:bleibt|bleiben)\\s+(?:nur|allein)|seule?s?|sauf|excepté|contrairement\\s+à|à\\s+la\\s+différence\\s+de|c['’]est|il\\s+(?:ne\\s+)?reste\\s+(?:que|donc)|s[oó]lo|solamente|únicamente|excepto|salvo|a\\s+diferencia\\s+de|apenas|somente|só|exceto|ao\\s+contrário\\s+d[ae]|diferente(?:mente)?\\s+d[ae]|soltanto|solamente|tranne|eccetto|a\\s+differenza\\s+di|gabarito:?|choisir|retenir|écarter|éliminer|exclure|elegir|escoger|elegimos|seleccionar|marcar|escolher|escolhemos|assinalar|marca(?:r|mos)|marque|assinale|escolha|elija|escoja|seleccione|choisissez|retenez|scegli|scegliete|si\\s+(?:esclud(?:e|ono)|scarta(?:no)?)|se\\s+(?:descartan?|excluyen?|eliminan?|excluem|descartam)|on\\s+(?:écarte|élimine|exclut|retient)|scegliere|scartare|scartiamo|escludere|eliminare|elimina(?:r|mos)?|descart(?:a|ar|amos)|(?:man|wir|du|Sie)\\s+(?:wählt|wählen|wählst|nimmt|nehmen)|quedan?\\s+(?:solo\\s+)?|resta(?:m)?\\s+(?:apenas\\s+)?|(?:resta(?:no)?|riman(?:e|gono))\\s+(?:solo\\s+)?";
const foreignArticles = "la|a|las|as|o|os|il|le|les|die|de|het";

/** Two words that come before one letter each: "neither A nor B", "sowohl A als auch B". */
const pairs =
  String.raw`[Ww]eder noch;[Ss]owohl als\s+auch|wie(?:\s+auch)?;[Ee]ntweder oder;[Nn]i ni;[Nn]em nem;[Nn][eé] n[eé]
[Tt]anto como|quanto;[Ss]ia sia|che;[Ss]oit soit;[Oo]u ou`
    .split(/[;\n]/)
    .map((pair) => pair.split(" "));

/** "A (the oral route) can be struck out", "D, although popular, violates it" */
const aside = String.raw`(?:\s\([^()]{1,80}\)|,\s(?:although|though|while|however|too|despite|even|if|on)\b[^,.;!?]{0,60},|["”])?`;
const afterWord = (words: string) => String.raw`(?<=(?<![${inWord}])(?:${words})\s+`;

/** What is said of these letters is said of answers. */
const judged: readonly string[] = [
  String.raw`${afterWord(anyCase(choosing))}(?:both\s+|either\s+|neither\s+|only\s+|just\s+)?${quote})${list}(?!\s+[A-Z][a-z])${notOnScreen}`,
  String.raw`(?<=\b[Nn]one\s+of\s+)${longList}(?=\s+(?:is|are|was|were|does|do|would)\b)`,
  // "La D es falsa", "a B está errada", "la C lo è"
  String.raw`${afterWord(anyCase(foreignArticles))})${list}(?=\s+(?:${foreignJudgement}|${foreignVerbs}|lo\s+è|lo\s+es|non\s+lo\s+è|no\s+lo\s+es))`,
  // "B → wrong", "✅ D – the depth", "C = correct"
  String.raw`${clauseStart}${token}(?=\s*(?:→|->|=>|=|[-–—:✗✓✔✘❌✅])\s*(?:\*\*)?(?:wrong|right|correct|incorrect|true|false|yes|no|falsch|richtig|faux|vrai|correcto|incorrecto|falso|verdadero|certo|errado|[✗✓✔✘❌✅])(?![\w-]))`,
  String.raw`(?<=[✗✓✔✘❌✅☑✖]\uFE0F?\s*)${token}(?=\s*[.:)–—-]|\s+[a-z]|\s*(?:$|\n))`,
  String.raw`${clauseStart}${token}(?=\s*[✗✓✔✘❌✅])`,
  // "D" is correct
  String.raw`(?<=(?:^|[.!?;:,]\s+|\n)["“'‘])${capital}(?=["”'’]\s+(?:${judgement}|${oneSays}))`,
  // "Clearly C.", "D, obviously.", "D it is."
  String.raw`(?<=(?:^|[.!?]\s+|\n)(?:Clearly|Obviously|Definitely|Certainly|Surely|Probably|Hence|Thus),?\s+)${list}(?=\s*(?:[.!]|$))`,
  String.raw`${sentenceStart}${capital}(?=(?:,\s+(?:obviously|clearly|of\s+course|definitely|naturally)|\s+it\s+(?:is|was|must\s+be))\s*(?:[.!,]|$))`,
  String.raw`${clauseStart}(?:${span}|${list})(?=${aside}\s+(?:${judgement}|${foreignJudgement}))`,
  // "Nicht D, sondern E", "No es la D, sino la E"
  String.raw`(?<=(?<!\p{L})(?:[Nn]icht|[Nn]o\s+es(?:\s+la)?|[Nn]ão\s+é\s+a|[Nn]on\s+è\s+la|[Cc]e\s+n['’]est\s+pas(?:\s+la)?)\s+)${capital}(?=,?\s+(?:sondern|sino|mas\s+sim|mas|bensì|ma|mais)\s+(?:(?:la|a)\s+)?[A-Z](?![\w]))`,
  String.raw`(?<=(?<!\p{L})[A-Z],?\s+(?:sondern|sino|mas\s+sim|bensì)\s+(?:(?:la|a)\s+)?)${capital}`,
  // "B wäre nur bei einer GmbH richtig"
  String.raw`${clauseStart}${list}(?=\s+(?:ist|sind|wäre|wären)\s[^.!?;:,\n]{2,60}\s(?:falsch|richtig|korrekt|zutreffend|zulässig|unzulässig|möglich|erforderlich)\s*(?:[.,;]|$))`,
  String.raw`${afterWord(statementWord)})${list}(?=\s+(?:${judgement}|${oneSays}|${severalSay}|${foreignJudgement}|${foreignVerbs}|nicht[.!]|dagegen\b))`,
  String.raw`(?:^|(?<=\n))(?:(?:\([A-Za-z]\)|\[[A-Z]\]|[A-Za-z]\))(?!${separator}${token})|[A-Z](?=:?\.?\s+(?:[-–—]\s+)?(?:Incorrect|Correct|Wrong|Right|True|False|Not|No|Yes)\b))`,
  String.raw`(?<=^(?:[Oo]nly\s+)?)(?:${longList}(?=(?:\s+only)?[.!]?$)|${token}(?=\s+only[.!]?$))`,
  // "the hazard analysis – D – comes first", "Errada a B: …"
  String.raw`(?<=\p{Ll}{2}\s[–—]\s)${capital}(?=\s[–—]\s|\s*[.;]|\s*$)`,
  String.raw`(?<=(?:^|[.!?;]\s+)(?:Errada|Certa|Correta|Incorreta|Falsa|Correcta|Incorrecta|Sbagliata|Corretta)\s+(?:l?a\s+))${capital}(?=\s*[:,.])`,
  // "C and E. Both commands …", "The drug of choice is adrenaline → B."
  String.raw`(?<=^)${longList}(?=[.:]\s+\p{Lu})`,
  String.raw`(?<=\p{Ll}{3}\s*(?:→|⇒)\s*)${list}(?=\s*[.,;]|$)`,
  // "A (size), C (time) and D (layers)": each letter with its own words.
  String.raw`(?:${capital})(?=\s\([^()]{1,80}\)\s*(?:,|and|or|und|et|y|e)\s+(?:(?:and|or)\s+)?[A-Z]\s\()`,
  // "What makes D right", "we call B wrong", "For A to be true"
  String.raw`(?<=\b(?:makes?|made|renders?|considers?|considered|calls?|calling|finds?|found|thinks?|deems?|proves?|marks?|marking)\s+)${list}(?=\s+(?:right|wrong|correct|incorrect|true|false|tempting|plausible|impossible|invalid|the\s+(?:right|best|correct|only))\b)`,
  String.raw`(?<=\b[Ff]or\s+)${list}(?=\s+to\s+be\s+(?:(?:in)?correct|true|right|the)\b)`,
  String.raw`${clauseStart}${capital}(?=\s+(?:may|might|can|could|will|would|does|did)\s+(?:(?:also|not|well|indeed|at\s+first|easily)\s+)?(?:look|seem|sound|appear|feel|tempt|be\s+(?:tempting|right|correct|wrong|true|false))\b)`,
  // "Damit scheiden A und B aus"
  String.raw`(?<=\b(?:scheide[tn]|komm(?:t|en)|fall(?:en)|fällt|treffen|trifft|passt|passen|stimmt|stimmen)\s+(?:\p{Ll}+\s+){0,2})${list}(?=\s+(?:(?:nicht|aber|auch|daher|hier)\s+)*(?:aus|weg|heraus|zu|in\s?[Ff]rage|infrage)(?![\w]))`,
];

/** What statements and options do, or what is done with them. */
const likely: readonly string[] = [
  // "A and B are steps of the process", "B is a hardware solution", "D is the only stateless protocol"
  String.raw`${clauseStart}${longList}(?=\s+are\s+(?:both\s+|all\s+|merely\s+|only\s+)?(?:[a-z-]+\s+){0,2}(?:${kinds})(?:s|es)?\b)`,
  String.raw`${clauseStart}${capital}(?=\s+is\s+(?:only\s+|merely\s+|just\s+|also\s+)?an?\s+(?:[a-z-]+\s+){1,2}(?:${kinds})\b)`,
  String.raw`${clauseStart}${list}(?=\s+(?:is|are)\s+(?:also\s+|therefore\s+|thus\s+)?the\s+only\s+[a-z])`,
  // "Remember that B requires an index", "The trick is that B and D say the same"
  String.raw`(?<=\b(?:[Rr]emember|[Nn]ote|[Nn]otice|[Oo]bserve|[Rr]ecall|mind|aware|(?:trick|point|catch|problem|clue|reason)\s+is)\s+that\s+)${list}(?=\s+(?:${oneSays}|${severalSay}|${oneDoes}|${severalDo}|say|says)\b)`,
  // "C creates a deadlock", "D and E can also help": what is done by an option, and by nothing that only a letter names
  String.raw`${ownClause}(?:${span}|${longList})(?=\s+(?:${adverbs}(?:${severalServe})|(?:do\s+not|don['’]t|cannot|can['’]t|would|could|might|can\s+(?:also|only|be))(?:n['’]t)?)\b)`,
  String.raw`${ownClause}${capital}(?=\s+${adverbs}(?:${oneServes}|does(?:\s+not|n['’]t)|would(?!\s+be\s+even)|could|might|cannot|can['’]t)\b(?!['’]))`,
  // "La A et la C sont des erreurs", "la C habla de otra cosa", "On élimine la A : elle …", "l'erreur de la B"
  String.raw`(?<=(?<!\p{L})(?:[Ll]as?|[Dd]ella|[Aa]lla|[Nn]ella|[Dd]alla|[Dd]as?|[Nn]as?|às?)\s+)${list}(?=\s*[,.;:)]|\s*$|\s+(?!de\b|del\b|d['’]|di\b|may[úu]sc|majusc|maiusc|min[úu]sc|mineur|majeur|menor|mayor|minore|maggiore)[a-zà-ÿ])`,
  String.raw`(?<=(?<!\p{L})(?:es|est|è|é)\s+(?:el|le|il|o)\s+)${capital}(?=\s*[,.;:)]|\s*$)`,
  String.raw`(?<=(?<![${inWord}])(?:[Nn]othing|[Ee]verything|[Ww]hat\s+is|[Tt]he\s+\w+)\s+in\s+)${list}(?=\s+(?:${oneSays})\b)`,
  // "die in B genannten Ports", "assurés respectivement par E et B", "sodass E übrig bleibt"
  String.raw`(?<=(?<!\p{L})(?:in|unter|bei)\s+)${list}(?=\s+(?:genannt|beschrieben|angegeben|aufgeführt|erwähnt|gezeigt|behauptet)(?:e[nrsm]?)?(?!\p{L}))`,
  String.raw`(?<=(?<!\p{L})(?:respectively|respectivement|respectivamente|rispettivamente|beziehungsweise),?\s+(?:by|in|to|par|por|da|dalle|con|durch|von|in|à|a|em)\s+)${longList}`,
  // "Le piège est en B", "Der Fehler liegt in A"
  String.raw`(?<=(?<!\p{L})(?:piège|erreur|faute|error|trampa|fallo|erro|armadilha|errore|trappola|Fehler|Falle|Haken|trap|mistake|catch)\s+(?:est|está|es|è|é|ist|liegt|steckt|is|lies)\s+(?:en|dans|in|bei|em|with)\s+)${list}(?=\s*[,.;:)]|\s*$|\s+[a-zà-ÿ])`,
  // "Wer A wählt, …", "Mit C liegt man richtig"
  String.raw`(?<=(?:^|[.!?;:,]\s+|\n)[Ww]er\s+)${list}(?=\s+(?:wählt|gewählt|nimmt|ankreuzt|angekreuzt|antwortet|sagt|tippt)(?!\p{L}))`,
  String.raw`(?<=(?:^|[.!?;:,]\s+|\n)[Mm]it\s+)${list}(?=\s+(?:liegt|liegen)\s+(?:man|Sie)\s+(?:richtig|falsch)(?!\p{L}))`,
  String.raw`(?<=(?<!\p{L})(?:[Ww]hoever|[Qq]uien|[Qq]uem|[Cc]hi|[Qq]ui)\s+(?:picks?|picked|chooses?|chose|selects?|selected|elige|elija|marcó|marcou|marque|escolheu|escolhe|sceglie|ha\s+scelto|choisit)\s+(?:l?a\s+)?)${list}`,
  // "Between B and D, only D survives", "Tra C e D la differenza …"
  String.raw`(?<=(?:^|[.!?;]\s+|\n)(?:Between|Zwischen|Entre|Tra|Fra)\s+${optionalArticle})${longList}(?=,?\s+(?:only|nur|seule?|solo|sólo|apenas|choose|pick|the\s+difference|la\s+d[ie]ff?er|a\s+diferença|der\s+Unterschied|besteht)(?![a-zà-ÿ]{0,3}\p{Lu}))`,
  // "C because only a firewall inspects it", "Zu C: der Puffer ist voll"
  String.raw`${sentenceStart}${list}(?=(?:,?\s+(?:because|since)|\.\s+(?:Because|Since))\s)`,
  // "The formula in C has the rate in the wrong place"
  String.raw`(?<=\b[Tt]he\s+(?:[a-z’'-]+\s+){0,3}(?!${measured})[a-z-]+\s+in\s+)${list}(?=\s+(?:has|have|is|are|was|were|would|does|do|could|cannot|${oneSays}|${severalSay}|${oneServes}|${severalServe})\b)`,
  String.raw`(?<=(?:^|[.!?]\s+|\n)(?:Zu|Ad|Re|On|Regarding|Pour|Para|Per|Sobre|Concernant)\s+)${list}(?=\s*:)`,
  String.raw`(?<=\bso\s+)${list}(?=\s+(?:is|are)\s+(?:better|worse|cheaper|faster|safer|preferable)\b)`,
  // "Letra E: errada", "Já a B trata", "Quant à la B", "En cuanto a la C"
  String.raw`(?<=(?<![${inWord}])(?:[Ll]etra|[Ii]tem|[Ii]nciso|[Ll]iteral|[Ll]ettera|[Ll]ettre|Buchstabe)\s+)${list}(?=\s*[:=–—-]\s*(?:(?:in)?corret|(?:in)?correct|ERRAD|CERT|(?:IN)?CORRET|(?:IN)?CORRECT|FALS|VERDAD|errad|cert[ao]|fals|verdad|errat|sbagl|faux|vrai|falsch|richtig))`,
  String.raw`(?<=(?<![${inWord}])(?:[Jj]á\s+[ao]s?|[Qq]uant\s+(?:à\s+la|à|au)|[Ee]n\s+cuanto\s+a(?:\s+las?)?|[Qq]uanto\s+(?:à|às|alla|alle|ad?)|[Hh]insichtlich)\s+)${list}(?=\s*,|\s+(?:trata|fala|descreve|refere)|\s+[a-zà-ÿ]+\s)`,
  // "D and B are the cheapest and the fastest, respectively", "A/D (size/depth) are set once"
  String.raw`${clauseStart}${longList}(?=\s[^.!?\n]{3,160}\b(?:respectively|beziehungsweise|respectivamente|respectivement|rispettivamente|in\s+that\s+order)\b)`,
  String.raw`${clauseStart}${longList}(?=\s\((?:[^(),;/]{2,40}(?:[,;/]|,?\s+(?:and|or))\s*){1,5}[^(),;/]{2,40}\)\s+[a-z])`,
  // "B (the mean) is pulled up; C (the median) is not"
  String.raw`${clauseStart}${capital}(?=\s\([^()]{1,80}\)\s+[a-z][^.!?\n()]{0,100}[;,]\s+(?:(?:and|but|while|whereas)\s+)?[A-Z]\s\()`,
  String.raw`${clauseStart}${capital}(?=\s+(?:is|would\s+be)\s+(?:the\s+(?:textbook\s+)?definition|an?\s+(?:definition|description|example))\s+of\s)`,
  String.raw`(?<=\bof\s+the\s+(?:remaining|other|last)\s+(?:two|three|four),?\s+(?:only\s+)?)${capital}(?=\s+(?:is|has|does|would|needs)\b)`,
  // "A is about validity", and no "A is about 3 m"
  String.raw`${clauseStart}${list}(?=\s+(?:is|are)\s+(?:all\s+|only\s+|both\s+|not\s+)?about\s+(?!as\b|half\b|twice\b|to\b|the\s+(?:same|size)\b|an?\s|\d|one\b|two\b|three\b)[a-z]{3,})`,
  String.raw`(?<=(?:^|[.!?;,]\s+)[Bb]ei\s+)${list}(?=\s+[a-zà-ÿ])`,
  String.raw`(?<=\b(?:note|remark|comment|explained)\s+(?:at|on|under|for|to)\s+)${list}(?=\s|[.,;:)]|$)`,
  String.raw`${clauseStart}${list}(?=\s+(?:is|are)\s+(?:not\s+)?(?:what\s|how\s|why\s|when\s|where\s))`,
  String.raw`(?<=(?:^|[.!?;:,]\s+|\n|\b(?:that|and|but|so|because|since|as|if|while|although|here|hence|thus|therefore|of|is|are|need|require)\s+)(?:[Bb]oth|[Nn]either|[Ee]ither)\s+)${longList}`,
  ...pairs.map(
    ([first = "", second = ""]) =>
      String.raw`${afterWord(first)}${optionalArticle})${capital}(?=\s+(?:${second})\s+${optionalArticle}${capital})`,
  ),
  String.raw`${clauseStart}(?:${span}|${list})(?=\s+(?:${foreignVerbs}))`,
  // "A) and C) are about time, B) about size": no colon that an enumeration of something else follows.
  String.raw`(?:^|(?<=[.!?;,]\s+|\n|(?<![${inWord}])(?:but|while|whereas|aber|mais|pero|mas|ma)\s+))[A-Z]\)(?:${separator}[A-Z]\))*(?=\s+[a-zà-ÿ])`,
  String.raw`(?:^|(?<=\n))[A-Z](?=:\s|\s+[-–—]\s)`,
  String.raw`(?<![\w.])[A-Z]\.\s+(?:and|or)\s+[A-Z](?=\.)`,
  String.raw`${sentenceStart}(?:\([A-Z]\)|\[[A-Z]\])(?=\s+[a-z])|(?<=\([A-Z]\)[^.!?\n()]{2,80}[,;]\s+(?:and\s+|but\s+|while\s+)?)\([A-Z]\)(?=\s+[a-z])`,
  String.raw`${afterWord(anyCase(leading))}(?:both\s+|either\s+|neither\s+|only\s+|just\s+)?${quote})${list}(?!\s+[A-Z][a-z])${notOnScreen}`,
  String.raw`${afterWord(anyCase(foreignChoosing))}${optionalArticle})${list}(?!\s+[A-Z][a-z])`,
  String.raw`(?<=\b(?:[Nn]ot|[Ss]ee|[Ss]o|[Tt]hus|[Tt]herefore|is)\s+)(?:${list})(?=\s*(?:[.,;:?!)]|$|but\b)|\s+(?:but|for|because|since)\s)`,
  String.raw`(?<=(?:^|[.!?;]\s+|\n)(?:As\s+for|Regarding|Concerning|Compared\s+(?:with|to)|In\s+contrast\s+to|Contrary\s+to)\s+)${list}(?=,)`,
  String.raw`(?<=(?:^|[.!?;]\s+|\n)(?:In|With|Like|Under|By)\s+)[ABEFGH](?=,)|(?<=(?:^|[.!?;]\s+|\n)(?:With|Under|In)\s+)${capital}(?=,?\s+(?:you|we|one|nothing|nobody)\b|,\s+(?:the|an?|there|it|they|every|each|no|all)\s[^.!?\n]{0,80}\b(?:would|could)\b)`,
  String.raw`(?<=\b[Oo]nly\s+|^[Oo]nly\s+)${list}(?=\s+[a-z])`,
  String.raw`${clauseStart}(?:${span}|${longList})(?=\s+(?:${adverbs}${severalSay}|would|could|might|(?:do|does)\s+not\s+${severalSay}|(?:are|do|will|can|could|may|might|must|should|have|both|all)(?:n['’]t)?\s+(?:both|all|each)|both|all)\b)`,
  String.raw`${clauseStart}${token}(?:\s*,\s*${token}){1,8},?\s+(?:and|or|und|et|y|e)\s+${token}(?=\s+(?:are|do|can|have|${severalDo})\b)`,
  String.raw`(?<=\b(?:which|that|this)\s+is\s+(?:precisely\s+|exactly\s+)?why\s+)${list}(?=\s+(?:is|are|does|do|gets|fails|has|cannot)\b)`,
  String.raw`(?<=\bwhat\s+)${list}(?=\s+(?:says?|states?|claims?|describes?|means|mean|suggests?)\b)`,
  String.raw`(?<=\b(?:separates?|distinguish(?:es)?)\s+)${capital}(?=\s+from\s+[A-Z](?![\w]))|(?<=\b(?:separates?|distinguish(?:es)?)\s+[A-Z]\s+from\s+)${capital}`,
  String.raw`${ownClause}${capital}(?=${aside}\s+${adverbs}(?:has\s+it\s+(?:backwards|right|wrong|the)|wins(?=\s*[:.,;])|${oneSays}|has\s+(?:nothing|no\s+(?:bearing|effect|relation|relevance|connection))|makes\s+(?:no|little)\s+sense|gets\s+(?:it|this)|goes\s+(?:too\s+far|beyond|further)|comes\s+close|takes\s+(?:priority|precedence)|plays\s+on|falls\s+short|does\s+(?:${severalSay}|${severalDo})|does(?:\s+not|n['’]t)\s+(?:${severalSay})|(?:would|could|might)\s+(?:only|not|also|${severalSay}))\b(?!['’]))`,
  String.raw`${clauseStart}${capital}(?=['’]s\s+(?:claim|statement|wording|description|mistake|error|weakness|argument|reasoning|premise|problem|flaw|drawback|fault|shortcoming|downside|disadvantage|command|query)\b)`,
];

/** What is said of all kinds of things. */
const possible: readonly string[] = [
  String.raw`(?<=\b(?:both|neither|either)\s+)${longList}`,
  String.raw`(?:^|(?<=\n))[A-Z](?=\.\s)`,
  String.raw`${afterWord(anyCase(comparing))}(?:both\s+|either\s+|neither\s+|only\s+|just\s+)?${quote})${list}(?!\s+[A-Z][a-z])${notOnScreen}`,
  // In a text that speaks of options, a letter where a clause begins, or compared, is one, too.
  String.raw`${clauseStart}(?:${span}|${longList})(?=\s+[a-zà-ÿ])`,
  String.raw`${clauseStart}${capital}(?=\s+[a-zà-ÿ]|\s*[:=–—]\s|['’]s\s)`,
  String.raw`(?<=(?:[Aa]nders\s+als|[Ii]m\s+Gegensatz\s+zu|[Cc]ontrairement\s+à|[Aa]\s+diferencia\s+de|[Aa]o\s+contrário\s+d[ae]|[Aa]\s+differenza\s+di|[Uu]nlike)\s+[A-Z],?\s+(?:[a-zà-ÿ]+\s+)?)${capital}(?=\s+[a-zà-ÿ])`,
  String.raw`\([A-Z]\)`,
];

/** Phrases without a word for options, the surest first; each is tried where a letter stands. */
export const barePhrases: readonly ReferencePhrase[] = [
  ...phrases("judged", judged),
  ...phrases("likely", likely),
  ...phrases("possible", possible),
];

/** A label before what is said of an option: "A: counts. B: measures." */
export const labelPhrase = new RegExp(
  String.raw`${clauseStart}[A-Z](?=\)|:\s|\.\s+["“(]?[A-Z0-9\uFFFC]|\s+[–—-]\s|\s+(?:=|→|->|=>)\s+\p{L}{2,}|(?<=^[A-Z])\s+(?:is|are|was|would|does|can|has)\s)\)?`,
  "uy",
);
