import type { Paragraph } from "mdast";

/** The words of a legend by language; in any other it has none. They are part of a wording: to change one revises questions. */
const inWords: Readonly<Record<string, { readonly lead: string; readonly is: string }>> = {
  en: { lead: "Letters in this explanation: ", is: "is" },
  de: { lead: "Buchstaben in dieser Erklärung: ", is: "ist" },
};

/**
 * "A is “Air”, B is “Glass”.": what the letters of a file name where learners see others, for `texts` in its order and in the
 * language that the exam says, or else in English.
 */
export function letterLegend(texts: readonly string[], language: string | null): Paragraph {
  const { lead, is } = inWords[language?.split("-")[0] ?? "en"] ?? { lead: "", is: "=" };
  const entries = texts.map((text, index) => `${String.fromCharCode(65 + index)} ${is} “${text.trim()}”`);
  return {
    type: "paragraph",
    children: [{ type: "emphasis", children: [{ type: "text", value: `${lead}${entries.join(", ")}.` }] }],
  };
}
