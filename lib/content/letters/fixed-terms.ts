import { anyCase, capital } from "./letter-grammar.ts";

/** Letters that are part of a term, a name or a key, whatever the question is about. */

const documents =
  "contract|lease|agreement|policy|plan|act|treaty|standard|statute|tender|offer|programme|program|scheme|clause|section|article|appendix|form|licence|license|will|mortgage|menu|insurance|regulation|code|charter|bond|loan|deal|proposal|prospectus|catalogue|brochure";
const foreignDocuments =
  "vertrag\\p{L}*|mietvertrag\\p{L}*|gesetz\\p{L}*|vereinbarung|police|menüs?|contrat|bail|accord|loi|contrato|acuerdo|acordo|ley|lei|póliza|apólice|contratto|accordo|legge|polizza";
/** Words for a program that are no verbs in the third person: "C functions as a decoy". */
const ofPrograms =
  "language|languages|compiler|compilers|library|libraries|code|source\\s+(?:code|files?)|preprocessor|runtime|struct|header|header\\s+files?|standard(?:\\s+library)?|programmers?|program|programming|function|string|pointers?|array|API|macro|typedef|union";
const programmed =
  "arrays?|strings?|pointers?|structs?|integers?|chars?|macros?|header\\s+files?|data\\s+frames?|malloc";
const otherLanguages = String.raw`(?:C\+\+|C#|Java|JavaScript|Python|Rust|Go|Fortran|Pascal|Perl|Ruby|Swift|Kotlin|Haskell|Ada|Julia|MATLAB|Objective-C|assembly|assembler|COBOL|Lua)(?![\w])`;
const species =
  "coli|aureus|elegans|cerevisiae|difficile|subtilis|pylori|tuberculosis|sapiens|melanogaster|musculus|albicans|fumigatus|anthracis|botulinum|perfringens|tetani|falciparum|vivax|pneumoniae|meningitidis|gonorrhoeae|burgdorferi|faecalis|faecium|pyogenes|epidermidis|monocytogenes|jejuni|cholerae|typhi|influenzae|aeruginosa|thaliana|rerio|gondii|lamblia|histolytica|rex|lupus|familiaris|erectus|neanderthalensis";
const givenNames =
  "Robert|John|Jane|James|Mary|Michael|William|David|Richard|Joseph|Thomas|Charles|Daniel|Matthew|Anthony|Mark|Donald|Steven|Paul|Andrew|Joshua|Kenneth|Kevin|Brian|George|Edward|Ronald|Timothy|Jason|Jeffrey|Ryan|Jacob|Gary|Nicholas|Eric|Jonathan|Stephen|Larry|Justin|Scott|Brandon|Benjamin|Samuel|Frank|Gregory|Raymond|Alexander|Patrick|Jack|Dennis|Jerry|Tyler|Aaron|Henry|Peter|Adam|Walter|Arthur|Albert|Harry|Philip|Fred|Frederick|Louis|Ralph|Howard|Herbert|Susan|Elizabeth|Jennifer|Linda|Barbara|Sarah|Karen|Nancy|Lisa|Margaret|Betty|Sandra|Ashley|Emily|Donna|Michelle|Carol|Amanda|Melissa|Deborah|Stephanie|Rebecca|Laura|Helen|Anna|Ruth|Alice|Martha|Grace|Rose|Dwight|Franklin|Theodore|Lyndon|Harold|Earl|Edgar|Claude|Alan|Donald|Martin|Hans|Karl|Friedrich|Otto|Max|Ernst|Maria|Pierre|Jean|José|Juan|Carlos|Luis|João|Giovanni|Marco|Ulysses|Norman|Milton|Gordon|Leslie|Bjarne|Guido|Dennis|Edsger|Andrew|Philip|Johnny";

const sources: readonly string[] = [
  // "option A of the lease", "the answer A gave to the clerk"
  String.raw`(?<=\b(?:${anyCase("option|choice|answer|alternative|antwort")})\s+)[A-Z](?=\s+(?:of|under|in)\s+(?:the|this|that|his|her|our|my|your|its|their|an?)\s+(?:[a-z]+\s+){0,2}(?:${documents})(?![\p{L}]))`,
  String.raw`(?<=(?<![\p{L}])(?:${anyCase("opción|opção|opzione|option|antwort|réponse|respuesta|resposta")})\s+)[A-Z](?=\s+(?:des|der|del|du|de\s+la|della|dello|do|da|im|nel|no)\s+(?:${anyCase(foreignDocuments)})(?![\p{L}]))`,
  String.raw`(?<=\bthe\s+(?:answer|choice|option|offer)s?\s+)[A-Z](?=\s+(?:gave|wrote|sent|offered|signed|made|received)\s+(?:to|in|when|at|during|after|before)\b)`,
  // "the C language", "written in C", "C and C++", "In C, arrays decay", "C is a compiled language"
  String.raw`[CDRB](?=\s+(?:${ofPrograms})(?![\p{L}-]))`,
  String.raw`(?<=\b(?:[Ww]ritten|[Pp]rogrammed|[Cc]oded|[Ii]mplemented|[Pp]rograms?|[Cc]ode|[Ll]ibrary|[Cc]alled|[Ll]anguages?\s+derived)\s+(?:directly\s+)?(?:in|from)\s+)[CDR](?![\w])`,
  String.raw`(?<=\b(?:[Ww]ritten|[Pp]rogrammed|[Cc]oded|[Ii]mplemented)\s+in\s+[CDR]\s+(?:and|or)\s+)[CDR](?![\w])`,
  String.raw`(?<=(?<![\p{L}])(?:groupe\s+sanguin|grupo\s+sangu[ií]neo|gruppo\s+sanguigno)\s+)[ABO](?![\w])`,
  // "A for apple", "D stands for define"
  [..."ABCDEF"]
    .map((letter) => String.raw`${letter}(?=\s+(?:stands\s+)?for\s+["“]?[${letter}${letter.toLowerCase()}]\p{Ll})`)
    .join("|"),
  String.raw`(?<=[A-Z]\.\s?[A-Z]\.\s?)[A-Z](?=\.\s+\p{Lu}\p{Ll}+)|[A-Z](?=\.\s?[A-Z]\.\s?[A-Z]\.\s+\p{Lu}\p{Ll}+)|(?<=[A-Z]\.\s?)[A-Z](?=\.\s?[A-Z]\.\s+\p{Lu}\p{Ll}+)`,
  String.raw`(?<=\b[Cc] compiler[^.!?\n]{0,30}\bfrom\s+)[CDR](?![\w])`,
  String.raw`[CDR](?=(?:,?\s+(?:and|or)|,)\s+${otherLanguages})|(?<=${otherLanguages},?\s+(?:and|or)\s+|${otherLanguages},\s+)[CDR](?![\w])|(?<=,\s)C(?=,?\s+(?:and|or)\s+${otherLanguages})`,
  String.raw`(?<=\b[Ii]n\s+)[CDR](?=,?\s+(?:an?\s+|all\s+|every\s+)?(?:${programmed})\b)`,
  String.raw`[CDR](?=\s+(?:is|was)\s+an?\s+(?:[a-z-]+\s+){0,2}language\b)`,
  // "A/B test", "A record", "B cells", "A level", "7-bit", "an E number", "B vitamins"
  String.raw`A[\/-]B(?=[\s-]*(?:tests?|testing|tested|split|experiments?)\b)`,
  String.raw`A(?=\s+(?:and|or)\s+AAAA\b)|A(?=\s+(?:records?|[Ll]evels?)\b(?!\s+(?:an?|the|all|only|no|every|its|their|what|how|both)\b))|[BT](?=\s+(?:cells?|lymphocytes?)\b)|B(?=\s+(?:movies?|vitamins?|corp|roads?)\b)|E(?=\s+numbers?\b)|[A-H](?=\s+(?:horizon|Horizon)\b)|[CS](?=\s+corporations?\b)`,
  String.raw`(?<=\bBig[- ])[O](?![\w])`,
  // "D major", "the key of C", "B flat"
  String.raw`[A-G](?=\s+(?:(?:sharp|flat)(?:\s+(?:major|minor))?|major|minor|natural)\b(?!\s+[a-z]))|[A-G](?=\s+(?:major|minor)\s+(?:scale|chord|key|triad|has|is|two|three|four|five)\b)|(?<=\bkey\s+of\s+)[A-G](?![\w])`,
  // "a chord of A, C and E", "the dominant of D is A"
  String.raw`(?<=\b(?:[Cc]hord|[Tt]riad|[Aa]rpeggio)\s+of\s+(?:[A-G],?\s+(?:and\s+)?){0,4})[A-G](?![\w])`,
  String.raw`(?<=\b(?:(?:sub)?dominant|tonic|(?:sub)?mediant|relative\s+(?:major|minor))\s+of\s+(?:[A-G](?:\s+(?:major|minor))?\s+is\s+)?)[A-G](?![\w])`,
  // "neither A nor B antigens", "antibodies against B"
  String.raw`A(?=,\s+B,?\s+(?:and|or)\s+AB(?![\w]))|[AB](?=\s+(?:(?:and|or|nor)\s+(?:the\s+)?[AB]\s+)?antigens?\b)|(?<=(?:[Aa]ntibod(?:y|ies)\s+(?:against|to)|Antikörper\s+gegen)\s+)[AB](?![\w])`,
  // "an A in maths", "a D does not count"
  String.raw`(?<=\b(?:[Gg]rade|[Ee]ssay|[Cc]ourse|[Ee]xam|[Ss]tudent|[Ee]arn|[Ss]core)[a-z]{0,3}\b[^.!?\n]{0,80}\b(?:an?|single|straight)\s+)[A-F](?=\s*[.,;]|\s+(?:in|on|for|and|or|does|will|is|was|would|counts?)\b)`,
  String.raw`(?<=\b(?:[Cc]ategor(?:y|ies)|[Ll]icen[cs]es?)\s[^.!?\n]{0,160}\s)B\+E(?![\w])`,
  String.raw`[ACGTU](?=\s+pairs\s+with\s+[ACGTU](?![\w]))|(?<=(?<![\w])[ACGTU]\s+pairs\s+with\s+)[ACGTU](?![\w])`,
  // "vitamin C is needed", "hepatitis B": no option is called so
  String.raw`(?<=\b(?:${anyCase("vitamins?|vitamine?|vitamina|hepatitis|hepatite|hépatite|influenza|haemophilia|hemophilia")})\s+)[A-EK](?![\w]|\s*,|\s+(?:and|or|und|oder|et|ou|y|e|o)\s+[A-Z](?![\w]))`,
  // "C:\", "the D drive", "drives C: and D:"
  String.raw`[A-Z](?=:[\\/])|(?<=\b[Dd]rives?\s+(?:[A-Z]:\s+(?:and|or|to)\s+)?)[A-Z](?=:)|[A-Z](?=:?\s+drive\b)|(?<=\b[A-Z]:\s+drive\b[^.!?\n]{0,80}\s)[A-Z](?=:)`,
  String.raw`(?<=\bletters?\s+)[A-Z](?=:\s+(?:to|is|was|for|on|and)\b)`,
  // "auf der A 7", "die B 3 parallel dazu"
  String.raw`(?<=\b(?:[Dd]ie|[Dd]er|Autobahn|Bundesstraße)\s+)[AB](?=\s\d{1,3}(?:\s+\p{Ll}|[.,;]))`,
  String.raw`(?<=\b(?:by|and|with|von|und|par|por|da)\s+)[A-Z](?=\.\s?[A-Z]\.\s+\p{Lu}\p{Ll}+)|(?<=\b(?:by|and|with|von|und|par|por|da)\s+[A-Z]\.\s?)[A-Z](?=\.\s+\p{Lu}\p{Ll}+)`,
  String.raw`(?<=[A-Z]\.\s?[A-Z]\.\s\p{Lu}\p{Ll}+\s[^\n]{0,160}[;,]\s(?:and\s)?)[A-Z](?=\.\s\p{Lu}\p{Ll}+\s\p{Ll})`,
  // "W. E. Deming", "Robert C. Martin", "Mr. B. Smith", "E. coli", "Washington, D.C."
  String.raw`(?<=\b(?:[I-Z])\.\s?)[A-Z](?=\.\s+\p{Lu}\p{Ll}+)|[I-Z](?=\.\s?[A-Z]\.\s+\p{Lu}\p{Ll}+)|[A-Z](?=\.\s?[I-Z]\.\s+\p{Lu}\p{Ll}+)`,
  String.raw`(?<=\b(?:${givenNames})\s+(?:[A-Z]\.\s+)?)[A-Z](?=\.\s+\p{Lu}\p{Ll}+)`,
  String.raw`(?<=\b(?:Mrs?|Ms|Dr|Prof|Sir|Frau|Herr|Mme|Mlle|Sra?|Dott|Judge|Justice|President|Professor|Doctor|Captain)\.?\s+)[A-Z](?=\.\s+\p{Lu})|(?<=\b(?:Mrs?|Ms|Dr|Frau|Herr|Mme|Mlle|Sra?)\.?\s+)[A-Z](?![\w])`,
  String.raw`[A-Z](?=\.\s(?:${species})(?![\p{L}]))|[A-Z](?=\.[A-Z]\.)|(?<=[A-Z]\.)[A-Z](?=\.(?:\s|$|,|\)))`,
  // "Ctrl+C", "press F", "turn the dial to D"
  String.raw`(?<=(?:\b(?:Ctrl|Control|Cmd|Command|Alt|Shift|Strg|Umschalt|Win|Fn|Meta|Super|Maj|Mayús)|[⌘⌥⇧⌃])\s?[+-]?\s?)[A-Z](?![\w])`,
  String.raw`(?<=\b(?:dial|knob|switch|lever|selector|gear|gearbox|position)\s+(?:to|on|at|in|into)\s+)[A-Z](?![\w])`,
  // "rated B", "Rh D", "a grade of C", "scored an A"
  String.raw`(?<=\b(?:Rh|[Rr]ated|[Gg]raded|[Gg]rade\s+of|[Mm]ark\s+of|[Ss]core\s+of|[Rr]ating\s+of|[Ss]ize|[Dd]egree\s+of\s+class)\s+(?:an?\s+)?(?:[A-F]\s+(?:and|or|to)\s+)?)[A-F](?![\w])`,
  // "A ou O", "B and AB": blood groups, which have no C
  String.raw`[AB](?=,?\s+(?:and|or|nor|und|oder|noch|et|ou|ni|y|o|e|nem|né)\s+(?:AB|O)(?![\w]))`,
  // "Article 6(1)(b)", "the B in BERT", "the letter E"
  String.raw`(?<=[\d)])\([A-Za-z]\)`,
  String.raw`(?<=\b(?:Rev|Fig|Figs|Sec|Sect|Art|Eq|Ch|Vol|Ver|Cat|App|Abb|Kap|Nr|Cl|Grp|Mod)\.\s?)[A-Z](?![\w])`,
  String.raw`(?<=\b[Tt]he\s+)[A-Z](?=\s+(?:in|of|stands\s+for)\s+["“]?(?:\p{Lu}|the\s+(?:name|word|acronym|abbreviation)))`,
  String.raw`A(?=\s+is\s+the\s+(?:first|1st)\s+letter\b)|(?<=\bletters?\s+)${capital}(?=\s+(?:of|in)\s+the\s+(?:alphabet|word|name)\b)`,
  // "The letter C in the RACI chart stands for consulted"
  String.raw`(?<=\b[Ll]etters?\s+["“'‘]?)${capital}(?=["”'’]?\s+(?:in|of)\s[^.!?\n]{2,40}\s(?:stands?\s+for|means|denotes|represents|refers\s+to)\b)`,
  // An order of sorting.
  String.raw`A(?=\s+or\s+an\b)`,
  String.raw`Z(?=\s+to\s+A\b)|(?<=\bZ\s+to\s+)A\b`,
  String.raw`I(?=\s+(?!(?:is|was|and|or|are|ist|est|es|è|é)\b)[a-z])`,
];

export const fixedTerms: readonly RegExp[] = sources.map((source) => new RegExp(source, "uy"));
