import { isSmallEnglishWord, mayBePast } from "./english-article.ts";
import { foreignVerbs, severalDo, severalSay } from "./letter-verbs.ts";
import { thingsThatAreVerbs } from "./named-things.ts";
import { countOfThings } from "./other-nouns.ts";
import type { Language } from "./sentence-language.ts";

/** What stands around the words for a place. */
export interface PlaceContext {
  readonly before: string;
  readonly after: string;
  /** Whether the words name several: "the last two", "the first and the last". */
  readonly isGroup: boolean;
}

/** How a language says "the first", "the last two", and how one can tell that a noun follows. */
export interface PlaceGrammar {
  readonly language: Language;
  /** With the space behind them. */
  readonly articles: string;
  readonly places: string;
  readonly numerals: string;
  readonly joins: string;
  /** What the words look like where they name several without a numeral. */
  readonly plural: RegExp;
  /** Whether a noun follows that says of what: "the first step". Everything else may be an option. */
  readonly hasNoun: (context: PlaceContext) => boolean;
  /** A number of things that are no options, of which the words may speak: "two modes". */
  readonly severalThings: RegExp;
  /** Words for one of two that were just named. */
  readonly ofPair: RegExp;
  /** What joins two such things: "TCP and UDP". */
  readonly pair: RegExp;
}

const isOver = /^\s*(?:[.,;:!?()\]”"’…/]|[–—-]\s|$)/;
const nextWord = (after: string) => /^\s+([\p{L}'’-]+)/u.exec(after)?.[1];
const afterWord = (after: string, word: string) => after.slice(after.indexOf(word) + word.length);

/** Small words that come before a noun all the same: "the last such case". */
const beforeNoun = /^(?:such|more|other|less|much|many|few|same|own)$/;
const plural = /(?:[^su]s|people|men|women|children|data|criteria|phenomena|media|mice|feet)$/;
const baseVerbs = new RegExp(
  `^(?:${severalDo}|${severalSay}|use|work|run|make|take|give|get|go|do|see|hold|let|set|put|show|store|encrypt|encode|send|return|call|share|have|are|were|come|mean|belong|refer|concern|deal|differ|serve|help|happen|occur|remain|look|sound|act|apply|rely)$`,
);
/** Nouns that end as a verb in the third person does and are none. */
const pluralHead =
  /^\s+[\p{L}'’-]+(?:\s+(?:in|out|on|at|to|for|from)(?:\s+\p{L}+)?)?\s+(?:of|are|were|have|do|did|had|can|will|may|must|should|could|would|that|which|who)\b/u;
const preposition =
  /\b(?:in|on|at|during|for|within|over|since|until|till|of|by|between|from|to|after|before|under|with)\s+$/i;
const singularInS = /(?:ss|us|ous|is|[^aeiou]as)$|^(?:series|species|lens|news|gas|bias|canvas|atlas|alias|means)$/;

/** "All but the second presume …" */
const excepting = /\b(?:all|everything|any|anything|none|nothing)\s+(?:but|except)\s+$/i;

function hasEnglishNoun({ before, after, isGroup }: PlaceContext): boolean {
  if (isOver.test(after) || excepting.test(before)) return false;
  const next = nextWord(after);
  if (next === undefined || /^\p{Lu}/u.test(next)) return true;
  if (/^ones?$/.test(next)) return false;
  if (next === "of")
    return !/^\s+of\s+(?:these|those|them|(?:the\s+)?(?:options|choices|answers|alternatives|distractors)|the\s+(?:list|lot|bunch)|(?:the\s+|all\s+)?(?:two|three|four|five|six|\d+)(?!\d|\s+\p{L}{3,}s\b))/u.test(
      after,
    );
  if (/^(?:to|in|on|at)$/.test(next) && /\b(?:was|were|became|among|as)\s+$/.test(before)) return true;
  if (next === "to" && /\b(?:is|are|be|being|not)\s+$/.test(before)) return true;
  if (isSmallEnglishWord(next)) return beforeNoun.test(next);
  if (/\b(?:none|one|each|either|neither)\s+of\s+$/i.test(before) && /s$/.test(next)) return pluralHead.test(after);
  if (isGroup) return isPluralNoun(next, after) || preposition.test(before);
  return isSingularNoun(next, before, after);
}

/** What a word before a noun ends like, and hardly a verb: "the first two normal forms". */
const adjective =
  /(?:[^e]al|ic|ous|ive|ary|[ai]ble|ful|less|ern|ar|ing)$|^(?:high|low|new|old|long|short|big|small|large|great|main|major|minor|whole|full|even|odd|bad|good|upper|lower|outer|inner)$/;

/** "the last two days", "the first two normal forms"; and no "the last two apply to …", "the last two exceed limits" */
function isPluralNoun(next: string, after: string): boolean {
  if (baseVerbs.test(next)) return false;
  if (plural.test(next)) return true;
  const second = nextWord(afterWord(after, next));
  const isBefore = adjective.test(next) || (countOfThings(next) === "one" && !thingsThatAreVerbs.test(next));
  return isBefore && second !== undefined && !isSmallEnglishWord(second) && plural.test(second);
}

/** "the first step", "in the first days", and no "the first covers …", "the first ignored the …", "the last used SHA" */
function isSingularNoun(next: string, before: string, after: string): boolean {
  if (/s$/.test(next) && !singularInS.test(next))
    return pluralHead.test(after) || preposition.test(before) || purchased.test(after);
  const rest = afterWord(after, next);
  const second = nextWord(rest);
  if (!mayBePast(next)) return !/ly$/.test(next) || (second !== undefined && !isSmallEnglishWord(second));
  const isOfOne = second === "of" || (isOver.test(rest) && !/ed$/.test(next));
  return isOfOne || preposition.test(before) || finite.test(rest);
}

/** "the last units purchased stay": a noun with what was done to it, and no "the last covers used cars". */
const purchased =
  /^\s+\p{Ll}+s\s+\p{Ll}+ed(?:\s*[.,;:)]|\s+(?:is|are|was|were|in|by|at|on|stay|remain|have|go|come|will|can|must|make)(?!\p{L}))/u;

/** What can only follow the subject that a noun ends: "the first failed login is logged", and no "the first used here is". */
const finite =
  /^\s+(?!here|there|for|in|by|with|to|at|on|as|of)[\p{L}'’-]+\s+(?:is|was|has|had|does|did|can|could|will|would|may|might|must|should)(?!\p{L})/u;

const numbers = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|both|[2-9]|1[0-2]";
const english: PlaceGrammar = {
  language: "english",
  articles: String.raw`(?:the|both|these|those)\s+(?:very\s+)?`,
  places:
    "(?:second|third|fourth|next)[-\\s]to[-\\s]last|last[-\\s]but[-\\s](?:one|two)|(?:first|second|third|fourth)\\s+from\\s+(?:the\\s+)?(?:top|bottom|end|last)|first|second|third|fourth|fifth|sixth|[1-9]st|[1-9]nd|[1-9]rd|[1-9]th|last|final|penultimate|ultimate|former|latter|middle|top|bottom|uppermost|topmost|lowest|lowermost|(?:next|previous|preceding|following|remaining|initial|opening|closing|trailing|leading|central|outer|inner)(?=\\s+(?:ones?|two|three|four|pair)(?![\\p{L}-]))|(?:upper|lower)(?=\\s+(?:ones?|two|three|four|half)(?![\\p{L}-]))",
  numerals: "two|three|four|pair|half|few|couple|2|3|4",
  joins: "and|or|nor|to|through|but|not",
  plural: /(?!)/,
  hasNoun: hasEnglishNoun,
  severalThings: new RegExp(
    String.raw`(?<![\p{L}\d])(?:${numbers})\s+(?:(?!(?:of|in|to|is|are|were|was|and|or)\s)[\p{L}-]+\s+){0,3}?(?!(?:options|choices|answers|alternatives|distractors|ones|is|was|this|does|has)(?!\p{L}))[\p{L}-]{2,}s(?!\p{L})`,
    "iu",
  ),
  ofPair: /former|latter/i,
  pair: /(?<!\p{L})(?:and|or|nor|versus|vs|than|from|unlike|against|both|but|whereas|while)(?!\p{L})/iu,
};

/** A determiner or a small verb: no adjective before a noun. */
const germanSmall =
  /^(?:den|dem|der|die|das|des|eine[nrms]?|ein|keine[nrms]?|alle[nrs]?|diese[nrms]?|ihre[nrms]?|seine[nrms]?|beide[nrs]?|werden|würden|haben|hätten|können|könnten|müssen|müssten|sollen|sollten|dürfen|wollen|waren|wären|gelten|stimmen|passen|treffen|fallen|scheiden|beschreiben|betreffen|gehören|widersprechen|nennen|verwechseln|liegen|stehen|führen|aber|oder|unter|über|hinter|außer|wegen|gegen|neben|zwischen|immer|leider|hier|daher|weder|ebenfalls|jeder|jede)$/;

/** What a word ends like that comes before a noun in the plural, where verbs end like it, too: "die letzten neuen Knoten". */
const germanAdjective =
  /(?:(?<!ermög|deut|öffent|gleich)lich|(?:tech|prak|log|phys|krit|stat|dynam|klass|elektr|opt|chem|mechan|europä|deut|typ)n?isch|al|iv|bar|haft|los|sam|jährig|stellig|seitig|tägig|tern)en$|^(?:neuen|alten|großen|kleinen|langen|kurzen|hohen|freien|offenen|anderen|weiteren|eigenen|gültigen|wichtigen|vollen|ganzen|beiden|drei|vier)$/;
/** What may have been done, or is so: "die letzte bekannte Version", and no "die letzte setzte Linux voraus". */
const germanPast =
  /^(?!(?:be|ge|ver|er|zer|ent|emp|miss|un|vor|auf|aus|an|ab|ein|nach|zu|über|unter)).*te$|^(?:ge(?:hörte|währte|nügte|langte|wann)|er(?:füllte|laubte|forderte|setzte|reichte)|be(?:nötigte|legte|traf)|ver(?:langte|letzte|hinderte|ursachte)|ent(?:hielt|sprach))/;

function hasGermanNoun({ before, after, isGroup }: PlaceContext): boolean {
  if (isOver.test(after)) return false;
  let rest = after;
  for (let words = 0; words < 4; words += 1) {
    const next = nextWord(rest);
    if (next === undefined) return true;
    if (/^\p{Lu}/u.test(next)) return true;
    if (germanSmall.test(next) || !/e[nrsm]?$/.test(next) || germanPast.test(next)) return false;
    if (/en$/.test(next) && words === 0 && isGroup && !germanAdjective.test(next))
      return germanPreposition.test(before);
    rest = rest.slice(rest.indexOf(next) + next.length);
  }
  return false;
}

const germanPreposition = /(?<!\p{L})(?:in|an|auf|bei|mit|von|nach|vor|seit|während|innerhalb|unter|über|zu|aus)\s+$/iu;

const german: PlaceGrammar = {
  language: "other",
  articles: String.raw`(?:(?:der|die|das|den|dem|beide)\s+|(?=(?:erst|letzt)ere))`,
  places:
    "(?:erst|zweit|dritt|viert|fünft|sechst|letzt|vorletzt|zweitletzt|mittler|mittlst|oberst|unterst|ober|unter|vorig|vorherig|vorangehend|nächst|erster|letzter)e[nrsm]?|erstgenannten?|letztgenannten?|zuerst\\s+genannten?|zuletzt\\s+genannten?",
  numerals: "beiden|zwei|drei|vier|paar",
  joins: "und|oder|bis|noch|sowie",
  plural: /^die\s.*en$/i,
  hasNoun: hasGermanNoun,
  severalThings:
    /(?<![\p{L}\d])(?:zwei|drei|vier|fünf|sechs|beide[nr]?|mehrere|[2-6])\s+(?:\p{Ll}+\s+){0,2}(?!Antwort|Option|Möglichkeit|Alternative|Vorschl)\p{Lu}\p{Ll}+/u,
  ofPair: /erstere|letztere|genannt/i,
  pair: /(?<!\p{L})(?:und|oder|als|aber|während|von|im\s+Gegensatz)(?!\p{L})/iu,
};

const determiners =
  "el|la|los|las|un|una|unos|unas|le|les|l['’]|une|des|du|il|lo|gli|i|uno|o|a|os|as|um|uma|toute?s?|tod[oa]s?|tutt[aeio]|su|sus|son|sa|ses|seu|sua|suo|ogni|cada|chaque";
const romanceSmall =
  /^(?:est|sont|était|n['’]\p{L}+|ne|n|ni|et|ou|mais|car|qui|que|ne|parle|parlent|serait|a|ont|es|son|era|fue|está|están|sería|no|tampoco|también|y|o|e|pero|porque|que|tiene|tienen|solo|sólo|é|são|foi|está|estão|seria|não|nem|também|mas|pois|tem|têm|apenas|è|sono|era|sarebbe|non|né|anche|ma|perché|ha|hanno|solo|en|in|em|dans|por|par|per|para|pour|con|com|avec|sin|sem|sans|senza|se|si|s['’]\p{L}+|lui|leur|lhes?|ci)$/iu;

/** What several do, and no noun: "exigem", "exigent", "richiedono". */
const severalVerb = /^(?:\p{L}{2,}(?:[ae]m|[ae]n|ent)|\p{L}{3,}(?:ono|ano))$/u;
const romanceAdverb =
  /ment[ei]?$|^(?:nunca|jam[aá]s|jamais|siempre|sempre|toujours|ahora|agora|adesso|ahí|aquí|aqui|ici|luego|entonces|todavía|ainda|ancora|encore|aún|ya|già|déjà|forse|talvez|quizás?|tal|infatti|invece|inoltre|però|quindi|dunque|donc|alors|puis|aussi|bien|mal|meglio|melhor|mejor|mieux|mais|más|plus|moins|menos|meno|muy|muito|molto|très|tanto|troppo|demasiado|casi|quase|quasi|presque|tout|todo|tutto|hoy|hoje|oggi|antes|prima|después|depois|dopo|cependant|pourtant|toutefois|enfin|certes|apenas|subito|spesso|peut|mucho|poco|luego|cuando|quando|como|come|comme|debajo|arriba|abajo|acima|abaixo|sopra|sotto)$/u;
/** "La última citada": what was done with it, which a noun may look like. */
const participle = /(?:[aiuí][dt][oaei]s?|[éiu]e?s?|tt[oaei]|st[oaei])$/u;
/** What nothing in the third person ends like: "passo", "condición", "jour". */
const noVerb = /(?:[bcfgklprsxz]|(?<!e)n|(?:da|ta|re|eda|tu)d|ção|são|tà|dade|tude|eau|(?<!nd)o)$/u;
/** What is counted, though it ends like a verb: "la deuxième règle", "la segunda fase". */
const counted = new Set(
  `année batterie catégorie copie couche chose colonne condition dose fois guerre heure ligne liste loi norme page parte partie
  période phase question règle requête semaine seconde série table tâche théorie trame version capa cifra clave coluna columna
  condena dosis etapa fase fila guerra hora lei lengua letra ley lettera línea linha lista medida norma página palabra palavra
  parola pregunta prueba regla regra regola semana settimana tabella tabela tabla tappa tarea tarefa vez vuelta volta riga
  legge chiave chave colonna condizione pagina prova domanda pergunta lente ligne marche voix
  voie sortie entrée chaussée priorité`.split(/\s+/),
);
/** Nouns that are verbs as well: "la segunda cifra datos". */
const nounOrVerb =
  /^(?:cifra|causa|cause|forma|forme|marca|cuenta|regla|regra|regola|parte|place|base|classe|mesure|lista|liste|copie|prueba|prova|página|volta|marche|domanda|pregunta|requête|condena|norma|ligne)$/u;
const ofSomething = /^(?:de|des|du|dos|das|do|da|del|dei|delle|degli|della|dell['’]\p{L}+|di|d['’]\p{L}+)$/iu;
const auxiliary =
  /^(?:est|sont|était|fut|es|era|fue|está|son|é|foi|è|sono|fu|a|ha|ont|han|hanno|tem|têm|tiene|tienen|avait|había|aveva|peut|puede|pode|può|doit|debe|deve|va|vai|sera|será|sarà|se|si|s['’]\p{L}+|que|qui|che|ne|n['’]\p{L}+|no|não|non)$/u;

/** "la primera fase", "les deux premières lignes"; and no "la última es", "la segunda describe el", "la última exige licencia". */
function hasRomanceNoun({ after, isGroup }: PlaceContext): boolean {
  if (isOver.test(after)) return false;
  const [next, second = ""] = [...after.matchAll(/(?<=^|\s)[\p{L}-]+(?:['’]\p{L}+)?/gu)].map(([word]) => word);
  if (next === undefined || !/^\s/.test(after)) return true;
  if (romanceSmall.test(next) || beginsWithDeterminer.test(after) || foreignNeither.test(after)) return false;
  if (aboutOption.test(after) || romanceAdverb.test(next)) return false;
  if (/^\p{Lu}|\d/u.test(next)) return true;
  if (ofSomething.test(next)) return isThing(second) || isThing(nextWord(afterWord(after, second)) ?? "");
  const isNoun = ofSomething.test(second) || auxiliary.test(second);
  if (nounOrVerb.test(next) && second === "à") return true;
  if (isThing(next)) return isNoun || (!nounOrVerb.test(next) && !beginsWithDeterminer.test(afterWord(after, next)));
  if (participle.test(next)) return false;
  if (isGroup) return /[sxei]$/.test(next) && !severalVerb.test(next);
  return noVerb.test(next) || (auxiliary.test(second) && !/^(?:a|que|qui|che)$/.test(second));
}

function isThing(word: string): boolean {
  return countOfThings(word) !== null || counted.has(word) || counted.has(word.replace(/s$/, ""));
}
/** "La première la plus rapide": what is said follows at once. */
const beginsWithDeterminer = new RegExp(String.raw`^\s+(?:${determiners})(?![\p{L}'’])`, "iu");
const aboutOption = new RegExp(String.raw`^\s+(?:${foreignVerbs})`, "iu");
const foreignNeither = /^\s+(?:n['’]|d['’]entre)/iu;

const romance: PlaceGrammar = {
  language: "romance",
  articles: String.raw`(?:(?:la|le|les|el|los|las|lo|il|i|gli|a|o|as|os)\s+|l['’])`,
  places:
    "premi[eè]re?s?|deuxièmes?|troisièmes?|quatrièmes?|cinquièmes?|derni[eè]re?s?|avant-derni[eè]re?s?|primer[ao]?s?|segund[ao]s?|tercer[ao]?s?|cuart[ao]s?|quint[ao]s?|últim[ao]s?|penúltim[ao]s?|primeir[ao]s?|terceir[ao]s?|quart[ao]s?|prim[aeio]|second[aeios]{1,2}|terz[aeio]|ultim[aeio]|penultim[aeio]|anterior(?:es)?|siguientes?|seguintes?|précédente?s?|suivante?s?|precedent[ei]|seguent[ei]|central(?:i|es)|centraux|centrais|ini[cz]ia(?:li|les|is)|initiales|fina(?:li|les|is)",
  numerals: "deux|trois|quatre|dos|tres|cuatro|duas|dois|três|quatro|due|tre|quattro",
  joins: "et|ou|y|o|e|ou|ni|nem|né|à|a",
  plural: /s$|^(?:le|i|gli)\s.*(?:prim|second|terz|ultim)[ei]$/i,
  hasNoun: hasRomanceNoun,
  severalThings:
    /(?<![\p{L}\d])(?:deux|trois|quatre|dos|tres|cuatro|duas|dois|três|quatro|due|tre|quattro|ambos|ambas|entrambi|[2-6])\s+(?!(?:premi|derni|primer|últim|prim[aei]\b|ultim|opcion|opç|respuest|respost|rispost|répons|proposit|alternativ|opzion|options|choix))\p{L}{3,}/iu,
  ofPair: /(?!)/,
  pair: /(?!)/,
};

export const placeGrammars: readonly PlaceGrammar[] = [english, german, romance];
