import type { Paragraph } from "mdast";

/** "A is “Air”, B is “Glass”.": what the letters of a file name where learners see others, for `texts` in its order. */
export function letterLegend(texts: readonly string[]): Paragraph {
  const entries = texts.map((text, index) => `${String.fromCharCode(65 + index)} is “${text.trim()}”`);
  return {
    type: "paragraph",
    children: [
      { type: "emphasis", children: [{ type: "text", value: `Letters in this explanation: ${entries.join(", ")}.` }] },
    ],
  };
}
