import type { Nodes } from "mdast";
import type { Reference } from "#lib/exam/question";
import { plainText } from "#lib/markdown/plain-text";
import { safeUrl } from "#lib/markdown/safe-url";
import { isSilent } from "../read/blocks.ts";
import type { Report } from "../read/question-parts.ts";

/** The links of the section References; what is none is reported. `urlOf` gives the address that a link leads to. */
export function buildReferences(
  content: readonly Nodes[],
  urlOf: (link: Nodes) => string | null,
  report: Report,
): readonly Reference[] {
  return content
    .filter((block) => !isSilent(block))
    .flatMap((block) => {
      if (block.type === "list") return block.children.flatMap((item) => reference(item, urlOf, report));
      report(
        "bad-reference",
        block,
        "this text is not a list of links",
        "write each reference as - [title](https://…)",
      );
      return [];
    });
}

function reference(item: Nodes, urlOf: (link: Nodes) => string | null, report: Report): readonly Reference[] {
  const links = linksIn(item);
  const url = links.length === 1 && links[0] ? urlOf(links[0]) : null;
  const safe = url === null ? null : safeUrl(url);
  const title = plainText([item]);
  if (safe !== null && isBroken(title)) {
    report(
      "bad-reference",
      item,
      title === "" ? "this reference has no title" : "this reference is not a single link with a title",
      "write - [title](https://…) with no space between the brackets, and %20 for a space in the address",
    );
    return [];
  }
  if (safe !== null) return [{ title, url: safe }];
  // An address that is no good is reported by checkNodes.
  if (url === null)
    report(
      "bad-reference",
      item,
      links.length === 0 ? "this reference has no link" : "this reference has several links",
      "write one link in each entry: - [title](https://…)",
    );
  return [];
}

/** No title, or the marks of a link left in it: the address was taken for one by its looks, with what stands around it. */
function isBroken(title: string): boolean {
  return title === "" || /\]\s?[([]|\)\s?\[/.test(title);
}

function linksIn(node: Nodes): readonly Nodes[] {
  if (node.type === "link" || node.type === "linkReference") return [node];
  return "children" in node ? (node.children as Nodes[]).flatMap(linksIn) : [];
}
