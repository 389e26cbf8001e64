import type { Nodes } from "mdast";
import { explained } from "./explained.ts";
import type { QuestionRule } from "./rule.ts";

export const lostSigns: QuestionRule = {
  id: "lost-signs",
  severity: "warning",
  description:
    "Stars, underscores and backslashes in a name, a path or a sum are escaped: otherwise Markdown removes them.",
  examples: {
    bad: ["It is 2*3*4.", "Write __init__ first.", "It lies in C:\\new\\_table.", "a*b*c is a product."].map(explained),
    good: [
      "It is `2*3*4`.",
      "It is *very* new.",
      "It is un*frigging*believable.",
      "__Never__ do.",
      "C:\\new is a path.",
      "It lies in C:\\\\new\\\\_table.",
    ].map(explained),
  },
  check: ({ read }) => {
    if (!/[*_\\]/.test(read.source)) return [];
    return lostIn(read.root, read.source).map((lost) => ({
      at: lost.at,
      message: `"${lost.written.slice(0, 40)}" loses its ${lost.sign}`,
      fix: `write it as code, between backticks, or put backslashes before its ${lost.sign}`,
    }));
  },
};

/** A path with a backslash before a sign, which Markdown takes for an escape; two together are one that stays. */
const lostPath = /\b[A-Za-z]:(?=\\)(?:[^\s\\]|\\\\|\\(?![!-/:-@[-`{-~]))*\\[!-/:-@[\]-`{-~]\S*/;

interface Lost {
  readonly at: Nodes;
  readonly written: string;
  readonly sign: string;
}

function lostIn(node: Nodes, source: string): readonly Lost[] {
  const here = lostAt(node, source);
  if (here !== null) return [here];
  return "children" in node ? node.children.flatMap((child) => lostIn(child, source)) : [];
}

function lostAt(node: Nodes, source: string): Lost | null {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  const written = source.slice(start, end);
  if (node.type === "strong" && /^__[a-z0-9]+(?:_[a-z0-9]+)*__$/.test(written))
    return { at: node, written, sign: "underscores" };
  if (node.type === "emphasis" && written.startsWith("*")) {
    const [before, after] = [source.charAt(start - 1), source.charAt(end)];
    const isSum = /[\d)]/.test(before) && /^[\d(]|^[a-z]\b/i.test(source.slice(end, end + 2));
    const isProduct =
      /(?<![A-Za-z])[A-Za-z]$/.test(source.slice(Math.max(0, start - 2), start)) &&
      /^[A-Za-z](?![A-Za-z])/.test(source.slice(end, end + 2));
    if (isSum || (isProduct && /^\*\w+\*$/.test(written)))
      return { at: node, written: before + written + after, sign: "stars" };
  }
  const path = node.type === "text" ? lostPath.exec(written)?.[0] : undefined;
  return path === undefined ? null : { at: node, written: path, sign: "backslashes" };
}
