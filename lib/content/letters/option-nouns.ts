/** What options are called in the languages that banks are written in, as sources of regular expressions. */
const byLanguage = {
  english: "options?|choices?|answers?|alternatives?|distractors?",
  german: "(?:Auswahl|Antwort)?möglichkeit(?:en)?|Antwort(?:en)?|Option(?:en)?|Alternativen?|Vorschl(?:ag|äge)",
  french: "options?|réponses?|choix|propositions?|alternatives?|possibilités?|distracteurs?",
  spanish: "opción|opciones|respuestas?|alternativas?|posibilidad(?:es)?|propuestas?|distractor(?:es)?",
  portuguese: "opção|opções|respostas?|alternativas?|possibilidades?|propostas?|distratore?s?",
  italian: "opzion[ei]|rispost[ae]|alternativ[ae]|possibilità|propost[ae]|distrattor[ei]",
};

/** What options may be called, and a stem may call something else. */
export const statementNouns =
  "statements?|claims?|suggestions?|proposals?|bullets?|assertions?|propositions?|Aussagen?|Vorschl(?:ag|äge)|affirmations?|afirmaci(?:ón|ones)|afirmaç(?:ão|ões)|affermazion[ei]";

/** Any of them. */
export const anyOptionNoun = [...Object.values(byLanguage), statementNouns].join("|");
