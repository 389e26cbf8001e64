const numbers: readonly (readonly [number, string])[] = [
  [1, "one|1|eine?|una?|une?|uma?|uno"],
  [2, "two|2|zwei|deux|dos|duas|dois|due"],
  [3, "three|3|drei|trois|tres|três|tre"],
  [4, "four|4|vier|quatre|cuatro|quatro|quattro"],
  [5, "five|5|fünf|cinq|cinco|cinque"],
  [6, "six|6|sechs|seis|sei"],
];
const verbs =
  "choose|select|pick|mark|tick|wählen\\s+sie|wähle|kreuzen\\s+sie|choisissez|choisir|sélectionnez|cochez|elija|elige|escoja|seleccione|selecciona|marque|escolha|selecione|scegli|scegliere|seleziona|selezionare";
const nouns =
  "answers?|options?|choices?|responses?|alternatives?|statements?|correct|right|that\\s+apply|of\\s+(?:the|these)\\s+(?:following|options|answers|choices)|antworten?|optionen|aussagen|réponses?|respuestas?|opciones|respostas?|alternativas?|opções|rispost[ae]|opzioni|aus\\b";
const asked = new RegExp(
  `(?<![\\p{L}])(?:${verbs})\\s+(?:exactly\\s+|any\\s+|the\\s+|genau\\s+|die\\s+|les\\s+|las\\s+|los\\s+|as\\s+|le\\s+)?(${numbers.map(([, words]) => words).join("|")})(?![\\p{L}\\d.,]\\d|[\\p{L}\\d])(?=\\s*(?:[.!:)\\]]|$)|\\s+(?:${nouns}))`,
  "iu",
);

/** How many options a stem says are to be chosen ("Choose two."), or null where it names no number. */
export function statedCount(stem: string): number | null {
  const word = asked.exec(stem)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  return numbers.find(([, words]) => new RegExp(`^(?:${words})$`, "u").test(word))?.[0] ?? null;
}
