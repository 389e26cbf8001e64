import type { Nodes } from "mdast";
import { parseMarkdown } from "#lib/markdown/parse-markdown";
import { plainText } from "#lib/markdown/plain-text";

const untypable: Readonly<Record<string, string>> = {
  list: "a list",
  code: "a block of code",
  table: "a table",
  math: "a formula",
  inlineMath: "a formula",
  image: "a picture",
  blockquote: "a quotation",
};

/** What a learner types for `answer`, the first line of the back `whole`, or why nobody could type it. */
export function typedAnswer(whole: string, answer: string): { readonly text: string } | { readonly refusal: string } {
  const first = blocksOf(whole)[0];
  const found = first === undefined ? null : (untypable[first.type] ?? untypedIn(blocksOf(answer)));
  if (found != null) return { refusal: `the answer is ${found}, which nobody can type` };
  return { text: plainText(blocksOf(answer)).trim() };
}

function blocksOf(markdown: string): readonly Nodes[] {
  const parsed = parseMarkdown(markdown);
  return parsed.ok ? parsed.root.children : [];
}

function untypedIn(nodes: readonly Nodes[]): string | undefined {
  for (const node of nodes) {
    const found = untypable[node.type] ?? ("children" in node ? untypedIn(node.children) : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}
