import type { List, ListItem } from "mdast";
import { plainText } from "#lib/markdown/plain-text";
import { isBrokenBox } from "./blocks.ts";
import type { Report } from "./question-parts.ts";

/** How many entries stand before the first with a box and an empty line: a list of the stem, which Markdown takes for the same. */
export function entriesOfStem({ children }: List): number {
  const first = children.findIndex(({ checked }) => typeof checked === "boolean");
  const end = children[first - 1]?.position?.end.line ?? 0;
  return end > 0 && (children[first]?.position?.start.line ?? 0) > end + 1 ? first : 0;
}

/** `isOfStem`: the entry stands before the options as a list of the stem does. */
export function checkBox(item: ListItem, isOfStem: boolean, report: Report): void {
  if (typeof item.checked === "boolean") return;
  if (isBrokenBox(item)) {
    const text = plainText(item.children);
    if (item.children.length > 1 && /^\[[ xX]?\]$/.test(plainText(item.children.slice(0, 1)))) {
      report(
        "malformed-checkbox",
        item,
        "there is nothing after this box",
        "write a text after it; a block of code can follow below, indented by two spaces",
      );
      return;
    }
    if (/^\[[ xX]?\]$/.test(text)) return;
    report(
      "malformed-checkbox",
      item,
      `"${text.slice(0, 20)}" does not begin with a checkbox`,
      text.includes("\u00a0")
        ? "the box holds a no-break space, which looks like an ordinary one: type - [ ] again"
        : "write - [ ] or - [x], then a space, then the text",
    );
  } else if (isOfStem)
    report(
      "option-without-box",
      item,
      "this entry is in one list with the options, and has no checkbox",
      "begin the entries of a list in the question with * instead of -, or this one with - [ ] or - [x] if it is an option",
    );
  else report("option-without-box", item, "this entry has no checkbox", "begin it with - [ ] or - [x]");
}
