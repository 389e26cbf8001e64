import { anyCase, capital, list } from "./letter-grammar.ts";
import { judgement } from "./letter-verbs.ts";
import { isNamedThing } from "./named-things.ts";
import { namesOtherThings } from "./other-nouns.ts";

/** Quantities by the letters that stand for them in formulas: "A is the area of the wire". */
const quantities: Readonly<Record<string, string>> = {
  A: "cross-section(?:al)?|area|amplitude|amount|acceleration|activity|amperage|absorbance|annuity",
  B: "field|flux|base|breadth|bandwidth|induction|magnetic",
  C: "constant|capacitance|capacity|concentration|circumference|cost|charge|coefficient|consumption|heat|centre|center",
  D: "diameter|distance|density|depth|demand|discriminant|dose|determinant|diffusion|displacement|duration",
  E: "energy|field|electric|voltage|expectation|expected|modulus|elasticity|error|efficiency|emissivity",
  F: "force|frequency|focal|flow|function|future",
  G: "gravitational|gravity|gain|conductance|gibbs",
  H: "height|enthalpy|entropy|hypothesis|humidity|field",
};
const definition =
  /^\s*(?:=|is|denotes|represents|equals|ist|est|es|é|è)\s+(?:(?:the|an?|die|der|das|la|le|el|o|a|il|l['’])\s+)?((?:[\p{L}-]+\s+){0,2}?[\p{L}-]+)/u;
const before = (words: string, rest = ""): RegExp =>
  new RegExp(String.raw`(?<=(?<![\p{L}])(?:${words})\s+)${list}${rest}`, "uy");

const lettersThere = new RegExp(list, "y");

const partyVerbs =
  "sends?|forwards?|repl(?:y|ies)|receives?|signs?|encrypts?|connects?|transmits?|responds?|writes?|owes?|pays?|sells?|buys?|hires?|sues?|borrows?|lends?|moves?|travels?|walks?|flies|drives?|talks?|speaks?|sent|paid|sold|bought|owed|lent|gave|gives?|received|wrote|hired|sued|moved|travelled|walked|sendet|schickt|verkauft|schuldet|zahlt|envoie|vend|envía|vende|envia|invia";
const kinds =
  "orthogonal|invertible|singular|symmetric|diagonal|square|independent|dependent|disjoint|mutually\\s+exclusive|complementary|random|real|complex|finite|infinite|convex|positive(?:[ -]definite)?|unabhängige|disjunkte|invertierbare|orthogonale";
/** What is called so is mathematics: a plain "A is a set" may speak of an option. */
const objects = `(?:${kinds})\\s+(?:matrix|matrices|vectors?|tensors?|sets?|events?|variables?|subspaces?|numbers?|functions?|Ereignisse|Mengen|Matrix)|(?:first|second|third|fourth|last)\\s+letter|letter\\s+of|vowel|consonant|blood\\s+(?:type|group)`;
/** A letter, or one of several, of which it is said that it is such a thing. */
const mathematical = (verb: string): RegExp =>
  new RegExp(
    String.raw`(?<![\w'’-])[A-Z](?=(?:\s*,\s*[A-Z](?![\w])){0,4}\s+(?:(?:and|or|und)\s+[A-Z]\s+)?${verb}(?:${objects})(?![\p{L}]))|(?<=(?<![\w'’-])[A-Z]\s*(?:,|and|or|und)\s+)[A-Z](?=\s+${verb}(?:${objects})(?![\p{L}]))`,
    "uy",
  );

const patterns: readonly RegExp[] = [
  // "option A of the lease", "the answer A gave in the interview"
  /(?<=\b(?:[Oo]ption|[Cc]hoice|[Aa]nswer|[Aa]lternative|Option|Antwort)\s+)[A-Z](?=\s+(?:of|under)\s+(?:the|this|that|his|her|our|my|your|its|their|an?|section|article)\s+(?!(?:question|list|quiz|item|exam|test|options|two|three|four|five|above|remaining)\b)[a-z])/y,
  /(?<=(?:[Oo]pción|[Oo]pção|[Oo]pzione|[Oo]ption|[Aa]ntwort|[Rr]éponse|[Rr]espuesta|[Rr]esposta)\s+)[A-Z](?=\s+(?:des|der|del|du|de\s+la|de\s+l['’]|della|dello|do|da)\s+(?!(?:Frage|Liste|pregunta|lista|question|liste|pergunta|domanda)(?![\wÀ-ɏ]))[\p{L}])/uy,
  /(?<=\bthe\s+(?:answer|choice|option)s?\s+)[A-Z](?=\s+(?:and\s+[A-Z]\s+)?(?:gave|wrote|sent|offered|signed|chose|got|made|took|received)\b)/y,
  // "7 B", "100 °C"
  /(?<=\d\s?°?\s?|°\s?)[A-Z](?![\w])/y,
  // P(A), O(n), P(A|B)
  /[A-Z](?=\([^)\s]{1,12}\))|(?<=\b\w{1,3}\([^)\n]{0,12})[A-Z](?=[^(\n]{0,12}\))/y,
  // "V = I × R", "A → B"
  /[A-Z](?=\s*(?:[×÷·∈∉⊂⊆∪∩∧∨→⇒⟹↔⇔≠≤≥≈√²³ᵀ^]|->|=>|<->|==)(?!\s*(?:wrong|right|correct|incorrect|true|false|yes|no)\b))|(?<=(?:[×÷·∈∉⊂⊆∪∩∧∨→⇒⟹↔⇔≠≤≥≈√]|->|=>|<->|==)\s*)[A-Z](?![\w])/y,
  /[A-Z](?=\s*=\s*(?:[\d$€√π(-]|[A-Za-z](?![A-Za-z])|[a-z][²³]|[A-Za-z]{1,2}\s*[×·+*/^²³-]))|(?<=[\w)]\s*=\s*(?:[^=.,;:\n]{0,20}[+\-*/×·^]\s*)?)[A-Z](?![\w])/y,
  /[A-Z](?=\s+(?:implies|entails)\s+(?:not\s+)?(?:statement\s+|proposition\s+)?[A-Z](?![\w]))|(?<=\b(?:implies|entails)\s+(?:not\s+)?)[A-Z](?![\w])/y,
  /(?<=\b[Ii]f\s+(?:statement|proposition|event|condition|premise)\s+)[A-Z]|(?<=\bimplies\s+(?:statement|proposition|event|condition|conclusion)\s+)[A-Z]/y,
  before(
    "subset of|superset of|complement of|union of|intersection of|element of|member of|inverse of|function of|powers? of|multiples? of|elements of|members of|transpose of|rank of",
  ),
  before(
    "[Ww]ritten in|[Pp]rogrammed in|[Cc]oded in|[Ii]mplemented in|[Cc]ompiled (?:from|to)|[Pp]ort(?:ed)? to|[Pp]rogram(?:s)? in|[Cc]ode in",
  ),
  before("[Gg]rade of|[Ss]core of|[Mm]ark of|[Nn]ote of|[Ss]ize|[Ss]izes|[Kk]ey of|[Aa] flat|ratio of"),
  // "from A to B", but not "from A to C are wrong"
  new RegExp(
    String.raw`(?<=(?<![\p{L}])(?:[Ff]rom|[Vv]on|[Dd]e|[Dd]a|[Dd]esde|[Zz]wischen|[Gg]oing)\s+)[A-Z](?=\s+(?:to|nach|bis|à|a|hasta|até|zu)\s+[A-Z](?![\w])(?!\s+(?:${judgement})))`,
    "uy",
  ),
  new RegExp(
    String.raw`(?<=(?<![\p{L}])(?:[Ff]rom|[Vv]on|[Dd]e|[Dd]a|[Dd]esde|[Gg]oing)\s+[A-Z]\s+(?:to|nach|bis|à|a|hasta|até|zu)\s+)[A-Z](?![\w])(?!\s+(?:${judgement}))`,
    "uy",
  ),
  /I(?=\s+(?!(?:is|was|and|or|are)\b)[a-z])/y,
  /[Z](?=\s+to\s+A\b)|(?<=\bZ\s+to\s+)A\b/y,
  // "the C language", "A record", "B cells"
  /A\/B(?=[\s-]*(?:tests?|testing|split|experiments?))|A(?=\s+(?:records?|[Ll]evels?)\b)|[BT](?=\s+(?:cells?|lymphocytes?)\b)|B(?=\s+(?:movies?|vitamins?|corp)\b)/y,
  /[CDRB](?=\s+(?:languages?|compilers?|programs?|programmers?|libraries|library|code|source|strings?|functions?|standard|API|preprocessor|runtime|structs?|headers?|programming)\b)/y,
  /[C](?=\s+and\s+(?:C\+\+|C#|Java|Python|Rust|Go|Fortran)(?![\w]))|(?<=\b(?:C\+\+|C#|Java|Python|Rust|Go|Fortran)\s+(?:and|or)\s+)C(?![\w])|(?<=,\s)C(?=,?\s+(?:and|or)\s+(?:C\+\+|Java))/y,
  /(?<=\b[Ii]n\s+)[CDR](?=,?\s+(?:an?\s+|the\s+|all\s+|every\s+)?(?:arrays?|strings?|pointers?|structs?|variables?|functions?|integers?|chars?|macros?|headers?|code|casts?|enums?|unions?|vectors?|factors?|data\s+frames?)\b)/y,
  /[CR](?=\s+(?:is|was)\s+a(?:n)?\s+(?:[a-z-]+\s+){0,2}language\b)/y,
  /[A-G](?=\s+(?:major|minor|sharp|flat|clef|natural|string)\b)|[A-Z](?=:\\|:\/)|[C-Z](?=:?\s+drive\b)/y,
  // "J. A. Smith", "Robert C. Martin", "E. coli", "Washington, D.C."
  /(?<=(?:[A-Z]\.\s?|\b[A-Z][a-z]+\s+))[A-Z](?=\.\s+[A-Z][a-z]+)(?<!\b(?:[Oo]ption|[Aa]nswer|[Cc]hoice|[Aa]ntwort|Is|Are|Only|See|Choose)\s+[A-Z])|[A-Z](?=\.\s?[A-Z]\.)|(?<=[A-Z]\.\s?)[A-Z](?=\.(?:\s|$|,))|[A-Z](?=\.\s(?!and\b|or\b|but\b)[a-z]+(?:\s|$))(?<=(?:^|[^\w.!?])[A-Z])/y,
  // "A is true if and only if B is true", "the probability of A given B"
  /[A-Z](?=\s+[a-z][^.!?\n]{0,60}\b(?:if\s+and\s+only\s+if|iff|genau\s+dann,?\s+wenn|si\s+et\s+seulement\s+si|si\s+y\s+s[oó]lo\s+si|se\s+e\s+somente\s+se|se\s+e\s+solo\s+se)\s)/y,
  /(?<=\b(?:if\s+and\s+only\s+if|iff|genau\s+dann,?\s+wenn|si\s+et\s+seulement\s+si|si\s+y\s+s[oó]lo\s+si|se\s+e\s+somente\s+se|se\s+e\s+solo\s+se)\s+(?:not\s+)?)[A-Z](?![\w])/y,
  /(?<=\b(?:[Pp]robability|[Ll]ikelihood|[Cc]hance|odds|[Ee]xpectation|[Vv]ariance|[Cc]omplement|[Dd]eterminant|[Tt]race|[Ii]nverse|[Rr]ank|[Kk]ernel|[Ss]pan|[Cc]ardinality|[Ss]ize|[Nn]orm|[Dd]erivative|[Ii]ntegral)\s+(?:of|that)\s+)[A-Z](?:\s+(?:given|and|or|if|with\s+respect\s+to)\s+[A-Z])?(?![\w'’-])/y,
  // "A sends a packet to B", "turn the dial to D"
  new RegExp(
    String.raw`${capital}(?=\s+(?:${partyVerbs})\b[^.!?\n]{0,80}\s(?:to|from|with|by|for|at|auf|an|von|à|de|a|para|per|da)\s+[A-Z](?![\w]))|(?<=(?<![\w])[A-Z]\s+(?:${partyVerbs})\b[^.!?\n]{0,80}\s(?:to|from|with|by|for|an|von|à|de|a|para|per|da)\s+)${capital}`,
    "uy",
  ),
  /(?<=\b(?:dial|knob|switch|lever|selector|gear|gearbox|position)\s+(?:to|on|at|in|into)\s+)[A-Z](?![\w])/y,
  // "Mr. B. Smith", "Ctrl+C", "an A rating", "The B in BERT", "the letter E"
  /(?<=\b(?:Mrs?|Ms|Dr|Prof|Sir|Frau|Herr|Mme|Mlle|Sra?|Dott)\.?\s+)[A-Z](?=\.\s+\p{Lu})/uy,
  /(?<=(?:\b(?:Ctrl|Control|Cmd|Command|Alt|Shift|Strg|Umschalt|Win|Fn|Meta|Super|Maj|Mayús)|[⌘⌥⇧⌃])\s?[+-]?\s?)[A-Z](?![\w])/y,
  /(?<=(?:^|[^\w])(?:[Aa]n\s+(?=[AEFHILMNORSX])|[Aa]\s+(?=[BCDGJKPQTUVWYZ])))[A-Z](?=\s+(?!(?:is|are|was|est|es|é|è|está|em|no|não|e|o|ou|y)\b)[a-z])/y,
  /(?<=\b[Tt]he\s+)[A-Z](?=\s+(?:in|of|stands\s+for)\s+["“]?(?:\p{Lu}|the\s+(?:name|word|acronym|abbreviation)))/uy,
  // "A is an orthogonal matrix", "that A and B are independent events"
  mathematical(String.raw`(?:is|denotes|be)\s+(?:an?|the|any|some)\s+`),
  mathematical(String.raw`(?:and\s+${capital}\s+)?(?:are|denote|be)\s+(?:(?:two|three|the|any|some)\s+)?`),
  mathematical(String.raw`(?:sei|seien|ist|sind)\s+(?:ein|eine|zwei|die|das|der)?\s*`),
  // "where B is the magnetic field"
  new RegExp(
    String.raw`(?<=\b(?:where|wobei|où|donde|onde|dove)\s+)${capital}(?=\s+(?:is|denotes|stands|represents|ist|est|es|é|è)\b)`,
    "uy",
  ),
  // "Rh D", "rated B", "Article 6(1)(b)", "Point A lies on the line through B"
  // "The E number", "the C: drive is full, so D: is used"
  /E(?=\s+numbers?\b)/y,
  /(?<=\b(?:the|The|a|every|each)\s+)[A-Z](?=:\s+drives?\b)/y,
  /(?<=\b[Tt]he\s+[A-Z]:\s+drive\s[^.!?\n]{0,80}[a-z],?\s+)[A-Z](?=:)/y,
  before("Rh|[Rr]ated|[Gg]raded"),
  /(?<=[\d)])\([A-Za-z]\)/y,
  /(?<=\b[Pp]oint\s+[A-Z]\s[^.!?\n]{0,60}\b(?:through|towards?)\s+)[A-Z](?![\w])/y,
  before("[Pp]oint|[Ll]abell?ed|[Nn]amed|[Cc]alled|[Mm]arked with an?|denoted(?: by)?"),
];

const declaring = new RegExp(
  `^\\W*(?:${anyCase("let|suppose(?:\\s+that)?|assume(?:\\s+that)?|given(?:\\s+that)?|denote|define|sei|seien|soit|soient|sea|sean|seja|sejam|sia|siano")})\\s+(?:[a-z]+\\s+){0,2}[A-Z](?![\\w])(?!\\s+(?:sia|soit|sea|seja|o|ou|or|(?:be|is|are|was|were|had|has|held|would)\\s+(?:right|correct|wrong|true|false|the(?!\\s+(?:set|event|number|sum|matrix|probability|area|point)(?![\\w-]))|been|chosen|picked))\\b)`,
);

/** The length of the letters at `start` that name no option: "vitamin A", "A is the area", "A/B test"; 0 where none do. */
export function otherThingAt(text: string, start: number): number {
  if (hasOwner(text, start)) return matchAt(lettersThere, text, start);
  for (const pattern of patterns) {
    const length = matchAt(pattern, text, start);
    if (length > 0) return length;
  }
  return isQuantity(text, start) ? 1 : 0;
}

/** Whether the word before `start` gives the letter there to a thing: "vitamin A", "the mesh B". */
export function hasOwner(text: string, start: number): boolean {
  const noun = /([\p{L}][\p{L}-]*)\s+["“]?$/u.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  return noun !== undefined && (namesOtherThings(noun) || isNamedThing(text, start));
}

/** Whether the sentence that holds `start` gives letters a meaning of their own: "Let A be an event and B its complement." */
export function isDeclared(text: string, start: number): boolean {
  const sentence = /[^.!?\n]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? "";
  return declaring.test(sentence + text.slice(start, start + 12));
}

function isQuantity(text: string, start: number): boolean {
  const named = definition.exec(text.slice(start + 1, start + 80))?.[1];
  const known = quantities[text.charAt(start)];
  return (
    named !== undefined && known !== undefined && new RegExp(`(?:^|[\\s-])(?:${known})(?![\\p{L}])`, "u").test(named)
  );
}

function matchAt(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0].length ?? 0;
}
