import type { Paragraph } from "mdast";

interface LegendWords {
  readonly lead: string;
  readonly is: string;
  /** Before and after the text of an option. */
  readonly quotes: readonly [string, string];
}

/** The words of a legend by language; in any other it has none. They are part of a wording: to change one revises questions. */
const inWords: Readonly<Record<string, LegendWords>> = {
  en: { lead: "Letters in this explanation: ", is: "is", quotes: ["“", "”"] },
  de: { lead: "Buchstaben in dieser Erklärung: ", is: "ist", quotes: ["„", "“"] },
  fr: { lead: "Lettres de cette explication\u00a0: ", is: "est", quotes: ["«\u00a0", "\u00a0»"] },
  es: { lead: "Letras de esta explicación: ", is: "es", quotes: ["«", "»"] },
  it: { lead: "Lettere di questa spiegazione: ", is: "è", quotes: ["«", "»"] },
  pt: { lead: "Letras desta explicação: ", is: "é", quotes: ["“", "”"] },
};
const withoutWords: LegendWords = { lead: "", is: "=", quotes: ["“", "”"] };

/**
 * "A is “Air”, B is “Glass”.": what the letters of a file name where learners see others, for `texts` in its order and in the
 * language that the exam says, or else in English.
 */
export function letterLegend(texts: readonly string[], language: string | null): Paragraph {
  const { lead, is, quotes } = inWords[language?.split("-")[0] ?? "en"] ?? withoutWords;
  const entries = texts.map((text, index) => `${String.fromCharCode(65 + index)} ${is} ${quotes.join(text.trim())}`);
  return {
    type: "paragraph",
    children: [{ type: "emphasis", children: [{ type: "text", value: `${lead}${entries.join(", ")}.` }] }],
  };
}
