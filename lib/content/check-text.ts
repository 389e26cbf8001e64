import type { Nodes, Root, RootContent, Text } from "mdast";
import type { Report } from "./question-parts.ts";

/** Slips of the pen that Markdown takes for something else, so that a part of the file is not what it looks like. */
export function checkText(root: Root, source: string, report: Report): void {
  for (const block of root.children) checkClosed(block, source, report);
  checkInside(root, source, report);
}

const structure = /^(?:## |[-*+] \[[ xX]\] )/m;

/** A block that is not closed swallows all that follows. */
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
    if (child.type === "text") {
      // Most texts hold neither, and there are hundreds of thousands of them in a bank.
      if (child.value.includes("<<<<<<<")) checkMerge(child, report);
      if (child.value.includes("[")) checkLink(child, node.children[index + 1], source, report);
    }
    checkInside(child, source, report);
  }
}

function checkMerge(text: Text, report: Report): void {
  if (/^<{7}(?: .+)?$/m.test(text.value))
    report("merge-conflict", text, "a merge was not finished here", "keep one of the two texts, and remove the marks");
}

/** `![a](my file.png)`, `![[file.png]]`, `[a](https://example.org/a b)`: text to Markdown. */
function checkLink(text: Nodes, next: Nodes | undefined, source: string, report: Report): void {
  const written = sourceOf(text, source);
  if (/!\[\[|!\[[^\]\n\\]*\]\(/.test(written))
    report(
      "broken-link",
      text,
      "this image is read as text",
      "write ![what it shows](file.png), with a space in the name as %20",
    );
  else if (next?.type === "link" && /\[[^\]\n\\]*\]\s?\($/.test(written) && !/^[[<]/.test(sourceOf(next, source)))
    report(
      "broken-link",
      text,
      "this link is read as text with an address after it",
      "write [title](https://…) without a space between, with a space in the address as %20",
    );
}

function sourceOf({ position }: Nodes, source: string): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
