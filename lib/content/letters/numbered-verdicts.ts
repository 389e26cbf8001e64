import type { List, Nodes } from "mdast";
import { flattenText } from "./flatten-text.ts";
import { unclearMatch } from "./letter-match.ts";
import type { LetterFinding } from "./option-references.ts";

const verdict =
  /^\W*(?:(?:in)?correct|wrong|right|true|false|falsch|richtig|korrekt|faux|fausse|vraie?|juste|(?:in)?correct[ao]|fals[ao]|verdader[ao]|(?:in)?corret[ao]|errad[ao]|cert[ao]|verdadeir[ao]|errat[ao]|sbagliat[ao]|corrett[ao])(?!\p{L})/iu;
/** Quick to tell from Markdown: whether a numbered list may be there. */
export function mayNumber(markdown: string): boolean {
  return /^[ \t>]*\d{1,2}[.)]\s/m.test(markdown);
}

/**
 * Numbered lists that go through the options: as many entries at most as there are options (`count`), of which one begins with
 * a verdict, "2. Wrong: …". Their numbers are places in the order of the file.
 */
export function numberedFindings(nodes: readonly Nodes[], count: number): readonly LetterFinding[] {
  return nodes.flatMap(listsIn).flatMap((list) => {
    const isOfOptions =
      list.ordered === true &&
      list.children.length <= count &&
      list.children.some((entry) => verdict.test(flattenText([entry])[0]?.text ?? ""));
    if (!isOfOptions) return [];
    const written = `${list.start ?? 1}.`;
    const { line = 1, column = 1 } = list.position?.start ?? {};
    return [
      {
        match: unclearMatch(written, { start: 0, end: written.length }),
        place: { line, column },
        written,
        wanted: "{A}",
        known: true,
        edits: [],
      },
    ];
  });
}

function listsIn(node: Nodes): readonly List[] {
  const within = "children" in node ? node.children.flatMap((child) => listsIn(child)) : [];
  return node.type === "list" ? [node, ...within] : within;
}
