import type { Nodes, Root, RootContent, Text } from "mdast";
import type { Report } from "./question-parts.ts";
import { placeAt } from "./source.ts";

/** Slips that Markdown interprets as something else, so that a part of the file is not what it looks like. */
export function checkText(root: Root, source: string, report: Report): void {
  for (const block of root.children) checkClosed(block, source, report);
  checkInside(root, source, report);
}

const structure = /^(?:## |[-*+] \[[ xX]\] )/m;

/** An unclosed block swallows everything after it. */
function checkClosed(block: RootContent, source: string, report: Report): void {
  if (block.type === "html" && block.value.startsWith("<!--") && !block.value.includes("-->"))
    report("unclosed-block", block, "this comment is not closed", "write --> where it ends");
  if (block.type !== "code" || !structure.test(block.value)) return;
  const lines = sourceOf(block, source).trimEnd().split("\n");
  const fence = /^\s*(`{3,}|~{3,})/.exec(lines[0] ?? "")?.[1];
  if (fence === undefined || (lines.length > 1 && lines.at(-1)?.trim().startsWith(fence))) return;
  report(
    "unclosed-block",
    block,
    "this block of code is not closed",
    `write ${fence} on a line of its own where it ends`,
  );
}

function checkInside(node: Nodes, source: string, report: Report): void {
  if (!("children" in node)) return;
  for (let index = 0; index < node.children.length; index += 1) {
    const child = node.children[index] as Nodes;
    // Most texts hold neither, and there are hundreds of thousands of them in a bank.
    if (child.type === "text" && /<{7}|\[|```/.test(child.value))
      checkLines(child, node.children[index + 1], source, report);
    checkInside(child, source, report);
  }
}

/** Reports the first slip in a text, at its place. */
function checkLines(text: Text, next: Nodes | undefined, source: string, report: Report): void {
  const written = sourceOf(text, source);
  for (const { rule, pattern, message, fix } of slips) {
    const match = pattern.exec(written);
    if (!match || (rule === "footnote" && !isDefined(match[0], source))) continue;
    const at = placeAt(source, (text.position?.start.offset ?? 0) + match.index);
    report(rule === "footnote" ? "broken-link" : rule, at, message, fix);
    return;
  }
  const cut = next?.type === "link" && !/^[[<]/.test(sourceOf(next, source)) && /\[[^\]\n\\]*\]\s?\($/.exec(written);
  if (cut)
    report(
      "broken-link",
      placeAt(source, (text.position?.start.offset ?? 0) + cut.index),
      "this is read as text followed by an address, not as a link",
      "write [title](https://…) with no space between the brackets, and %20 for a space in the address",
    );
}

/** What is text to Markdown, and was meant as something else. */
const slips = [
  {
    rule: "merge-conflict",
    pattern: /^<{7}(?: .+)?$/m,
    message: "there is an unfinished merge here",
    fix: "keep one of the two versions, and remove the conflict markers",
  },
  {
    rule: "broken-link",
    pattern: /!\[\[|!\[[^\]\n\\]*\]\(/,
    message: "this image is read as text",
    fix: "write ![what it shows](file.png), with a space in the name as %20",
  },
  {
    rule: "broken-link",
    // Neither x[i][j] nor [1][2].
    pattern: /(?:!|(?<![\p{L}\p{N}_\])}\\]))\[[^\][\n\\]*\p{L}{2}[^\][\n\\]*\]\[[^\][\n\\]*\]/u,
    message: "no line gives the address of this link or image, so it is read as text",
    fix: "write [title](https://…), or add a line [name]: https://… for the name in the second brackets",
  },
  {
    rule: "inline-block",
    pattern: /(?<!\\)```[\w+#-]*(?=\n)/,
    message: "this block of code starts in the middle of a line, so it is not read as code",
    fix: "begin it on a line of its own, indented by two spaces where it belongs to an option, with text after the box",
  },
  {
    rule: "footnote",
    pattern: /\[\^[^\]\s]+\](?!:)/,
    message: "footnotes are not supported: this is printed as is",
    fix: "say it in the sentence, or link it under ## References",
  },
] as const;

/** Whether there is a note to the mark of a footnote. */
function isDefined(mark: string, source: string): boolean {
  return source.includes(`\n${mark}:`);
}

function sourceOf({ position }: Nodes, source: string): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
