import { anyCase, capital } from "./letter-grammar.ts";
import { judgement } from "./letter-verbs.ts";

/** Letters that stand for something in mathematics, physics or logic: "Let A be a set", "P(A)", "E = mc²". */

/** Quantities by the letters that stand for them in formulas: "A is the area of the wire". */
const quantities: Readonly<Record<string, string>> = {
  A: "Fläche|Querschnitt|Amplitude|aire|área|cross-section(?:al)?|area|amplitude|amount|acceleration|activity|amperage|absorbance|annuity",
  B: "field|flux|base|breadth|bandwidth|induction|magnetic",
  C: "Konstante|constante|costante|Kapazität|capacité|capacidade?|capacità|constant|capacitance|capacity|concentration|circumference|cost|charge|coefficient|consumption|heat|centre|center",
  D: "Durchmesser|Dichte|diamètre|diâmetro|diámetro|diametro|densité|densidade?|densità|diameter|distance|density|depth|demand|discriminant|dose|determinant|diffusion|displacement|duration",
  E: "Energie|énergie|energ[ií]a|energy|field|electric|voltage|expectation|expected|modulus|elasticity|error|efficiency|emissivity",
  F: "force|frequency|focal|flow|function|future",
  G: "gravitational|gravity|gain|conductance|gibbs",
  H: "height|enthalpy|entropy|hypothesis|humidity|field",
};
const definition =
  /^\s*(?:\((?=the\s)|(?:is|denotes|represents|equals|stands\s+for|ist|est|es|é|è)\s+)(?:(?:the|an?|die|der|das|la|le|el|o|a|il|l['’])\s+)?((?:[\p{L}-]+\s+){0,2}?[\p{L}-]+)/u;
const operators = "×÷∈∉⊂⊆∪∩∧∨⇒⟹⇔≠≤≥≈√²³ᵀ^";
const kinds =
  "orthogonal|invertible|singular|symmetric|diagonal|square|independent|dependent|disjoint|mutually\\s+exclusive|complementary|random|real|complex|finite|infinite|convex|positive(?:[ -]definite)?|unabhängige|disjunkte|invertierbare|orthogonale";
/** What is called so is mathematics: a plain "A is a set" may speak of an option. */
const objects = `(?:${kinds})\\s+(?:matrix|matrices|vectors?|tensors?|sets?|events?|variables?|subspaces?|numbers?|functions?|Ereignisse|Mengen|Matrix)|vowel|consonant|blood\\s+(?:type|group)`;
const ofLetters =
  "subset|superset|complement|inverse|transpose|determinant|cardinality|trace|kernel|eigenvalues?|eigenvectors?|power\\s+set|union|intersection|conjugate|adjoint|preimage|image|norm";
const things =
  "packets?|messages?|frames?|segments?|requests?|keys?|letters?|parcels?|money|invoices?|goods|datagrams?|SYN|ACK|certificates?|emails?";
const ways =
  "interval|route|path|way|packets?|distance|journey|trip|flight|train|walk|drive|road|line|link|edge|arrow|jump|call|message|move|moves|moved|travels?|travelled|goes|going|transition|displacement|vector|segment|Strecke|Weg|Kante|Reise|fährt|chemin|trajet|distance|route|camino|trayecto|distancia|caminho|percurso|distância|strada|percorso|distanza";
const be = "(?:be|denote|represent)";
const noVerdict =
  "(?!\\s+(?:right|correct|wrong|true|false|chosen|picked|the\\s+(?:right|correct|best|only|answer)|an?\\s+(?:answer|option|choice|wrong|right|correct)))";

/** A letter, or one of several, of which it is said that it is such a thing. */
const mathematical = (verb: string): string =>
  String.raw`(?<![\w'’-])[A-Z](?=(?:\s*,\s*[A-Z](?![\w])){0,4}\s+(?:(?:and|or|und)\s+[A-Z]\s+)?${verb}(?:${objects})(?![\p{L}]))|(?<=(?<![\w'’-])[A-Z]\s*(?:,|and|or|und)\s+)[A-Z](?=\s+${verb}(?:${objects})(?![\p{L}]))`;
const ifAndOnlyIf =
  "(?:if\\s+and\\s+only\\s+if|iff|genau\\s+dann,?\\s+wenn|si\\s+et\\s+seulement\\s+si|si\\s+y\\s+s[oó]lo\\s+si|se\\s+e\\s+somente\\s+se|se\\s+e\\s+solo\\s+se)";

/** Sentences of logic, in which letters are propositions whatever is said of them. */
const logic: readonly string[] = [
  // "If A implies B and B implies C, then A implies C."
  String.raw`(?<=\b[Ii]f\s)[A-Z](?=\s+(?:implies|entails)\s+(?:not\s+)?[A-Z](?![\w])[^.!?\n]*\bthen\b)|(?<=\b[Ii]f\s[A-Z]\s+(?:implies|entails)\s[^.!?\n]{0,60})[A-Z](?![\w])|(?<=\bthen\s)[A-Z](?=\s+implies\s+[A-Z](?![\w]))`,
  String.raw`[A-Z](?=\s+(?:implies|entails)\s+(?:not\s+)?[A-Z](?![\w]))|(?<=(?<![\w])[A-Z]\s+(?:implies|entails)\s+(?:not\s+)?)[A-Z](?![\w])`,
  String.raw`(?<=\b(?:[Ii]f|implies|entails|then)\s+(?:statement|proposition|event|condition|premise|conclusion)\s+)[A-Z](?=\s+(?:implies|entails|then|holds\s+then)|,)|(?<=\bimplies\s+(?:statement|proposition|event|condition|conclusion)\s+)[A-Z](?![\w])`,
  // "A is true if and only if B is true"
  String.raw`[A-Z](?=\s+[a-z][^.!?\n]{0,60}\b${ifAndOnlyIf}\s+(?:not\s+)?[A-Z](?![\w]))|(?<=(?<![\w])[A-Z]\s[^.!?\n]{0,60}\b${ifAndOnlyIf}\s+(?:not\s+)?)[A-Z](?![\w])`,
  // "the output is 1 if A and B are both 1"
  String.raw`(?<=\b(?:[Ii]f|[Ww]hen|[Uu]nless)\s(?:either\s|both\s|only\s)?(?:[A-Z]\s(?:and|or)\s)?)[A-Z](?=\s(?:(?:and|or)\s[A-Z]\s)?(?:is|are)\s(?:both\s|also\s)?(?:0|1|high|low)(?:\s*[.,;]|\s(?:and|or|then)\b|$))`,
  // "the probability that both A and B occur"
  String.raw`(?<=\b(?:[Pp]robability|[Ll]ikelihood|[Ee]xpectation|[Vv]ariance)\s+(?:of|that)\s+(?:both\s+|either\s+|neither\s+)?)[A-Z](?=\s+(?:given|and|or|nor)\s+[A-Z](?![\w])|\s*[.,;]|$)|(?<=\b(?:[Pp]robability|[Ll]ikelihood)\s+(?:of|that)\s+(?:both\s+|either\s+|neither\s+)?[A-Z]\s+(?:given|and|or|nor)\s+)[A-Z](?![\w])`,
];
export const logicPatterns: readonly RegExp[] = logic.map((source) => new RegExp(source, "uy"));

const sources: readonly string[] = [
  // "2.5 A", "100 °C", and no "in step 4 A fails"
  String.raw`(?<=°\s?)[CFK](?![\w])|(?<=(?<!\b(?:[Ii]n|[Ss]ince|[Bb]y|[Ss]tep|[Qq]uestion|[Cc]ase|[Ss]ection|[Ff]igure|[Tt]able|[Pp]art|[Ee]xample|[Nn]o\.?|[Ll]ine|[Pp]age|[Cc]hapter|[Rr]ule|[Aa]nswer|[Oo]ption|[Oo]f|[Aa]fter)\s+)(?<![\w.,])\d(?:[\d.,]*\d)?\s)[ABCFGHKTVW](?![\w'’])(?!\s+(?:${judgement}|and\s+[A-Z]\b))`,
  String.raw`(?<=\b(?:of|carries|carry|at|mit|is|than|to|about|de|di)\s+\d(?:[\d.,]*\d)?\s)[ABCFGHKTVW](?![\w'’])(?!\s+(?:${judgement}|and\s+[A-Z]\b))`,
  String.raw`[A-Z](?=\s+equals\s+\p{L}\s+(?:times|plus|minus|divided|over|squared)\b)`,
  // P(A), O(n), P(A|B), f(x)
  String.raw`[A-Z](?=\((?:\p{Ll}|\d|[^()\s]*[|+*/^,=-][^()\s]*)\))|(?<=\b(?:P|Pr|E|Var|Cov|f|g|h|n|N|det|log|ln|H|rank|dim|tr|ker|max|min)\([^()\n]{0,12})[A-Z](?=[^()\n]{0,12}\))`,
  String.raw`[A-Z](?=\s*[${operators}])|(?<=[${operators}]\s*)[A-Z](?![\w])`,
  // "A + 2B → C"
  String.raw`[A-Z](?=\s*\+\s*\d?[A-Z]\s*[→⇌])|(?<=(?<![\w])\d?[A-Z]\s*\+\s*\d?[A-Z]\s*[→⇌]\s*\d?)[A-Z](?![\w])`,
  String.raw`[A-Z](?=\s*=\s*(?:[\p{L}\d][\p{L}\d²³]{0,3}\s*[×·+*/^²³√-]|[√π-]\s*\w|\p{L}{1,2}[²³]))|(?<=(?<![\p{L}])\p{L}\s*=\s*(?:[^=.,;:\n]{0,20}[+*/×·^-]\s*)?)(?<=[+*/×·^-]\s*)[A-Z](?![\w])`,
  String.raw`(?<=\b(?:${ofLetters})\s+of\s+(?:[A-Z]\s+(?:and|with)\s+)?)[A-Z](?![\w'’-])(?!\s+(?:${judgement}))`,
  // "the ratio of A to B", "the critical chain is A–C–E"
  String.raw`(?<=\b[Rr]atios?\s+(?:of\s+)?)[A-Z](?=\s+(?:to|and|over)\s+[A-Z](?![\w]))|(?<=\b(?:[Rr]atios?\s+(?:of\s+)?|(?:ratio|lag|voltage|distance|link|edge|arc|contract|agreement|interval)\s+between\s+)[A-Z]\s+(?:to|and|over)\s+)[A-Z](?![\w])|(?<=\b(?:ratio|lag|voltage|distance|link|edge|arc|bond|contract|agreement|interval)\s+between\s+)[A-Z](?=\s+and\s+[A-Z](?![\w]))`,
  String.raw`(?<=\b(?:[Pp]aths?|[Cc]hain|[Rr]oute|Pfad|chemin|camino|caminho)\s(?:[a-z]+\s){0,3})[A-Z](?:[–-][A-Z]){2,}(?![\w–-])`,
  // "B is proportional to H"
  String.raw`[A-Z](?=\s+is\s+(?:directly\s+|inversely\s+)?proportional\s+to\s+[A-Z](?![\w]))|(?<=(?<![\w])[A-Z]\s+is\s+(?:directly\s+|inversely\s+)?proportional\s+to\s+)[A-Z](?![\w])`,
  // "with S = current price and D = annual dividend"
  String.raw`(?<=(?:^|[.!?]\s+|\s)(?:[Ww]ith|[Ww]here)\s+(?:[A-Z]\s=\s[\p{L}\s]{1,60}?(?:,\s*|\s)(?:and\s+)?)?)[A-Z](?=\s=\s\p{Ll}{2})`,
  // "the packet from A to B", and no "answers from A to C"
  String.raw`(?<=(?<![\p{L}])(?:${anyCase(ways)})\s+(?:(?:ist|goes|leads|runs|is|takes|one)\s+)?(?:from|von|de|da|desde|del)\s+)[A-Z](?=\s+(?:to|nach|à|a|hasta|até|zu|via|through)\s+[A-Z](?![\w])(?!\s+(?:${judgement})))`,
  String.raw`(?<=(?<![\p{L}])(?:${anyCase(ways)})\s+(?:(?:ist|goes|leads|runs|is|takes|one)\s+)?(?:from|von|de|da|desde|del)\s+[A-Z]\s+(?:to|nach|à|a|hasta|até|zu|via|through)\s+)[A-Z](?![\w])(?!\s+(?:${judgement}))`,
  String.raw`(?<=(?<![\p{L}])(?:interval|route|path|way|distance)\s+from\s+[A-Z]\s+to\s+[A-Z]\s[^.!?\n]{0,60},\s+(?:and\s+)?from\s+(?:[A-Z]\s+to\s+)?)[A-Z](?![\w])`,
  String.raw`${capital}(?=\s+(?:sends?|forwards?|transmits?|sent|forwarded|transmitted|ships?)\s+(?:an?\s+|the\s+|its\s+|his\s+|her\s+)?(?:[a-z]+\s+)?(?:${things})\s+(?:to|through|via)\s+[A-Z](?![\w]))|(?<=(?<![\w])[A-Z]\s+(?:sends?|forwards?|transmits?|sent|forwarded|transmitted|ships?)\s+(?:an?\s+|the\s+|its\s+|his\s+|her\s+)?(?:[a-z]+\s+)?(?:${things})\s+(?:to|through|via)\s+)${capital}`,
  mathematical(String.raw`(?:is|denotes|be)\s+(?:an?|the|any|some)\s+`),
  mathematical(String.raw`(?:and\s+${capital}\s+)?(?:are|denote|be)\s+(?:(?:two|three|the|any|some)\s+)?`),
  // "At time T", "point A … through B", "the point is called E"
  String.raw`(?<=\b[Pp]oint\s+[A-Z]\s[^.!?\n]{0,60}\b(?:through|towards?|and|from)\s+)[A-Z](?![\w])`,
  String.raw`(?<=\b(?:points?|branch(?:es)?|nodes?|vert(?:ex|ices)|hosts?|sets?|lines?|circles?|curves?|axes|variables?|parties|corners?|switch(?:es)?|servers?)\s+(?:is\s+|are\s+)?(?:called|labell?ed|named|marked|denoted(?:\s+by)?)\s+(?:[A-Z],?\s+(?:and\s+)?){0,3})[A-Z](?![\w])`,
];
export const symbolPatterns: readonly RegExp[] = sources.map((source) => new RegExp(source, "uy"));

const declaring = new RegExp(
  `^\\W*(?!(?:[Ss]ia|[Ss]oit|[Ss]ea|[Ss]eja)\\s+(?:l?a\\s+)?[A-Z]\\s+(?:sia|soit|sea|seja|che|o|ou)\\b)(?:${anyCase("let|sei|seien|soit|soient|sea|sean|seja|sejam|sia|siano")})\\s+(?:[a-z]+\\s+){0,2}(?:[A-Z](?![\\w])(?:\\s*,\\s*|\\s+(?:and|und|et|y|e)\\s+)?){1,5}(?:\\s+(?:${be}${noVerdict}|eine?|zwei|un[ae]?|deux|dos|dois|due|o|le|la|el|il))?`,
);
const letBe = new RegExp(`^\\W*[Ll]et\\s+(?:[A-Z](?![\\w])(?:\\s*,\\s*|\\s+and\\s+)?){1,5}\\s*${be}\\b${noVerdict}`);

/** Whether the sentence that begins before `start` gives letters a meaning of their own: "Let A be an event and B its complement." */
export function isDeclared(sentence: string): boolean {
  return /^\W*[Ll]et\s/.test(sentence) ? letBe.test(sentence) : declaring.test(sentence);
}

/** "If B lies between A and C, then AB + BC = AC": whether a formula in the same text joins the letter to another. */
export function isInFormula(text: string, letter: string): boolean {
  const joined = `(?:[A-Z]${letter}|${letter}[A-Z])`;
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])${joined}\s*[=+∥⊥≅]|(?:[=+∥⊥≅∠△]\s*|\[|(?:line|segment|droite|recta|reta|retta|Strecke|Gerade)\s+)${joined}(?![\p{L}\p{N}])`,
    "u",
  ).test(text);
}

/** The quantity that a sentence calls the letter at `start`: "C is the constant"; null where it calls it none of that letter's. */
export function quantityOf(text: string, start: number): string | null {
  const named = definition.exec(text.slice(start + 1, start + 80))?.[1];
  const known = quantities[text.charAt(start)];
  if (named === undefined || known === undefined) return null;
  return new RegExp(`(?:^|[\\s-])((?:${known}))(?![\\p{L}])`, "u").exec(named)?.[1] ?? null;
}
