import type { Nodes, Paragraph } from "mdast";
import type { Report } from "./question-parts.ts";

type Text = "stem" | "option" | "note";

/** "-[ ] text", "– [x] text": meant as an option, but no list entry to Markdown. */
const bulleted = /^\s*[-*+–—•‣·]\s*[[［]\s?[xX✓✔]?\s?[\]］]\s*(?=[^\s(])/;
/** A box at the start of a line that belongs to the entry above. */
const bare = /^\s*[[［](?:\s|[xX])[\]］]\s+(?=\S)/;

/**
 * Reports every line of `blocks` that is an option by its looks and part of a text by its form, so that no option is
 * lost in the text above it. `within` says what the text is. A note takes the lines behind it along that begin with no sign.
 */
export function reportStrayBoxes(blocks: readonly Nodes[], within: Text, source: string, report: Report): void {
  for (const block of blocks) {
    if (block.type === "paragraph") reportLines(block, within, source, report);
    else if (block.type === "blockquote" && within === "stem") reportStrayBoxes(block.children, within, source, report);
  }
}

function reportLines({ position }: Paragraph, within: Text, source: string, report: Report): void {
  if (position?.start.offset === undefined) return;
  const lines = source.slice(position.start.offset, position.end.offset).split("\n");
  lines.forEach((line, index) => {
    const isBulleted = bulleted.test(line) && !(within === "note" && index === 0);
    if (!isBulleted && !(within !== "stem" && index > 0 && bare.test(line))) return;
    const indent = line.length - line.trimStart().length;
    const column = index === 0 ? position.start.column : indent + 1;
    report(
      "malformed-checkbox",
      { line: position.start.line + index, column },
      `"${line.trim().slice(0, 20)}" is not an entry of a list but part of the text above it`,
      "write - [ ] or - [x] at the start of the line, each with its spaces, then the text",
    );
  });
}
