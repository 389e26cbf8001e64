/**
 * A noun with its article before a letter gives the letter to that noun, whatever it is: "the mesh B", "das Protokoll A".
 * Words that may stand for an option themselves are left out, and so are adjectives.
 */
const mayBeOptions =
  "options?|choices?|answers?|alternativ\\p{L}*|distractors?|responses?|repl(?:y|ies)|statements?|items?|claims?|assertions?|propositions?|solutions?|letters?|proposals?|approach(?:es)?|methods?|strateg(?:y|ies)|designs?|configurations?|quer(?:y|ies)|snippets?|versions?|variants?|scenarios?|cases?|arguments?|explanations?|descriptions?|definitions?|candidates?|combinations?|commands?|examples?|possibilit(?:y|ies)|picks?|suggestions?|" +
  "antwort\\p{L}*|option\\p{L}*|lösung\\p{L}*|aussage\\p{L}*|behauptung\\p{L}*|auswahl\\p{L}*|möglichkeit\\p{L}*|variante\\p{L}*|buchstabe\\p{L}*|vorschlag\\p{L}*|wahl|ansatz|methode\\p{L}*|verfahren|fall|fälle|szenario|abfrage|these|angabe\\p{L}*|feststellung|erklärung|begründung|kombination|strategie|konfiguration|entwurf|satz|sätze|" +
  "réponses?|choix|affirmations?|énoncés?|assertions?|lettres?|cas|méthodes?|approches?|stratégies?|respuestas?|opci(?:ón|ones)|afirmaci(?:ón|ones)|enunciados?|letras?|inciso|literal|soluci(?:ón|ones)|métodos?|casos?|respostas?|opç(?:ão|ões)|afirmaç(?:ão|ões)|sentenças?|assertivas?|soluç(?:ão|ões)|rispost[ae]|opzion[ei]|affermazion[ei]|letter[ae]|soluzion[ei]|metod[oi]|cas[oi]";
const adjectives =
  "correct\\p{L}*|corret\\p{L}*|corrett\\p{L}*|incorrect\\p{L}*|right|wrong|true|false|tempting|plausible|other|others|remaining|only|same|better|best|latter|former|first|second|third|fourth|fifth|last|next|chosen|bonne?s?|mauvaise?s?|seule?s?|autres?|únic[ao]s?|unic[aoi]|otr[ao]s?|outr[ao]s?|altr[aeio]|richtige?\\p{L}*|falsche?\\p{L}*|einzige\\p{L}*|beiden|sind|ist|are|is|while|that|which|than|and|or|but|when|if|where|because|são|son|sono|sont|y|e|et|ou|o";
/** Without the short ones ("a", "o", "no", "do"), which are words of other languages, too. */
const articles =
  "the|this|each|every|another|der|die|das|den|dem|des|eine?|eine[nmrs]|zum|zur|im|vom|le|la|les|du|aux|une|el|los|las|del|una|dos|da|um|uma|il|gli|della|dello|nella|uno";
const named = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${articles})\s+(?!(?:${mayBeOptions}|${adjectives})\s)(\p{L}[\p{L}-]{2,})\s+$`,
  "iu",
);
const german = /^(?:der|die|das|den|dem|eine?|eine[nmrs]|zum|zur|im|vom)$/i;

/** Whether the word before `start`, with its article, owns the letter there. */
export function isNamedThing(text: string, start: number): boolean {
  const match = named.exec(text.slice(Math.max(0, start - 60), start));
  if (!match) return false;
  const [, article = "", noun = ""] = match;
  // "This leaves C" is a verb, "this class C" and "this bus C" are names.
  if (/^this$/i.test(article) && /[^siu]s$/i.test(noun)) return false;
  // German nouns begin with a capital: "die fehlerhafte B" names none.
  return !german.test(article) || /^\p{Lu}/u.test(noun);
}
