/** What options are called, as sources of regular expressions. */
interface OptionNouns {
  /** With a letter, a number or a place they name options. */
  readonly certain: string;
  /** They may. */
  readonly vague: string;
}

const english: OptionNouns = {
  certain: "options?|choices?|answers?|alternatives?|distractors?",
  vague: "possibilit(?:y|ies)",
};
const german: OptionNouns = {
  certain: "Antwort(?:en|option(?:en)?|möglichkeit(?:en)?)?|Option(?:en)?|Alternativen?",
  vague: "(?:Auswahl|Wahl)?[Mm]öglichkeit(?:en)?|Vorschl(?:ag|äge)",
};
const french: OptionNouns = {
  certain: "options?|réponses?|choix|alternatives?|distracteurs?",
  vague: "propositions?|possibilités?",
};
const spanish: OptionNouns = {
  certain: "opción|opciones|respuestas?|alternativas?|distractor(?:es)?",
  vague: "posibilidad(?:es)?|propuestas?",
};
const portuguese: OptionNouns = {
  certain: "opção|opções|respostas?|alternativas?|distratore?s?",
  vague: "possibilidades?|propostas?",
};
const italian: OptionNouns = {
  certain: "opzion[ei]|rispost[ae]|alternativ[ae]|distrattor[ei]",
  vague: "possibilità|propost[ae]",
};

const all = ({ certain, vague }: OptionNouns): string => `${certain}|${vague}`;
const foreign: readonly OptionNouns[] = [german, french, spanish, portuguese, italian];

/** By language, certain and vague. */
export const nounsOf = {
  english: all(english),
  german: all(german),
  french: all(french),
  spanish: all(spanish),
  portuguese: all(portuguese),
  italian: all(italian),
};
export const foreignNouns = foreign.map(all).join("|");
/** In any of the languages. */
export const certainNouns = [english, ...foreign].map(({ certain }) => certain).join("|");

/** What options may be called, and a stem may call something else. */
export const statementNouns =
  "statements?|claims?|suggestions?|proposals?|bullets?|assertions?|propositions?|Aussagen?|Behauptung(?:en)?|Vorschl(?:ag|äge)|affirmations?|afirmaci(?:ón|ones)|afirmaç(?:ão|ões)|affermazion[ei]";
/** Parts of a list, of a text or of work, which options may be called where something is said of them that is said of answers. */
export const entryNouns =
  "entr(?:y|ies)|items?|lines?|rows?|points?|sentences?|terms?|expressions?|phrases?|definitions?|descriptions?|explanations?|solutions?|approach(?:es)?|methods?|candidates?|responses?|S(?:atz|ätze)|Punkte?|Eintr(?:ag|äge)|Begriffe?|Ausdr(?:uck|ücke)|Lösung(?:en)?|lignes?|éléments?|termes?|puntos?|frases?|elementos?|términos?|pontos?|itens|termos?|frasi|punt[oi]|voc[ei]|termin[ei]";
/** Any of them but the parts. */
export const anyOptionNoun = `${all(english)}|${foreignNouns}|${statementNouns}`;
